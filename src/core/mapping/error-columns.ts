/** The columns that stand behind a file's own in a file of lines with errors. They are about the lines, and no part of the contacts. */
export const ERROR_COLUMNS = ["Line", "Error", "Fix", "Import"] as const;

/** Without the import that the lines are of, as somebody may have left it: the other three say enough to be recognised. */
const WITHOUT_IMPORT = ERROR_COLUMNS.slice(0, -1);

/** How many of the columns are the file's own. */
export function ownColumns(headers: readonly string[]): number {
  const endsWith = (names: readonly string[]): boolean =>
    headers.length > names.length && names.every((name, at) => headers[headers.length - names.length + at] === name);
  if (endsWith(ERROR_COLUMNS)) return headers.length - ERROR_COLUMNS.length;
  return headers.length - (endsWith(WITHOUT_IMPORT) ? WITHOUT_IMPORT.length : 0);
}

/** A line of an import that a row puts right. */
export type ErrorLine = { readonly import: string; readonly line: number };

/** What a row of a file of lines with errors says of itself. Its own cells may be too few or too many: the others stand behind them. */
export function errorLineOf(cells: readonly string[], own: number): ErrorLine | null {
  const inPlace = lineIn(cells.slice(own, own + ERROR_COLUMNS.length));
  return inPlace ?? lineIn(cells.slice(-ERROR_COLUMNS.length));
}

/** A row with cells too many, and all of these are emptied, such as the text of a line that could not be read: it was put right. */
export function hasEmptiedCells(cells: readonly string[], headers: readonly string[]): boolean {
  const own = ownColumns(headers);
  const surplus = cells.slice(own, -ERROR_COLUMNS.length);
  return surplus.length > 0 && surplus.every(isBlank) && lineIn(cells.slice(-ERROR_COLUMNS.length)) !== null;
}

const isBlank = (cell: string): boolean => cell.trim() === "";

function lineIn(cells: readonly string[]): ErrorLine | null {
  const [line = "", , , id = ""] = cells.map((cell) => cell.trim());
  return /^[1-9]\d{0,14}$/.test(line) && id.startsWith("imp_") ? { import: id, line: Number(line) } : null;
}
