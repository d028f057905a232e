/** A stored file -> batches of drafts. Runs in the reading thread, and in tests without one. */
import { compileImport } from "../app/compile-import.ts";
import type { ImportSettings } from "../app/import-settings.ts";
import type { DraftChunk, FilePosition, FileStore } from "../app/ports.ts";
import { DraftBuilder } from "../core/plan/draft-builder.ts";
import { openRows } from "./open-rows.ts";

export async function* readDrafts(
  files: Pick<FileStore, "read">,
  settings: ImportSettings,
  options: { readonly from: FilePosition | null; readonly batchRows: number },
): AsyncGenerator<DraftChunk> {
  const builder = new DraftBuilder(compileImport(settings).drafts);
  const { reader, rows } = openRows(files, settings, { from: options.from, to: null });
  for await (const piece of rows) {
    for (const row of piece) {
      if (builder.count >= options.batchRows) {
        yield { ok: true, drafts: builder.take(), next: { offset: row.offset, line: row.line } };
      }
      builder.add(row);
    }
  }
  // What was read before the place that cannot be read is sent first: its rows are accounted for.
  if (builder.count > 0) yield { ok: true, drafts: builder.take(), next: reader.position };
  if (reader.refusal !== null) yield { ok: false, refusal: reader.refusal };
}
