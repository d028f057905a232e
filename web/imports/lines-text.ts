/** How many lines an import has, and of one on its way how many of them are done. */
import type { ImportsWords } from "../words/en/imports.ts";
import type { ImportSummary } from "./import-detail.ts";

export const linesText = (
  { lines, total = lines }: Pick<ImportSummary, "lines" | "total">,
  words: Pick<ImportsWords, "lines" | "doneOf">,
  number: (value: number) => string,
): string => (total > lines ? words.doneOf(number(lines), number(total)) : words.lines(lines, number(lines)));
