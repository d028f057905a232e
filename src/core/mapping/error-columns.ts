/** The columns that stand behind a file's own in a file of lines with errors. They are about the lines, and no part of the contacts. */
export const ERROR_COLUMNS = ["Line", "Error", "Fix", "Import"] as const;

/** Without the import that the lines are of, as somebody may have left it: the other three say enough to be recognised. */
const WITHOUT_IMPORT = ERROR_COLUMNS.slice(0, -1);

/** How many of the columns are the file's own. Spreadsheets put empty names behind the last one where a row is wider. */
export function ownColumns(headers: readonly string[]): number {
  const named = filledCells(headers);
  const endsWith = (names: readonly string[]): boolean =>
    named > names.length && names.every((name, at) => headers[named - names.length + at] === name);
  if (endsWith(ERROR_COLUMNS)) return named - ERROR_COLUMNS.length;
  return endsWith(WITHOUT_IMPORT) ? named - WITHOUT_IMPORT.length : headers.length;
}

/** A line of an import that a row puts right. */
export type ErrorLine = { readonly import: string; readonly line: number };

/** What a row of a file of lines with errors says of itself. */
export const errorLineOf = (cells: readonly string[], own: number): ErrorLine | null =>
  errorCellsOf(cells, own)?.says ?? null;

/**
 * Where it says so. A row's own cells may be too few or too many, then it stands elsewhere than its headers; and spreadsheets
 * put empty cells behind it until the row is as wide as the widest.
 * @returns `at`: how many cells stand before
 */
export function errorCellsOf(
  cells: readonly string[],
  own: number,
): { readonly says: ErrorLine; readonly at: number } | null {
  const behind = filledCells(cells) - ERROR_COLUMNS.length;
  for (const at of [own, behind]) {
    const says = at < 0 ? null : lineIn(cells.slice(at, at + ERROR_COLUMNS.length));
    if (says !== null) return { says, at };
  }
  return null;
}

/** A row with cells too many, and all of these are emptied, such as the text of a line that could not be read: it was put right. */
export function hasEmptiedCells(cells: readonly string[], own: number): boolean {
  const at = errorCellsOf(cells, own)?.at ?? own;
  return at > own && cells.slice(own, at).every(isBlank);
}

const isBlank = (cell: string): boolean => cell.trim() === "";

/** Cells without the empty ones behind the last that is not. */
const filledCells = (cells: readonly string[]): number => cells.findLastIndex((cell) => !isBlank(cell)) + 1;

function lineIn(cells: readonly string[]): ErrorLine | null {
  const [line = "", , , id = ""] = cells.map((cell) => cell.trim());
  return /^[1-9]\d{0,14}$/.test(line) && id.startsWith("imp_") ? { import: id, line: Number(line) } : null;
}
