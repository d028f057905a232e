/** How a file is read: its dialect, and the first rows under it. Preview, mapping and import all begin here. */
import { accept, type Result, refuse, refuseWith } from "../../core/problem/refusal.ts";
import { EncodingEvidence } from "../../core/tabular/decoding/encoding-evidence.ts";
import { sniffEncoding } from "../../core/tabular/decoding/sniff-encoding.ts";
import type { Dialect, DialectOverrides } from "../../core/tabular/dialect.ts";
import { CsvReader } from "../../core/tabular/rows/csv-reader.ts";
import type { Row } from "../../core/tabular/rows/row.ts";
import { SNIFF_BYTES, sniffDialect, withEncoding } from "../../core/tabular/sniffing/sniff.ts";
import { sniffRows } from "../../core/tabular/sniffing/sniff-rows.ts";
import { commonWidth } from "../../core/tabular/sniffing/table-trial.ts";
import { SAMPLE_ROWS } from "../limits.ts";
import type { Converted } from "../ports/converter.ts";
import type { TableBytes } from "../ports/table-bytes.ts";
import { sampleEncoding, wholeEncoding } from "./sample-encoding.ts";

/** @param converted what the file was made of; null = it is what a person has given */
export async function sniffTable(
  file: TableBytes,
  overrides: DialectOverrides,
  converted: Converted | null,
): Promise<Result<Dialect>> {
  const sample = await file.slice(0, SNIFF_BYTES);
  if (converted?.from) return sniffRows(sample, converted.from, overrides);
  const encoding = overrides.encoding === undefined ? await sampleEncoding(file, sample) : undefined;
  const dialect = sniffDialect(sample, file.size <= SNIFF_BYTES, overrides, encoding);
  if (!dialect.ok || !converted) return dialect;
  return accept({ ...dialect.value, evidence: [...converted.evidence, ...dialect.value.evidence] });
}

/**
 * The dialect in the encoding that the whole file shows, for where reading met bytes that no sample had; the same one where
 * it stays the best that there is.
 */
export async function resniffEncoding(file: TableBytes, dialect: Dialect): Promise<Dialect> {
  if (dialect.encodingGiven || dialect.numbered) return dialect;
  const sample = await file.slice(0, SNIFF_BYTES);
  const guess = sniffEncoding(sample, file.size <= SNIFF_BYTES, await wholeEncoding(file));
  if (guess === null) return dialect;
  const start = new EncodingEvidence();
  start.add(sample, { atStart: true, atEnd: sample.length === file.size });
  // The columns were mapped by headers that were read as UTF-8: what was read rightly stays as it is.
  const keepsUtf8 = dialect.encoding === "utf-8" && guess.encoding !== "utf-8" && start.characters > 0;
  const better = keepsUtf8 ? { ...guess, encoding: "utf-8", fallback: guess.encoding } : guess;
  const same = better.encoding === dialect.encoding && better.fallback === dialect.fallback;
  return same ? dialect : withEncoding(dialect, better);
}

export type TableSample = {
  /** The header's cells as they are in the file; null where it has none. */
  readonly headers: readonly string[] | null;
  /** The first rows below the header. */
  readonly rows: readonly Row[];
  /** Columns of the table: where no header names them, those that most rows have, as one with a cell too many is no measure. */
  readonly width: number;
};

/** The header and up to 200 rows; reads no further than it must. A file without a row of contacts is refused. */
export async function sampleTable(file: TableBytes, dialect: Dialect): Promise<Result<TableSample>> {
  const reader = new CsvReader(dialect);
  const rows: Row[] = [];
  for await (const piece of file.bytes()) {
    for (const row of reader.push(piece)) rows.push(row);
    if (reader.refusal !== null || rows.length > SAMPLE_ROWS) break;
  }
  if (rows.length <= SAMPLE_ROWS) for (const row of reader.end()) rows.push(row);
  const first = rows[0];
  if (!first) {
    if (reader.refusal !== null) return refuse(reader.refusal);
    return refuseWith("file_empty", "The file holds no rows.");
  }
  const headers = dialect.header ? first.cells : null;
  const below = (headers === null ? rows : rows.slice(1)).slice(0, SAMPLE_ROWS);
  if (below.length === 0) {
    if (reader.refusal !== null) return refuse(reader.refusal);
    return refuseWith("file_empty", "The file holds a header and no rows below it.");
  }
  const isText = dialect.numbered === undefined;
  const widest = (): number => below.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const width = headers?.length ?? (isText ? commonWidth(below) : widest());
  return accept({ headers, rows: below, width });
}
