/** Whether the stored file of an import is still kept, for whoever would read its rows or hand it out. */
import { accept, type Refusal, type Result, refuse, refuseWith } from "../../core/problem/refusal.ts";
import type { ImportRecord } from "../ports.ts";
import type { ImportSettings } from "./import-settings.ts";

type StoredPart = Pick<ImportSettings["source"], "key" | "bytes">;

/** Null = its rows can be read. */
export function rowsNotKept({ id, settings: { source } }: Pick<ImportRecord, "id" | "settings">): Refusal | null {
  const at = source.since?.expiredAt;
  if (at === undefined) return null;
  const day = new Date(at).toISOString().slice(0, 10);
  return refuseWith("source_file_expired", `The file of ${id} was removed on ${day}, when its time was over.`).refusal;
}

/** The file as it was given. */
export function uploadedFile(record: Pick<ImportRecord, "id" | "settings">): Result<StoredPart> {
  const gone = rowsNotKept(record);
  if (gone) return refuse(gone);
  const { source } = record.settings;
  return source.since?.originalGone
    ? refuseWith("source_file_expired", `Of the file of ${record.id} only the rows are kept, since people were erased.`)
    : accept(source.original ?? source);
}
