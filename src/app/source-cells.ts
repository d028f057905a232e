/** The cells of a ledger line as they stand in the stored file: read again from there, never stored twice. */
import { readRowAt } from "../core/tabular/read-row-at.ts";
import type { Position } from "../core/tabular/row.ts";
import { ROW_BYTES } from "./limits.ts";
import type { FileStore, ImportRecord } from "./ports.ts";

export async function sourceCells(
  files: FileStore,
  { settings: { source, dialect } }: ImportRecord,
  { line, offset }: Position,
): Promise<readonly string[]> {
  for (let length = ROW_BYTES; ; length *= 16) {
    const bytes = await files.slice(source.key, offset, length);
    const toEnd = offset + bytes.length >= source.bytes;
    const row = readRowAt(bytes, { line, offset }, { dialect, toEnd });
    if (row) return row.cells;
    if (toEnd) throw new Error(`line ${line} of the stored file ${source.key} cannot be read again`);
  }
}
