/** Cells that a person has put right before an import runs. The file stays as it was given; whoever reads its rows sees the corrected ones. */
import { cellText } from "./cell-text.ts";
import type { Correction, FixedCell, Row } from "./row.ts";

/** One cell; columns are counted from 0. */
export type CellFix = Correction & { readonly line: number; readonly column: number };

/** Every cell of the column that holds this text. */
export type FixRule = Correction & { readonly column: number; readonly from: string };

/** What is said of a single cell goes before the rules, which follow each other in the order in which they were given. */
export function fixRow(row: Row, rules: readonly FixRule[], fixes: readonly CellFix[]): Row {
  const fixed = new Map<number, FixedCell>();
  const cellAt = (column: number): string => row.cells[column] ?? "";
  for (const { from, column, ...correction } of rules) {
    const text = fixed.get(column)?.value ?? cellText(cellAt(column));
    if (text.trim() === from) fixed.set(column, { column, was: cellAt(column), ...correction });
  }
  for (const { line: _, column, ...correction } of fixes) {
    fixed.set(column, { column, was: cellAt(column), ...correction });
  }
  return fixed.size === 0 ? row : withCells(row, [...fixed.values()]);
}

function withCells(row: Row, fixed: readonly FixedCell[]): Row {
  const cells = [...row.cells];
  for (const { column, value } of fixed) {
    while (cells.length < column) cells.push("");
    cells[column] = value;
  }
  const { wrong, ...rest } = row;
  const stillWrong = wrong?.filter(({ column }) => fixed.every((fix) => fix.column !== column)) ?? [];
  return { ...rest, cells, fixed, ...(stillWrong.length > 0 ? { wrong: stillWrong } : {}) };
}

export const isFixed = ({ fixed = [] }: Row, column: number): boolean => fixed.some((cell) => cell.column === column);

/** As they stand in the file. */
export function cellsAsGiven({ cells, fixed }: Row): readonly string[] {
  if (fixed === undefined) return cells;
  const given = new Map(fixed.map(({ column, was }) => [column, was]));
  return cells.map((cell, column) => given.get(column) ?? cell);
}
