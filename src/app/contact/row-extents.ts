/** Where rows begin and end in a stored file, and which of them name somebody. */
import { CsvReader } from "../../core/tabular/rows/csv-reader.ts";
import { erasedRow } from "../../core/tabular/rows/erased-row.ts";
import type { Position, Row } from "../../core/tabular/rows/row.ts";
import type { ImportSettings } from "../import/import-settings.ts";
import { READ_BYTES } from "../limits.ts";
import type { FileStore } from "../ports.ts";

type Files = Pick<FileStore, "read" | "slice">;
type Table = Pick<ImportSettings, "source" | "dialect" | "mapping">;

/** `bytes`: what stands there once the row is erased. */
export type ErasedExtent = {
  readonly offset: number;
  readonly bytes: Uint8Array;
  readonly cells: readonly string[];
};

/** Whether a row with these cells is about the people that are sought. */
export type NamesThem = (cells: readonly string[]) => boolean;

/** A cell is one of these texts, whatever its case. */
export const holdsOne = (cells: readonly string[], known: ReadonlySet<string>): boolean =>
  known.size > 0 && cells.some((cell) => known.has(cell.trim().toLowerCase()));

/** Rows of a stored file that name somebody. @param table without a mapping it is as wide as its first row */
export async function* rowsNaming(
  files: Files,
  table: Pick<Table, "source" | "dialect"> & Partial<Table>,
  namesThem: NamesThem,
): AsyncGenerator<Position> {
  const { dialect, mapping, source } = table;
  const width = mapping === undefined ? {} : { columns: mapping.length };
  const reader = new CsvReader(dialect, { startOffset: 0, startLine: 1, ...width });
  for await (const piece of files.read(source.key)) {
    for (const row of reader.push(piece)) if (namesThem(row.cells)) yield { line: row.line, offset: row.offset };
    if (reader.refusal !== null) return;
  }
  for (const row of reader.end()) if (namesThem(row.cells)) yield { line: row.line, offset: row.offset };
}

/** Null where no row begins there. */
export async function erasedExtent(files: Files, table: Table, position: Position): Promise<ErasedExtent | null> {
  const { dialect, mapping, source } = table;
  const reader = new CsvReader(dialect, {
    startOffset: position.offset,
    startLine: position.line,
    columns: mapping.length,
  });
  const rows: Row[] = [];
  for (let offset = position.offset; rows.length < 2 && offset < source.bytes && reader.refusal === null; ) {
    const piece = await files.slice(source.key, offset, READ_BYTES);
    if (piece.length === 0) break;
    offset += piece.length;
    rows.push(...reader.push(piece));
    if (offset >= source.bytes) rows.push(...reader.end());
  }
  const [row, next] = rows;
  if (row?.offset !== position.offset) return null;
  const bytes = await files.slice(source.key, row.offset, (next?.offset ?? source.bytes) - row.offset);
  return { offset: row.offset, bytes: erasedRow(bytes, dialect, row.cells.length), cells: row.cells };
}

/** The file's bytes with these rows erased. */
export async function* withErased(
  files: Files,
  key: string,
  extents: readonly ErasedExtent[],
): AsyncGenerator<Uint8Array> {
  const left = [...extents].sort((a, b) => a.offset - b.offset);
  let offset = 0;
  for await (const piece of files.read(key)) {
    // The buffer is used again for the next piece.
    const copy = piece.slice();
    for (const { offset: from, bytes } of left) {
      const [start, end] = [Math.max(from, offset), Math.min(from + bytes.length, offset + copy.length)];
      if (start < end) copy.set(bytes.subarray(start - from, end - from), start - offset);
    }
    offset += copy.length;
    while (left[0] !== undefined && left[0].offset + left[0].bytes.length <= offset) left.shift();
    yield copy;
  }
}
