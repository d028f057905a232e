/** An erasure as both databases keep it. */
import type { ErasedPlaces, ErasureRecord, ErasureState, Mentions } from "../../app/ports/erasure-requests.ts";
import type { Refusal } from "../../core/problem/refusal.ts";
import type { DbRow } from "../db-row.ts";

export const ERASURE_COLUMNS = "erasure_id, at, by, contacts, state, places, mentions, refusal, ended_at";

/** What was done, as it is written down with it. */
export type DoneErasure = Pick<ErasureRecord, "by" | "contacts"> & {
  /** The request that it does; null = it comes with none. */
  readonly request: number | null;
  readonly at: number;
  readonly places: ErasedPlaces;
};

/** Texts that only the stores of erasures write. */
export function asErasure(row: DbRow): ErasureRecord {
  const [number, at, by, contacts, state, places, mentions, refusal, endedAt] = row;
  const found = JSON.parse(String(places)) as ErasedPlaces | null;
  return {
    number: Number(number),
    at: Number(at),
    by: String(by),
    contacts: JSON.parse(String(contacts)) as readonly number[],
    state: String(state) as ErasureState,
    // Erasures of a time that did not count them.
    places: found && { ...found, uploads: found.uploads ?? 0 },
    mentions: typeof mentions === "string" ? (JSON.parse(mentions) as Mentions) : null,
    refusal: typeof refusal === "string" ? (JSON.parse(refusal) as Refusal) : null,
    endedAt: endedAt === null ? null : Number(endedAt),
  };
}
