/** How a rows file is to be read: only what its rows mean is open, its form is always the same. */
import { accept, type Refused, type Result, refuse, refuseWith } from "../../problem/refusal.ts";
import type { Dialect, DialectOverrides, Evidence } from "../dialect.ts";
import { type FileFormat, formatName } from "../file-format.ts";
import { CsvReader } from "../rows/csv-reader.ts";
import type { Row } from "../rows/row.ts";
import { ROWS_FILE_DIALECT } from "../rows/rows-file.ts";
import { severalTables } from "./second-table.ts";
import { tableHead, titlesOf } from "./table-head.ts";

/** What a file was converted from, and what was found on the way. */
export type ConvertedFrom = {
  readonly format: FileFormat;
  readonly sheet?: string;
  /** Width of its rows. */
  readonly columns: number;
  /** The first row is known to name the columns: the format itself has names for them. */
  readonly named: boolean;
  readonly evidence: readonly Evidence[];
};

/** Rows looked at for a note above the header. */
const TRIED_ROWS = 500;

/** @param sample the first bytes of the rows file */
export function sniffRows(sample: Uint8Array, from: ConvertedFrom, overrides: DialectOverrides): Result<Dialect> {
  const unfit = (["encoding", "delimiter", "quote"] as const).find((part) => overrides[part] !== undefined);
  if (unfit) {
    const message = `The file is no delimited text but ${aName(from)}: it has no ${unfit} to be told.`;
    return refuse({ code: "arguments_invalid", message, fix: `Leave --${unfit} out.` });
  }
  const numbered = { columns: from.columns };
  const whole: Dialect = {
    ...described(from),
    ...ROWS_FILE_DIALECT,
    numbered,
    header: false,
    confidence: 1,
    evidence: [],
  };
  const reader = new CsvReader(whole);
  const rows = reader.push(sample).slice(0, TRIED_ROWS);
  const first = rows.length > 0 ? rows : reader.end();
  if (first.length === 0) return refuseWith("file_empty", `${thisFile(from)} holds no values.`);
  const evidence: Evidence[] = [...from.evidence];
  if (from.named) {
    evidence.push({ about: "header", says: "The file names its values." });
    return accept({ ...whole, header: overrides.header ?? true, evidence });
  }
  const several = overrides.header === undefined ? tablesRefusal(first) : null;
  if (several) return several;
  const head = tableHead(asTyped(first), commonWidth(first), overrides.header);
  if (head.above > 0)
    evidence.push({ about: "header", says: `The table starts in row ${head.above + 1}; above it is a note, no row.` });
  for (const says of head.says) evidence.push({ about: "header", says });
  return accept({
    ...whole,
    header: head.header.header,
    ...(head.above > 0 ? { preambleLines: head.above } : {}),
    ...(head.secondHeader ? { secondHeader: head.secondHeader } : {}),
    ...titlesOf(head),
    confidence: Math.round(100 * head.header.confidence) / 100,
    evidence,
  });
}

/** Tables below each other on one sheet. Whoever has said whether there is a header has looked at it. */
function tablesRefusal(rows: readonly Row[]): Refused | null {
  const filled = rows.map((row) => ({ ...row, cells: row.cells.slice(0, filledWidthOf(row)) }));
  const tables = severalTables(filled, commonWidth(rows));
  if (tables === null) return null;
  const [first, second] = tables;
  return refuseWith("several_tables", `One table starts in row ${first}, another one in row ${second}.`, second);
}

/** As they would stand in a text: a note has one cell, and no row ends in cells behind the table. */
function asTyped(rows: readonly Row[]): readonly Row[] {
  const common = commonWidth(rows);
  return rows.map((row) => {
    const width = filledWidthOf(row);
    return { ...row, cells: row.cells.slice(0, width <= 1 ? 1 : Math.max(width, common)) };
  });
}

const filledWidthOf = ({ cells }: Row): number => cells.findLastIndex((cell) => cell !== "") + 1;

/** The width that most rows have, without empty cells at their end. */
function commonWidth(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const width = filledWidthOf(row);
    counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  let common = 0;
  for (const [width, count] of counts) if (count > (counts.get(common) ?? 0)) common = width;
  return common;
}

function described({ format, sheet }: ConvertedFrom): Pick<Dialect, "format" | "sheet"> {
  return sheet === undefined ? { format } : { format, sheet };
}

const thisFile = ({ sheet }: ConvertedFrom): string => (sheet === undefined ? "The file" : `The sheet “${sheet}”`);

const aName = ({ format }: ConvertedFrom): string =>
  `${/^[aeiou]/i.test(formatName(format)) ? "an" : "a"} ${formatName(format)}`;
