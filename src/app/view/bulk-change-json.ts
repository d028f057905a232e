/** Bulk changes as programs read them. */
import { encodeId } from "../../core/public-id.ts";
import { isUnfinished } from "../bulk/bulk-changes.ts";
import type { BulkRecord } from "../ports/bulk-store.ts";
import type { Workspace } from "../ports.ts";

/** @param isHeld an import of the workspace is at work, which comes first */
export function bulkChangeJson({ idKey }: Workspace, record: BulkRecord, isHeld: boolean) {
  const { number, at, by, change, state, changed, unchanged, endedAt, undo, expiredAt } = record;
  return {
    id: encodeId("blk", idKey, number),
    ...{ by, change, state, changed, unchanged },
    at: new Date(at).toISOString(),
    waitsForImport: isHeld && isUnfinished(record),
    endedAt: endedAt === null ? null : new Date(endedAt).toISOString(),
    canUndo: expiredAt === null && (state === "running" || state === "done" || isUndoneInPart(record)),
    undo: undo && { at: new Date(undo.at).toISOString(), by: undo.by, ...undo.tally },
  };
}

/** Some of its contacts were away, and may be back. */
const isUndoneInPart = ({ state, undo }: BulkRecord): boolean => state === "undone" && (undo?.tally.away ?? 0) > 0;
