/** Where a file can be cut in two without reading it: at a line near its middle that looks like the start of a row. */
import type { ImportSettings } from "../app/import/import-settings.ts";
import type { FileStore } from "../app/ports.ts";
import { byteShape } from "../core/tabular/decoding/text-decoding.ts";
import { CsvReader } from "../core/tabular/rows/csv-reader.ts";

/** Bytes behind the middle in which a line is looked for, and bytes of rows by which it is judged. */
const SEARCHED = 64 * 1024;
const JUDGED = 8 * 1024;

const LF = 10;

/** Byte offset of the line; null where there is none, or where the byte of a line break may be part of another character. */
export async function findMiddle(files: Pick<FileStore, "slice">, settings: ImportSettings): Promise<number | null> {
  const { source, dialect } = settings;
  const shape = byteShape(dialect.encoding);
  if (shape !== "utf-8" && shape !== "one-byte") return null;
  const middle = Math.floor(source.bytes / 2);
  const bytes = await files.slice(source.key, middle, SEARCHED + JUDGED);
  let firstLine: number | null = null;
  for (let lf = bytes.indexOf(LF); lf >= 0 && lf < SEARCHED; lf = bytes.indexOf(LF, lf + 1)) {
    const line = middle + lf + 1;
    if (startsRow(bytes.subarray(lf + 1, lf + 1 + JUDGED), line, settings)) return line;
    firstLine ??= line;
  }
  return firstLine;
}

/** Inside a quoted cell quotes open where they should close, and hardly a row has the width of the others. */
function startsRow(bytes: Uint8Array, startOffset: number, { dialect, mapping }: ImportSettings): boolean {
  const reader = new CsvReader({ ...dialect, preambleLines: 0 }, { startOffset, columns: mapping.length });
  const rows = reader.push(bytes);
  if (rows.length === 0 || reader.refusal !== null) return false;
  if (dialect.numbered) return rows.every(({ line }, at) => line > (rows[at - 1]?.line ?? 0));
  return rows.every(({ cells }) => cells.length === mapping.length);
}
