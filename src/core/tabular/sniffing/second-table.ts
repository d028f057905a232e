/** Finds a second table below or above the one that most rows belong to: a header of its own with rows of its own. */

import { countLineBreaks } from "../decoding/line-breaks.ts";
import { looksLikeValue } from "../rows/cell-shape.ts";
import type { Row } from "../rows/row.ts";
import { hasHeaderWord } from "./header-words.ts";
import { tableStart } from "./sniff-preamble.ts";

const FEWEST_ROWS = 1;

/**
 * @param rows the first of the file, notes above the table among them
 * @param columns the width that most rows have
 * @returns the lines of both headers; null = there is one table
 */
export function severalTables(rows: readonly Row[], columns: number): readonly [first: number, second: number] | null {
  const start = tableStart(rows, columns).first;
  const line = rows[start]?.line ?? 1;
  const above = tableAbove(rows.slice(0, start));
  if (above !== null) return [above, line];
  const below = tableBelow(rows.slice(start), columns);
  return below === null ? null : [line, below];
}

/**
 * Behind a blank line, or a title of its own.
 *
 * @param rows from the header on
 */
function tableBelow(rows: readonly Row[], columns: number): number | null {
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

/**
 * Lines that are no notes but a table themselves, of another width.
 *
 * @param rows those above the header
 */
function tableAbove(rows: readonly Row[]): number | null {
  const header = rows.find((row, at) => {
    const below = rows[at + 1];
    // Of two cells, `Name, Ann` is a note: there both have to be names.
    const named = row.cells.length > 2 || row.cells.every(hasHeaderWord);
    if (!below || below.line !== row.line + 1 || below.cells.length !== row.cells.length) return false;
    return named && isHeader(row.cells) && holdsValues([below]);
  });
  return header?.line ?? null;
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
