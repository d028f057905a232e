/**
 * What each column of a file holds as far as a sample shows: by it a row with a cell too many can be put right, and only
 * where the other columns leave no choice.
 */
import { type CellShape, cellShape } from "./cell-shape.ts";
import type { Row } from "./row.ts";

/** The one shape of a column's values, `text` if they are words, `mixed` if nothing can be told by them. */
export type ColumnShape = CellShape | "mixed";

/** Rows that are looked into, and values a column needs to be judged by. */
const JUDGED_ROWS = 500;
const FEWEST_VALUES = 2;

/** @param rows those below the header */
export function columnShapes(rows: readonly Row[], columns: number): readonly ColumnShape[] {
  const fitting = rows.slice(0, JUDGED_ROWS).filter(({ cells }) => cells.length === columns);
  return Array.from({ length: columns }, (_, column) => {
    const shapes = new Map<CellShape, number>();
    for (const { cells } of fitting) {
      const shape = cellShape(cells[column] ?? "");
      if (shape !== "empty") shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
    }
    return shapeOf(shapes);
  });
}

function shapeOf(shapes: ReadonlyMap<CellShape, number>): ColumnShape {
  const [first, second] = [...shapes].sort(([, a], [, b]) => b - a);
  const all = [...shapes.values()].reduce((sum, count) => sum + count, 0);
  if (!first || all < FEWEST_VALUES) return "mixed";
  if (second === undefined) return first[0];
  return first[0] === "text" && first[1] > all / 2 ? "text" : "mixed";
}

/** The shape is one that other columns' values hardly have. */
export const isTelling = (shape: ColumnShape): boolean => shape !== "mixed" && shape !== "text" && shape !== "empty";

/** The cell may stand in a column of that shape: empty cells may stand in any. */
export function fitsShape(cell: string, shape: ColumnShape): boolean {
  if (shape === "mixed" || shape === "text") return true;
  const found = cellShape(cell);
  return found === "empty" || found === shape;
}
