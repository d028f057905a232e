/** Bytes -> a table: how the file is read, with the evidence, and every row with the line where it starts. */
import { accept, type Result, refuse, refuseWith } from "../core/problem/refusal.ts";
import { CsvReader } from "../core/tabular/csv-reader.ts";
import type { Dialect, DialectOverrides } from "../core/tabular/dialect.ts";
import type { Row } from "../core/tabular/row.ts";
import { SNIFF_BYTES, sniffDialect } from "../core/tabular/sniff.ts";

export type Table = {
  readonly dialect: Dialect;
  /** The header's cells as they are in the file; null where it has none. */
  readonly headers: readonly string[] | null;
  /** The rows below the header. */
  readonly rows: readonly Row[];
  /** Lines whose cells are all empty: they are no rows. */
  readonly blankLines: number;
};

/**
 * Reads delimited text.
 *
 * @param file bytes in any encoding, or a text that is decoded already
 * @param overrides parts of the dialect that are known and not to be guessed
 * @returns a refusal for a file that is no table: empty, not text, a quote that is never closed
 */
export function read(file: Uint8Array | string, overrides: DialectOverrides = {}): Result<Table> {
  const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
  const given = typeof file === "string" ? { ...overrides, encoding: "utf-8" } : overrides;
  const dialect = sniffDialect(bytes.subarray(0, SNIFF_BYTES), bytes.length <= SNIFF_BYTES, given);
  if (!dialect.ok) return dialect;
  const reader = new CsvReader(dialect.value);
  const rows = [...reader.push(bytes), ...reader.end()];
  if (reader.refusal !== null) return refuse(reader.refusal);
  const headers = dialect.value.header ? rows[0]?.cells : null;
  if (headers === undefined) return refuseWith("file_empty", "The file holds no rows.");
  return accept({
    dialect: dialect.value,
    headers,
    rows: headers === null ? rows : rows.slice(1),
    blankLines: reader.blankLines,
  });
}
