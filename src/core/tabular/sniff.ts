/** Finds out how a CSV file is to be read, from its first bytes, and says why. What a person has said is not guessed. */
import { catalogue } from "../problem/catalogue.ts";
import { accept, type Refusal, type Result, refuse } from "../problem/refusal.ts";
import { columnShapes } from "./column-shapes.ts";
import type { Dialect, DialectOverrides, Evidence } from "./dialect.ts";
import type { EncodingGuess } from "./encoding-guess.ts";
import { foreignFile } from "./foreign-file.ts";
import { lastLineCut } from "./line-breaks.ts";
import type { Row } from "./row.ts";
import { rowFinding, type TableNames } from "./row-finding.ts";
import { joinedNames } from "./second-header.ts";
import { secondTable } from "./second-table.ts";
import { sniffEncoding } from "./sniff-encoding.ts";
import { type FormatGuess, sniffFormat } from "./sniff-format.ts";
import { type HeaderGuess, sniffHeader } from "./sniff-header.ts";
import { newlineEvidence, sniffNewline } from "./sniff-newline.ts";
import { separatorLine, type TableStart, tableStart } from "./sniff-preamble.ts";
import { tableLayout } from "./table-layout.ts";
import type { Trial } from "./table-trial.ts";
import { bomLength, byteShape, decoderFor, encodingName } from "./text-decoding.ts";

/** Bytes of the file's start that are worth giving: the encoding is judged on all of them, the rest on fewer. */
export const SNIFF_BYTES = 1024 * 1024;
/** Characters tried with every delimiter. */
const FORMAT_CHARS = 256 * 1024;

/**
 * @param sample the first bytes of the file, up to SNIFF_BYTES
 * @param whole the sample is the entire file
 */
export function sniffDialect(sample: Uint8Array, whole: boolean, overrides: DialectOverrides = {}): Result<Dialect> {
  const wrong = checkOverrides(overrides) ?? checkContent(sample);
  if (wrong) return refuse(wrong);
  const encoding =
    overrides.encoding === undefined ? sniffEncoding(sample, whole) : givenEncoding(overrides.encoding, sample);
  if (encoding === null) return refuse(notText("It is binary data, not text.", catalogue.file_not_text.fix));
  const sampled = sampleText(sample, whole, encoding.encoding);
  if (whole && !/[^\s,;|"'\0\x1a]/.test(sampled))
    return refuse(empty("The file holds no values, only empty lines and cells."));
  const text = sampled.slice(0, FORMAT_CHARS);
  const separator = separatorLine(text);
  const table = separator === null ? text : text.replace(/^.*(?:\r\n|\r|\n|$)/, "");
  const given = separator === null ? overrides : { delimiter: separator, ...withoutUndefined(overrides) };
  const ended = whole && sampled.length <= FORMAT_CHARS;
  const format = sniffFormat(table, ended, given);
  const unfit = given.delimiter === undefined ? layoutRefusal(table, format.trial) : null;
  if (unfit) return refuse(unfit);
  return accept(dialect({ text, encoding, format, overrides, separator }));
}

/** What is no single table with a delimiter, however it is looked at. Whoever names the delimiter has looked. */
function layoutRefusal(text: string, { rows, columns }: Trial): Refusal | null {
  const layout = tableLayout(text, columns);
  if (layout) {
    const { fix } = catalogue.table_not_delimited;
    return { code: "table_not_delimited", message: `The file is ${layout.is}, not a CSV.`, fix, line: layout.line };
  }
  const start = tableStart(rows, columns).first;
  const second = secondTable(rows.slice(start), columns);
  if (second === null) return null;
  const message = `One table starts on line ${rows[start]?.line ?? 1}, another one on line ${second}.`;
  return { code: "several_tables", message, fix: catalogue.several_tables.fix, line: second };
}

type Parts = {
  readonly text: string;
  readonly encoding: EncodingGuess;
  readonly format: FormatGuess;
  readonly overrides: DialectOverrides;
  readonly separator: string | null;
};

function dialect({ text, encoding, format, overrides, separator }: Parts): Dialect {
  const { trial } = format;
  const start = overrides.header === false ? AT_ONCE : tableStart(trial.rows, trial.columns);
  const [first, ...below] = trial.rows.slice(start.first);
  const note = start.first === 0 ? 0 : (first?.line ?? 1) - 1;
  const skipped = note + (separator === null ? 0 : 1);
  const rows = first ? [headerRow(first, below[0], start), ...(start.secondHeader ? below.slice(1) : below)] : [];
  const header = start.secondHeader ? TWO_LINES : headerGuess(rows, overrides.header);
  const newline = sniffNewline(text, trial.quote);
  const evidence: Evidence[] = [{ about: "encoding", says: encoding.says }, ...format.evidence];
  if (separator !== null)
    evidence.push({ about: "delimiter", says: "The first line, sep=, names the delimiter and is no row." });
  evidence.push(newlineEvidence(newline));
  if (note > 0)
    evidence.push({ about: "header", says: `The table starts on line ${skipped + 1}; above it is a note, no row.` });
  if (start.says !== null) evidence.push({ about: "header", says: start.says });
  evidence.push({ about: "header", says: header.says });
  return {
    format: "csv",
    encoding: encoding.encoding,
    bom: encoding.bom,
    delimiter: trial.delimiter,
    quote: trial.quote,
    escape: trial.escape,
    ...(trial.spacedQuotes ? { spacedQuotes: true } : {}),
    newline,
    header: header.header,
    ...(skipped > 0 ? { preambleLines: skipped } : {}),
    ...(start.secondHeader ? { secondHeader: start.secondHeader } : {}),
    ...tableEvidence(rows.slice(header.header ? 1 : 0), {
      headers: header.header ? (rows[0]?.cells ?? null) : null,
      columns: rows[0]?.cells.length ?? 0,
    }),
    confidence: Math.round(100 * Math.min(encoding.confidence, format.confidence, header.confidence)) / 100,
    evidence,
  };
}

/** Only where there are columns to tell apart, and no more of them than a person fills in. */
function tableEvidence(all: readonly Row[], names: TableNames): Pick<Dialect, "columns"> {
  const { columns } = names;
  if (columns < 3 || columns > MOST_EVIDENCE) return {};
  const rows = all.filter((row) => rowFinding(row, names) === null);
  const leadingSpaces = rows.some(({ cells }) => cells.length === columns && cells.some((cell) => /^ \S/.test(cell)));
  return { columns: { shapes: columnShapes(rows, columns), leadingSpaces } };
}

const MOST_EVIDENCE = 200;

const AT_ONCE: TableStart = { first: 0, secondHeader: undefined, says: null };
const TWO_LINES: HeaderGuess = { header: true, confidence: 0.9, says: "The first row names the columns." };

const headerRow = (first: Row, second: Row | undefined, { secondHeader }: TableStart): Row =>
  secondHeader === "joined" && second ? { ...first, cells: joinedNames(first.cells, second.cells) } : first;

function headerGuess(rows: Parameters<typeof sniffHeader>[0], given: boolean | undefined) {
  if (given === undefined) return sniffHeader(rows);
  return {
    header: given,
    confidence: 1,
    says: given ? "A header was said to be there." : "No header was said to be there.",
  };
}

function givenEncoding(label: string, sample: Uint8Array): EncodingGuess {
  const encoding = encodingName(label) ?? label;
  const bom = bomLength(sample, byteShape(encoding)) > 0;
  return { encoding, bom, confidence: 1, says: `The encoding ${encoding} was given.` };
}

/** Whole lines only, where the file goes on, and without the byte order mark. */
function sampleText(sample: Uint8Array, whole: boolean, encoding: string): string {
  const shape = byteShape(encoding);
  const bytes = sample.subarray(bomLength(sample, shape));
  const cut = whole ? bytes.length : lastLineCut(bytes, shape) || bytes.length;
  return decoderFor(encoding).decode(bytes.subarray(0, cut));
}

function checkOverrides(overrides: DialectOverrides): Refusal | null {
  const { encoding, delimiter, quote } = overrides;
  if (encoding !== undefined && encodingName(encoding) === null) {
    return {
      code: "encoding_unknown",
      message: `No encoding is called "${encoding}".`,
      fix: catalogue.encoding_unknown.fix,
    };
  }
  if (
    delimiter !== undefined &&
    (delimiter.length !== 1 || /[\r\n\0]/.test(delimiter) || delimiter === (quote ?? '"'))
  ) {
    const message = `${JSON.stringify(delimiter)} cannot be a delimiter.`;
    return { code: "delimiter_invalid", message, fix: catalogue.delimiter_invalid.fix };
  }
  const badQuote = quote !== undefined && (quote.length > 1 || /[\r\n\0\\]/.test(quote));
  const wrongEscape = ![undefined, "\\", quote ?? `"`].includes(overrides.escape);
  if (badQuote || wrongEscape) {
    const message = `${JSON.stringify(badQuote ? quote : overrides.escape)} cannot be a quote or its escape.`;
    return { code: "quote_invalid", message, fix: catalogue.quote_invalid.fix };
  }
  return null;
}

function checkContent(sample: Uint8Array): Refusal | null {
  if (sample.length === 0) return empty("The file holds no bytes.");
  const foreign = foreignFile(sample);
  return foreign ? notText(`It is ${foreign.is}, whatever its name says.`, foreign.fix) : null;
}

const empty = (message: string): Refusal => ({ code: "file_empty", message, fix: catalogue.file_empty.fix });
const notText = (message: string, fix: string): Refusal => ({ code: "file_not_text", message, fix });

function withoutUndefined(overrides: DialectOverrides): DialectOverrides {
  return Object.fromEntries(Object.entries(overrides).filter(([, value]) => value !== undefined));
}
