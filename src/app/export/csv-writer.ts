/** How the files that Muster writes look: UTF-8 with a byte order mark, CRLF, a delimiter that the workspace takes back. */
import type { Policy } from "../../core/policy/policy.ts";
import { csvLine } from "../../core/tabular/rows/csv-line.ts";

export type CsvWriter = {
  /** The first line of the file. Without the mark spreadsheets take UTF-8 for the encoding of their own country. */
  readonly header: (cells: readonly string[]) => string;
  readonly line: (cells: readonly string[]) => string;
};

const BYTE_ORDER_MARK = "\ufeff";
const LINE_END = "\r\n";

export function csvWriter({ delimiters }: Pick<Policy, "delimiters">): CsvWriter {
  const takesComma = delimiters.length === 0 || delimiters.includes(",");
  const delimiter = takesComma ? "," : (delimiters[0] ?? ",");
  const line = (cells: readonly string[]): string => csvLine(cells, delimiter) + LINE_END;
  return { line, header: (cells) => BYTE_ORDER_MARK + line(cells) };
}
