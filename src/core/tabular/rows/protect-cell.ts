/**
 * Makes a cell harmless to spreadsheet programs, and gives the exact value back when the export is imported again.
 *
 * A spreadsheet runs a cell that starts with `=`, `+`, `-`, `@`, tab or carriage return as a formula. Such a cell gets an
 * apostrophe in front, which spreadsheets show as text. A cell that starts with apostrophes in front of such a character
 * gets one more, so that taking one away is always right: `'=1` was `=1`, and `''=1` was `'=1`.
 * `'tis` stays `'tis` both ways, because no formula follows. So both ways are exact for every text:
 *
 * | value          | in the export   |
 * |----------------|-----------------|
 * | `=SUM(A1)`     | `'=SUM(A1)`     |
 * | `+14155550100` | `'+14155550100` |
 * | `'=SUM(A1)`    | `''=SUM(A1)`    |
 * | `'tis`, `5-3`  | unchanged       |
 *
 * White space and invisible characters in front of a formula do not hide it from every program, so they count as its
 * start; so do the full-width forms of the four signs, which some programs treat like the plain ones.
 */

const DANGEROUS = /^'*[\t\r]|^'*[\s\0\ufeff\u200b-\u200f\u2060]*[=+\-@\uff1d\uff0b\uff0d\uff20]/;

export function protectCell(value: string): string {
  return DANGEROUS.test(value) ? `'${value}` : value;
}

/** The inverse of `protectCell`: for every text, `unprotectCell(protectCell(text))` is the text. */
export function unprotectCell(cell: string): string {
  return cell.startsWith("'") && DANGEROUS.test(cell) ? cell.slice(1) : cell;
}
