/** A stored file -> batches of drafts. Runs in the reading thread, and in tests without one. */
import type { ImportSettings, ReadingSettings } from "../app/import/import-settings.ts";
import type { DraftChunk, FileStore } from "../app/ports.ts";
import { type FilePart, openRows } from "./open-rows.ts";
import { RowDrafts } from "./row-drafts.ts";

/** Made once for all parts that are read one after the other. */
export const draftBuilder = (settings: ReadingSettings): RowDrafts => new RowDrafts(settings);

export async function* readDrafts(
  files: Pick<FileStore, "read" | "slice">,
  settings: ImportSettings,
  { builder, part, batchRows }: { readonly builder: RowDrafts; readonly part: FilePart; readonly batchRows: number },
): AsyncGenerator<DraftChunk> {
  const { reader, rows } = openRows(files, settings, part);
  for await (const piece of rows) {
    for (const row of piece) {
      if (builder.count >= batchRows) {
        yield { ok: true, ...builder.take(), next: { offset: row.offset, line: row.line } };
      }
      builder.add(row);
    }
  }
  // What was read before the place that cannot be read is sent first: its rows are accounted for.
  if (builder.count > 0) yield { ok: true, ...builder.take(), next: reader.position };
  if (reader.refusal !== null) yield { ok: false, refusal: reader.refusal };
}
