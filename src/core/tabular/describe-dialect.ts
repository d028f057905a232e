/** The dialect in one sentence, for the terminal and the head of the preview. */
import type { dialectJson } from "./dialect-json.ts";
import { formatName } from "./file-format.ts";
import { delimiterName } from "./sniffing/sniff-format.ts";

const ENCODINGS: Readonly<Record<string, string>> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16 LE",
  "utf-16be": "UTF-16 BE",
  "utf-32le": "UTF-32 LE",
  "utf-32be": "UTF-32 BE",
};

const shownName = (encoding: string): string => ENCODINGS[encoding] ?? encoding.replace(/^windows/, "Windows");

type ShownDialect = ReturnType<typeof dialectJson>;

/** Also of what programs are shown of it. */
export function describeDialect(dialect: ShownDialect): string {
  return dialect.numbered || dialect.encoding === undefined ? describeConverted(dialect) : describeText(dialect);
}

/** A file that was converted has no quotes or delimiters that anybody knows of. */
function describeConverted({ format = "csv", sheet, header, preambleLines = 0 }: ShownDialect): string {
  const where = sheet === undefined ? "" : `, sheet “${sheet}”`;
  if (!header) return `${formatName(format)}${where}, no header`;
  const named = preambleLines > 0 ? `header in row ${preambleLines + 1}` : "header in the first row";
  return `${formatName(format)}${where}${sheet === undefined ? "" : `, ${named}`}`;
}

function describeText(dialect: ShownDialect): string {
  const mark = dialect.bom ? " with byte order mark" : "";
  const fallback = dialect.fallback === undefined ? "" : ` and ${shownName(dialect.fallback)}`;
  const encoding = `${shownName(dialect.encoding ?? "")}${mark}${fallback}`;
  const backslash = dialect.escape === "\\" && dialect.quote !== "" ? " and backslash" : "";
  const quote = dialect.quote === "" ? "not quoted" : `quoted with ${dialect.quote}${backslash}`;
  const note = dialect.preambleLines ?? 0;
  // Blank lines may stand above it, so that its line is only known where a note was skipped.
  const named = note > 0 ? `header on line ${note + 1}` : "header in the first row";
  const header = dialect.header ? named : "no header";
  return `CSV, ${encoding}, ${delimiterName(dialect.delimiter ?? "")}-separated, ${quote}, ${header}`;
}
