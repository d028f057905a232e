/** Finds a second table below the first: behind a blank line, a header of its own with rows of its own below it. */
import { looksLikeValue } from "./cell-shape.ts";
import { hasHeaderWord } from "./header-words.ts";
import { countLineBreaks } from "./line-breaks.ts";
import type { Row } from "./row.ts";

const FEWEST_ROWS = 1;

/**
 * @param rows those of the sample from the first table's header on
 * @returns the line of the second table's header; null = there is none
 */
export function secondTable(rows: readonly Row[], columns: number): number | null {
  const header = rows[0];
  if (!header || columns < 2) return null;
  for (let at = 2; at < rows.length - FEWEST_ROWS; at++) {
    const [before, row, below] = [rows[at - 1], rows[at], rows[at + 1]];
    if (!before || !row || !below || !isHeader(row.cells) || sameCells(row.cells, header.cells)) continue;
    const width = row.cells.length;
    const titled =
      before.cells.length === 1 && rows[at - 2] !== undefined && isBehindBlank(rows[at - 2] as Row, before);
    if (width === below.cells.length && below.line === row.line + 1 && (isBehindBlank(before, row) || titled)) {
      if (width !== columns || holdsValues(rows.slice(at + 1, at + 6))) return row.line;
    }
  }
  return null;
}

function isBehindBlank(before: Row, row: Row): boolean {
  const inside = before.cells.reduce((sum, cell) => sum + countLineBreaks(cell, 0, cell.length), 0);
  return row.line > before.line + inside + 1;
}

/** Names and nothing else, most of them words that headers use. */
function isHeader(cells: readonly string[]): boolean {
  if (cells.length < 2 || cells.some((cell) => cell.trim() === "" || looksLikeValue(cell))) return false;
  return cells.filter(hasHeaderWord).length * 2 >= cells.length && cells.some(hasHeaderWord);
}

const sameCells = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((cell, at) => cell === b[at]);

const holdsValues = (rows: readonly Row[]): boolean => rows.some(({ cells }) => cells.some(looksLikeValue));
