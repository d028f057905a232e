/** Rows that do not fit the table. Too few cells may mean that a delimiter is missing anywhere, so nothing of the row can be trusted. */

/** Cells of the row, without the empty ones behind the last column: those are harmless. */
export function filledWidth(cells: readonly string[], columns: number): number {
  let width = cells.length;
  while (width > columns && (cells[width - 1] ?? "").trim() === "") width--;
  return width;
}

/** So many rows do not fit that the delimiter or the quote, which were found by the file's start, are rather the wrong ones. */
export const speaksAgainstDialect = (raggedRows: number, rows: number): boolean =>
  raggedRows > 10 && raggedRows > rows / 10;

export const isRagged = (cells: readonly string[], columns: number): boolean =>
  cells.length !== columns && filledWidth(cells, columns) !== columns;
