/** A profile that was looked up, as both databases keep it. */
import type { KnownProfile } from "../../app/ports/effect-ports.ts";
import type { DbRow } from "../db-row.ts";

export const profileRow = (profile: KnownProfile) => ({
  state: profile.state,
  reason: profile.state === "failed" ? profile.reason : null,
  fields: profile.state === "found" ? JSON.stringify([...profile.values]) : null,
  at: profile.at,
});

/** Of the columns url, state, reason, fields and at. */
export function asProfile([, state, reason, fields, at]: DbRow): KnownProfile {
  if (state === "found") {
    const values = new Map(JSON.parse(String(fields)) as readonly (readonly [string, string])[]);
    return { state, values, at: Number(at) };
  }
  return state === "missing" ? { state, at: Number(at) } : { state: "failed", reason: String(reason), at: Number(at) };
}
