/** A claim, as both databases keep it. */
import type { Claim } from "../app/ports/claim.ts";
import type { DbRow } from "./db-row.ts";

/** @param row who has claimed it, and until when: neither over nor of a process that is gone */
export const isHeld = ([by, until]: DbRow, { now, isGone }: Pick<Claim, "now" | "isGone">): boolean =>
  typeof by === "string" && Number(until) > now && !isGone(by);
