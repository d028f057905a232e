/** Bytes -> a table: how the file is read, with the evidence, and every row with the line where it starts. */
import { accept, type Result, refuse, refuseWith } from "../core/problem/refusal.ts";
import type { Dialect, DialectOverrides, Evidence } from "../core/tabular/dialect.ts";
import type { DetectedText, TextFormat } from "../core/tabular/formats/text-format.ts";
import { TEXT_FORMATS } from "../core/tabular/formats/text-formats.ts";
import { isBlankRow } from "../core/tabular/rows/blank-row.ts";
import { CsvReader } from "../core/tabular/rows/csv-reader.ts";
import type { Row } from "../core/tabular/rows/row.ts";
import { ROWS_FILE_DIALECT } from "../core/tabular/rows/rows-file.ts";
import { SNIFF_BYTES, sniffDialect } from "../core/tabular/sniffing/sniff.ts";

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
 * Reads delimited text, contact cards (vCard), LDIF and JSON.
 *
 * @param file bytes in any encoding, or a text that is decoded already
 * @param overrides parts of the dialect that are known and not to be guessed
 * @returns a refusal for a file that is no table: empty, not text, a quote that is never closed
 */
export function read(file: Uint8Array | string, overrides: DialectOverrides = {}): Result<Table> {
  const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
  for (const format of TEXT_FORMATS) {
    const detected = format.detect(bytes.subarray(0, SNIFF_BYTES), bytes.length <= SNIFF_BYTES);
    if (detected) return readNamed(bytes, format, detected);
  }
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

/** Formats that have names for their values: looked through for the names, then for the rows. */
function readNamed(bytes: Uint8Array, format: TextFormat, { format: name, says }: DetectedText): Result<Table> {
  const finder = format.columns();
  finder.push(bytes);
  const { columns, says: besides } = finder.end();
  if (finder.refusal) return refuse(finder.refusal);
  const reader = format.rows(columns);
  const all = [...reader.push(bytes), ...reader.end()];
  const rows = all.filter(({ cells }) => !isBlankRow(cells));
  if (reader.refusal) return refuse(reader.refusal);
  const numbered = { columns: columns.length };
  const evidence: Evidence[] = [
    { about: "format", says },
    ...besides.map((sentence) => ({ about: "header", says: sentence, notice: true }) as const),
  ];
  return accept({
    dialect: { ...ROWS_FILE_DIALECT, format: name, numbered, header: true, confidence: 1, evidence },
    headers: columns,
    rows: rows.map(({ line, cells, unread }) =>
      unread === undefined
        ? { line, offset: -1, cells: columns.map((_, at) => cells[at] ?? "") }
        : { line, offset: -1, cells, unread },
    ),
    blankLines: all.length - rows.length,
  });
}
