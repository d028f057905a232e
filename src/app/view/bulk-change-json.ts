/** Bulk changes as programs read them. */
import { encodeId } from "../../core/public-id.ts";
import { isUnfinished } from "../bulk/bulk-changes.ts";
import type { BulkRecord, ImportAtWork } from "../ports/bulk-store.ts";
import type { Workspace } from "../ports.ts";

/** @param importAtWork in the workspace: it comes first */
export function bulkChangeJson({ idKey }: Workspace, record: BulkRecord, importAtWork: ImportAtWork) {
  const { number, at, by, change, state, changed, unchanged, endedAt, undo, expiredAt } = record;
  return {
    id: encodeId("blk", idKey, number),
    ...{ by, change, state, changed, unchanged },
    at: new Date(at).toISOString(),
    waitsForImport: importAtWork !== "none" && isUnfinished(record),
    importInterrupted: importAtWork === "interrupted" && isUnfinished(record),
    endedAt: endedAt === null ? null : new Date(endedAt).toISOString(),
    canUndo: expiredAt === null && (state === "running" || state === "done" || isUndoneInPart(record)),
    undo: undo && { at: new Date(undo.at).toISOString(), by: undo.by, ...undo.tally },
  };
}

/** Some of its contacts were away, and may be back. */
const isUndoneInPart = ({ state, undo }: BulkRecord): boolean => state === "undone" && (undo?.tally.away ?? 0) > 0;
