/** What a sheet can hold. The figures of rows, columns and characters are Excel's; others keep to them to be opened there. */

export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;
/** Longest text of a cell, in UTF-16 code units. */
export const MOST_CELL_CHARS = 32_767;
/** More than any program makes. */
export const MOST_SHEETS = 10_000;
