/** Finds out how a CSV file is to be read, from its first bytes, and says why. What a person has said is not guessed. */
import { catalogue } from "../../problem/catalogue.ts";
import { accept, type Refusal, type Result, refuse } from "../../problem/refusal.ts";
import type { EncodingEvidence } from "../decoding/encoding-evidence.ts";
import type { EncodingGuess } from "../decoding/encoding-guess.ts";
import { encodingName } from "../decoding/encoding-name.ts";
import { lastLineCut } from "../decoding/line-breaks.ts";
import { sniffEncoding } from "../decoding/sniff-encoding.ts";
import { bomLength, byteShape, decoderFor } from "../decoding/text-decoding.ts";
import type { Dialect, DialectOverrides, Evidence } from "../dialect.ts";
import { columnShapes } from "../rows/column-shapes.ts";
import type { Row } from "../rows/row.ts";
import { rowFinding, type TableNames } from "../rows/row-finding.ts";
import { foreignFile } from "./foreign-file.ts";
import { severalTables } from "./second-table.ts";
import { type FormatGuess, sniffFormat } from "./sniff-format.ts";
import { newlineEvidence, sniffNewline } from "./sniff-newline.ts";
import { separatorLine } from "./sniff-preamble.ts";
import { tableHead, titlesOf } from "./table-head.ts";
import { tableLayout } from "./table-layout.ts";
import type { Trial } from "./table-trial.ts";

/** Bytes of the file's start that are worth giving: the encoding is judged on all of them, the rest on fewer. */
export const SNIFF_BYTES = 1024 * 1024;
/** Characters tried with every delimiter. */
const FORMAT_CHARS = 256 * 1024;

/**
 * @param sample the first bytes of the file, up to SNIFF_BYTES
 * @param whole the sample is the entire file
 * @param evidence of its encoding from all over the file; absent = the sample's
 */
export function sniffDialect(
  sample: Uint8Array,
  whole: boolean,
  overrides: DialectOverrides = {},
  evidence?: EncodingEvidence,
): Result<Dialect> {
  const wrong = checkOverrides(overrides) ?? checkContent(sample);
  if (wrong) return refuse(wrong);
  const encoding =
    overrides.encoding === undefined
      ? sniffEncoding(sample, whole, evidence)
      : givenEncoding(overrides.encoding, sample);
  if (encoding === null) return refuse(notText("It is binary data, not text.", catalogue.file_not_text.fix));
  const sampled = sampleText(sample, whole, encoding);
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
  const tables = severalTables(rows, columns);
  if (tables === null) return null;
  const [first, second] = tables;
  const message = `One table starts on line ${first}, another one on line ${second}.`;
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
  const head = tableHead(trial.rows, trial.columns, overrides.header);
  const { header, rows } = head;
  const skipped = head.above + (separator === null ? 0 : 1);
  const newline = sniffNewline(text, trial.quote);
  const evidence: Evidence[] = [encodingEvidence(encoding), ...format.evidence];
  if (separator !== null)
    evidence.push({ about: "delimiter", says: "The first line, sep=, names the delimiter and is no row." });
  evidence.push(newlineEvidence(newline));
  if (head.above > 0)
    evidence.push({ about: "header", says: `The table starts on line ${skipped + 1}; above it is a note, no row.` });
  for (const says of head.says) evidence.push({ about: "header", says });
  return {
    format: "csv",
    encoding: encoding.encoding,
    bom: encoding.bom,
    ...(encoding.fallback === undefined ? {} : { fallback: encoding.fallback }),
    ...(overrides.encoding === undefined ? {} : { encodingGiven: true }),
    delimiter: trial.delimiter,
    quote: trial.quote,
    escape: trial.escape,
    ...(trial.spacedQuotes ? { spacedQuotes: true } : {}),
    newline,
    header: header.header,
    ...(skipped > 0 ? { preambleLines: skipped } : {}),
    ...(head.secondHeader ? { secondHeader: head.secondHeader } : {}),
    ...titlesOf(head),
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

function givenEncoding(label: string, sample: Uint8Array): EncodingGuess {
  const named = encodingName(label) ?? label;
  // "utf-16" leaves open which byte comes first, and the mark says it.
  const turned = named.endsWith("le") ? named.replace(/le$/, "be") : named.replace(/be$/, "le");
  const encoding = /^utf-(16|32)/.test(named) && bomLength(sample, byteShape(turned)) > 0 ? turned : named;
  const bom = bomLength(sample, byteShape(encoding)) > 0;
  return { encoding, bom, confidence: 1, says: `The encoding ${encoding} was given.` };
}

const encodingEvidence = ({ says, confidence }: EncodingGuess): Evidence => ({
  about: "encoding",
  says,
  confidence: Math.round(100 * confidence) / 100,
});

/** The same dialect in the encoding that more of the file has shown. */
export function withEncoding(dialect: Dialect, guess: EncodingGuess): Dialect {
  const { fallback: _, ...rest } = dialect;
  const others = dialect.evidence.filter(({ about }) => about !== "encoding");
  return {
    ...rest,
    encoding: guess.encoding,
    ...(guess.fallback === undefined ? {} : { fallback: guess.fallback }),
    confidence: Math.min(dialect.confidence, Math.round(100 * guess.confidence) / 100),
    evidence: [encodingEvidence(guess), ...others],
  };
}

/** Whole lines only, where the file goes on, and without the byte order mark. */
function sampleText(sample: Uint8Array, whole: boolean, { encoding, fallback }: EncodingGuess): string {
  const shape = byteShape(encoding);
  const bytes = sample.subarray(bomLength(sample, shape));
  const cut = whole ? bytes.length : lastLineCut(bytes, shape) || bytes.length;
  return decoderFor(encoding, fallback).decode(bytes.subarray(0, cut));
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
  if (delimiter !== undefined && !isDelimiter(delimiter, quote ?? '"')) {
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

/** One character, or several that are no word: a word is rather a name that nobody knows. */
function isDelimiter(delimiter: string, quote: string): boolean {
  if (delimiter === "" || delimiter.length > LONGEST_DELIMITER || /[\r\n\0]/.test(delimiter)) return false;
  return (
    !(quote !== "" && delimiter.includes(quote)) && (delimiter.length === 1 || !/^[\p{L}\p{N}]+$/u.test(delimiter))
  );
}

const LONGEST_DELIMITER = 20;

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
