/** `BC12`, as spreadsheets name a cell. */

/** Columns are counted in base 26 from A = 1; no sheet has more than XFD, so that four letters are more than enough. */
const MOST_LETTERS = 7;

/** Position of the column that a reference starts with, from 0; -1 where it starts with none. */
export function columnOf(reference: string): number {
  let column = 0;
  let at = 0;
  for (; at < reference.length && at < MOST_LETTERS; at++) {
    const letter = (reference.charCodeAt(at) | 32) - 96;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}
