/**
 * What a row is besides a row: one that could not be read, one that does not fit the table, the header again, the name of a
 * group, or a total below the last one.
 */
import { ERROR_COLUMNS, errorCellsOf, hasEmptiedCells, ownColumns } from "../../mapping/error-columns.ts";
import { cellShape } from "./cell-shape.ts";
import { isFooterLabel, isFooterText, isTotalWord } from "./footer-text.ts";
import { filledWidth, isRagged } from "./ragged-row.ts";
import type { Row } from "./row.ts";

export type RowFinding = "line_unreadable" | "ragged_row" | "repeated_header" | "group_title" | "footer_line";

export type TableNames = {
  /** Cells of the header; null = the file has none. */
  readonly headers: readonly string[] | null;
  readonly columns: number;
  /** Columns of its own where it is a file of lines with errors; absent = it is none. */
  readonly own?: number;
};

export function tableNames(headers: readonly string[] | null, columns: number): TableNames {
  const own = headers === null ? columns : ownColumns(headers);
  return { headers, columns, ...(own < (headers?.length ?? 0) ? { own } : {}) };
}

export function rowFinding(row: Row, { headers, columns, own }: TableNames): RowFinding | null {
  const { cells } = row;
  if (row.unread !== undefined) return "line_unreadable";
  if (headers !== null && cells[0] === headers[0] && isHeaderAgain(cells, headers)) return "repeated_header";
  if (row.isTitle) return "group_title";
  if (row.mended === "not") return "ragged_row";
  const ragged = isRagged(cells, columns) || (own !== undefined && isDisplaced(cells, own));
  if (columns > 1 && (isSparse(cells, columns) || isLikeTotals(cells)) && isFooter(cells)) return "footer_line";
  return ragged && !(own !== undefined && hasEmptiedCells(cells, own)) ? "ragged_row" : null;
}

/** What is said of a line stands under other headers: its own cells are too few or too many, however wide a spreadsheet made it. */
const isDisplaced = (cells: readonly string[], own: number): boolean => (errorCellsOf(cells, own)?.at ?? own) !== own;

/** Of a ragged row: how many cells it has, and how many it should have. */
export function raggedWidths(
  { cells, mended }: Row,
  { columns, own }: TableNames,
): { readonly cells: number; readonly columns: number } {
  if (mended === "not") return { cells: cells.length, columns };
  const said = own === undefined ? null : errorCellsOf(cells, own);
  if (own === undefined || said === null) return { cells: filledWidth(cells, columns), columns };
  return { cells: said.at + ERROR_COLUMNS.length, columns: own + ERROR_COLUMNS.length };
}

/** Files that were put behind each other, and reports that repeat it on every page. */
export function isHeaderAgain(cells: readonly string[], headers: readonly string[]): boolean {
  return cells.length >= headers.length && cells.every((cell, at) => cell === (headers[at] ?? ""));
}

/** A footer leaves most columns empty. Asked first, because counting is quick and nearly all rows are fuller. */
function isSparse(cells: readonly string[], columns: number): boolean {
  // Of two columns, a word and a number may as well be a row.
  const most = columns === 2 ? 1 : Math.max(2, columns / 2);
  let filled = 0;
  for (const cell of cells) if (cell !== "" && ++filled > most) return false;
  return true;
}

/** Totals of many columns fill more of them: the second cell that is filled is a number. Few rows of contacts are so. */
function isLikeTotals(cells: readonly string[]): boolean {
  let filled = 0;
  for (const cell of cells) if (cell !== "" && ++filled === 2) return /^[\d€$£+-]/.test(cell);
  return false;
}

/** One text that says so, and beside it nothing but numbers, or what it is the name of. */
function isFooter(cells: readonly string[]): boolean {
  const texts: string[] = [];
  let numbers = 0;
  for (const cell of cells) {
    if (cell === "") continue;
    if (texts.length > 0 && cellShape(cell) === "number") numbers++;
    else if (cell.trim() !== "" || texts.length === 0) texts.push(cell.trim());
    if (texts.length > 2) return false;
  }
  const [text = "", ...values] = texts;
  if (text === "") return false;
  if (values.length > 0) return numbers === 0 && isFooterLabel(text);
  return (numbers > 0 && isTotalWord(text)) || isFooterText(text);
}
