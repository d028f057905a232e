/** How a bulk change lies in the databases: a row with documents that only the stores write. */
import type { BulkChoice, BulkEvent, BulkRecord, BulkState, BulkUndoTally } from "../../app/ports/bulk-store.ts";
import type { RecordedChange } from "../../core/bulk/bulk-change.ts";
import { type PresentAddresses, withPresentAddresses } from "../../core/member/present-address.ts";
import type { Changes } from "../../core/plan/outcome.ts";
import type { DbRow } from "../db-row.ts";

export const BULK_COLUMNS = `bulk_id, at, by, change, state, choice, seen_to, changed, unchanged, new_tags, ended_at,
  undone_at, undone_by, undo_tally, expired_at`;

const NO_UNDO: BulkUndoTally = { restored: 0, partly: 0, kept: 0, gone: 0, away: 0 };

export const addedTally = (before: BulkUndoTally = NO_UNDO, more: BulkUndoTally): BulkUndoTally => ({
  restored: before.restored + more.restored,
  partly: before.partly + more.partly,
  kept: before.kept + more.kept,
  gone: before.gone + more.gone,
  away: before.away + more.away,
});

export function asBulkRecord(row: DbRow): BulkRecord {
  const [number, at, by, change, state, choice, seenTo, changed, unchanged, newTags, endedAt, undoneAt, undoneBy] = row;
  const [tally, expiredAt] = row.slice(13);
  return {
    number: Number(number),
    at: Number(at),
    by: String(by),
    change: JSON.parse(String(change)) as RecordedChange,
    state: String(state) as BulkState,
    choice: choice === null ? null : (JSON.parse(String(choice)) as BulkChoice),
    seenTo: Number(seenTo),
    changed: Number(changed),
    unchanged: Number(unchanged),
    newTags: JSON.parse(String(newTags)) as readonly string[],
    endedAt: endedAt === null ? null : Number(endedAt),
    undo:
      undoneAt === null
        ? null
        : {
            at: Number(undoneAt),
            by: String(undoneBy),
            tally: { ...NO_UNDO, ...(JSON.parse(String(tally)) as Partial<BulkUndoTally>) },
          },
    expiredAt: expiredAt === null ? null : Number(expiredAt),
  };
}

/** @param row number, at, by, change, the line's changes and result, undone at and by */
export function asBulkEvent(row: DbRow, addresses: PresentAddresses): BulkEvent {
  const [bulk, at, by, change, changes, result, undoneAt, undoneBy] = row;
  return {
    bulk: Number(bulk),
    at: Number(at),
    by: String(by),
    do: (JSON.parse(String(change)) as RecordedChange).do,
    changes: changes === null ? null : withPresentAddresses(JSON.parse(String(changes)) as Changes, addresses),
    undone: result === null ? null : { at: Number(undoneAt), by: String(undoneBy), result: String(result) },
  };
}
