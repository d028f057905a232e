/** How a rows file is to be read: only what its rows mean is open, its form is always the same. */
import { accept, type Result, refuse, refuseWith } from "../problem/refusal.ts";
import { CsvReader } from "./csv-reader.ts";
import type { Dialect, DialectOverrides, Evidence } from "./dialect.ts";
import { type FileFormat, formatName } from "./file-format.ts";
import type { Row } from "./row.ts";
import { ROWS_FILE_DIALECT } from "./rows-file.ts";
import { sniffHeader } from "./sniff-header.ts";
import { preambleLines } from "./sniff-preamble.ts";

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
  const note = from.named || overrides.header === false ? 0 : preambleLines(first, commonWidth(first));
  if (note > 0)
    evidence.push({ about: "header", says: `The table starts in row ${note + 1}; above it is a note, no row.` });
  const header = headerOf(
    first.filter(({ line }) => line > note),
    { from, given: overrides.header },
  );
  evidence.push({ about: "header", says: header.says });
  return accept({
    ...whole,
    header: header.header,
    ...(note > 0 ? { preambleLines: note } : {}),
    confidence: Math.round(100 * header.confidence) / 100,
    evidence,
  });
}

function headerOf(
  rows: readonly Row[],
  { from, given }: { readonly from: ConvertedFrom; readonly given: boolean | undefined },
): ReturnType<typeof sniffHeader> {
  if (given !== undefined) {
    const says = given ? "A header was said to be there." : "No header was said to be there.";
    return { header: given, confidence: 1, says };
  }
  if (from.named) return { header: true, confidence: 1, says: `${formatName(from.format)} names its values.` };
  return sniffHeader(rows);
}

/** The width that most rows have, without empty cells at their end. */
function commonWidth(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) {
    const width = cells.findLastIndex((cell) => cell !== "") + 1;
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
