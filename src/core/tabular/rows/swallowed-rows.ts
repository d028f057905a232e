/** Finds the row in which two quotes of different rows found each other, so that whole rows stand inside one cell. */
import { isBlankRow } from "./blank-row.ts";

/** With two columns, a line with one delimiter in a note is nothing strange. */
const FEWEST_COLUMNS = 3;

/**
 * The row has the wrong width, and a line inside one of its cells has the right one. A line of delimiters alone does not
 * count, nor do empty cells too many at the row's end.
 *
 * @param columns width of the first row, 0 if it is not known
 */
export function swallowedRows(cells: readonly string[], columns: number, delimiter: string): boolean {
  if (columns < FEWEST_COLUMNS || cells.length === columns) return false;
  if (cells.length > columns && isBlankRow(cells.slice(columns))) return false;
  const isRow = (line: string) => {
    const parts = line.split(delimiter, columns + 1);
    return parts.length === columns && parts.filter((part) => part !== "").length > 1;
  };
  return cells.some((cell) => /[\r\n]/.test(cell) && cell.split(/\r\n|\r|\n/).some(isRow));
}
