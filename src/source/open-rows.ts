/** The rows of a stored file, or of a part of it, below its header. */
import { CellFixes } from "../app/import/changing/cell-fixes.ts";
import type { ImportSettings } from "../app/import/import-settings.ts";
import type { FilePosition, FileStore } from "../app/ports.ts";
import { CsvReader } from "../core/tabular/rows/csv-reader.ts";
import type { Row } from "../core/tabular/rows/row.ts";
import { readRows, readWholeRows } from "./csv-file.ts";

export type FilePart = {
  /** Where a row starts; null = the start of the file. */
  readonly from: FilePosition | null;
  /** Byte offset of a line that is not read any more; null = to the end of the file. */
  readonly to: number | null;
};

export const WHOLE_FILE: FilePart = { from: null, to: null };

export const isWhole = ({ from, to }: FilePart): boolean => from === null && to === null;

/** Look at `reader` afterwards: it says why it stopped, and where. */
export function openRows(
  files: Pick<FileStore, "read" | "slice">,
  settings: ImportSettings,
  { from, to }: FilePart,
  watchFor?: (text: string) => boolean,
): { readonly reader: CsvReader; readonly rows: AsyncIterable<readonly Row[]> } {
  const { dialect, mapping, source } = settings;
  const reader = new CsvReader(dialect, {
    ...(from === null ? {} : { startOffset: from.offset, startLine: from.line, columns: mapping.length }),
    ...(watchFor === undefined ? {} : { watchFor }),
  });
  const start = from?.offset ?? 0;
  const rows =
    to === null
      ? readRows(files.read(source.key, start), reader)
      : readWholeRows(files.read(source.key, start, to - start), reader);
  const below = from === null && dialect.header ? withoutFirst(rows) : rows;
  const fixed = settings.fixes === undefined ? below : withFixes(below, new CellFixes(files, settings.fixes.key));
  return { reader, rows: fixed };
}

async function* withFixes(rows: AsyncIterable<readonly Row[]>, fixes: CellFixes): AsyncGenerator<readonly Row[]> {
  for await (const piece of rows) yield await fixes.apply(piece);
}

async function* withoutFirst(rows: AsyncIterable<readonly Row[]>): AsyncGenerator<readonly Row[]> {
  let first = true;
  for await (const piece of rows) {
    yield first ? piece.slice(1) : piece;
    first = false;
  }
}
