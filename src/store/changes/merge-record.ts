/** How a merge lies in the databases: a row with documents that only the stores write. */
import type { MergeRecord } from "../../app/ports/merge-store.ts";
import type { MergeDecision } from "../../core/merge/merge-contacts.ts";
import { ACCOUNT_LINK } from "../../core/plan/shape.ts";
import type { DbRow } from "../db-row.ts";

export const MERGE_COLUMNS = "merge_id, kept, at, by, decision, undone_at, undone_by";

/** An opportunity and the contact that it was of. */
export type MovedOpportunity = readonly [opportunity: number, contact: number];

/** @param others numbers of the contacts that it deleted */
export function asMergeRecord(
  [number, kept, at, by, decision, undoneAt, undoneBy]: DbRow,
  others: readonly number[],
): MergeRecord {
  return {
    number: Number(number),
    kept: Number(kept),
    at: Number(at),
    by: String(by),
    others,
    decision: JSON.parse(String(decision)) as MergeDecision,
    undone: undoneAt === null ? null : { at: Number(undoneAt), by: String(undoneBy) },
  };
}

/** Number of the account that a contact with these values belongs to. */
export function accountOf(values: ReadonlyMap<string, string>): number | null {
  const account = values.get(ACCOUNT_LINK);
  return account === undefined ? null : Number(account);
}
