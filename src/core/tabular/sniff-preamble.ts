/**
 * Lines above the table that are no rows of it: Excel's `sep=;`, and the title or note that some programs export first
 * (LinkedIn puts three lines above its connections).
 */
import { looksLikeValue } from "./cell-shape.ts";
import { hasHeaderWord } from "./header-words.ts";
import type { Row } from "./row.ts";

/** Notes are short; a table that starts further down is looked for by a person. */
const LONGEST_PREAMBLE_ROWS = 8;
const FEWEST_COLUMNS = 3;

/** The delimiter that a first line `sep=;` names, as Excel writes and honours it; also quoted. */
export function separatorLine(text: string): string | null {
  const match = /^"?sep=([^\r\n])"?(?:\r\n|\r|\n|$)/i.exec(text.slice(0, 16));
  return match?.[1] ?? null;
}

/**
 * Physical lines in front of the header, if the first rows are a note: at most one filled cell each, while the row below
 * them fills at least three columns, with words that headers use.
 *
 * @param columns the width that most rows have
 */
export function preambleLines(rows: readonly Row[], columns: number): number {
  if (columns < FEWEST_COLUMNS) return 0;
  const start = rows.findIndex((row) => filled(row.cells) > 1);
  const header = rows[start];
  if (!header || start === 0 || start > LONGEST_PREAMBLE_ROWS || rows.length < start + 2) return 0;
  if (filled(header.cells) < columns / 2 || header.cells.some(looksLikeValue)) return 0;
  return header.cells.filter(hasHeaderWord).length >= 2 ? header.line - 1 : 0;
}

function filled(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== "").length;
}
