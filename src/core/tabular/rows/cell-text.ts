/**
 * The text that a cell means: without the apostrophe that keeps an export's cell from being run as a formula, and without
 * the formula `="00123"`, by which programs keep a spreadsheet from taking a text for a number.
 */
import { unprotectCell } from "./protect-cell.ts";

const APOSTROPHE = 0x27;
const EQUALS = 0x3d;
const TEXT_FORMULA = /^="((?:[^"]|"")*)"$/;

/** The text inside `="…"`; any other cell as it is. */
export const unwrapTextFormula = (cell: string): string =>
  cell.charCodeAt(0) === EQUALS ? (TEXT_FORMULA.exec(cell)?.[1]?.replaceAll('""', '"') ?? cell) : cell;

export function cellText(cell: string): string {
  const first = cell.charCodeAt(0);
  if (first === APOSTROPHE) return unprotectCell(cell);
  return first === EQUALS ? unwrapTextFormula(cell) : cell;
}
