/** In words: why the scanner could not read on. */
import { catalogue } from "../../problem/catalogue.ts";
import type { Refusal } from "../../problem/refusal.ts";
import type { ScanStop } from "./row-scanner.ts";

const MESSAGES: Record<ScanStop["why"], (line: number) => string> = {
  unclosed_quote: (line) => `The quote that opens on line ${line} is never closed.`,
  row_too_long: (line) => `The row on line ${line} is too long to be a row of a table.`,
  too_many_columns: (line) => `The row on line ${line} has too many columns.`,
};

export function scanRefusal(stop: ScanStop): Refusal {
  return { code: stop.why, message: MESSAGES[stop.why](stop.line), fix: catalogue[stop.why].fix, line: stop.line };
}
