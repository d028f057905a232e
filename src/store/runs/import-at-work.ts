/** Imports of a workspace that others wait for: what they have met must not go, and what an undo puts back is decided before it writes. */
import type { ImportAtWork } from "../../app/ports/bulk-store.ts";
import { type Refused, refuseWith } from "../../core/problem/refusal.ts";
import type { DbRow } from "../db-row.ts";

/** Conditions on rows of `import`. */
export const AT_WORK = "state in ('running', 'interrupted', 'undoing')";
export const TAKING_BACK = "state = 'undoing'";

const STATES: readonly unknown[] = ["running", "interrupted", "undoing"];

export const IMPORT_AT_WORK: Refused = refuseWith(
  "import_at_work",
  "An import of this workspace is being written or taken back.",
);

/** @param rows a state of those at work in each */
export function workAmong(rows: readonly DbRow[]): ImportAtWork {
  if (rows.length === 0) return "none";
  return rows.some(([state]) => state !== "interrupted") ? "at_work" : "interrupted";
}

/**
 * Why what was decided on imports as they were seen is not done; null = they are as they were.
 *
 * @param rows number, version and state of all imports of the workspace
 * @param seen versions by number
 */
export function changedSince(rows: readonly DbRow[], seen: ReadonlyMap<number, number>): Refused | null {
  if (rows.some(([, , state]) => STATES.includes(state))) return IMPORT_AT_WORK;
  const isSame = rows.length === seen.size && rows.every(([number, version]) => seen.get(Number(number)) === version);
  return isSame ? null : refuseWith("contacts_changed", "Imports of this workspace have gone on meanwhile.");
}
