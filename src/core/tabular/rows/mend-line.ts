/** Decides whether a line whose quote was not closed where it should be is a row by itself, and where it ends in the text. */
import { fitsShape, isTelling } from "./column-shapes.ts";
import { apostrophedCells, type LineFormat, lineCells, mendQuote } from "./mend-quote.ts";
import type { TableEvidence } from "./mend-row.ts";

export type MendedLine = { readonly cells: readonly string[]; readonly end: number };

type Place = {
  readonly start: number;
  /** The row ended on its own line, only with the wrong number of cells. */
  readonly alone: boolean;
  /** It has as many cells as the others: nothing but apostrophes around all of them can be wrong with it. */
  readonly fits: boolean;
  /** The file ends with this text. */
  readonly final: boolean;
  readonly evidence: TableEvidence | null;
};

const LF = 10;
const CR = 13;

/**
 * Where the quote ran over the line's end, what stands behind it in the line must be what those columns hold, or the line
 * below be a row too: otherwise it may be the rest of a value with line breaks, and only a person can say where that ends.
 */
export function mendLine(
  text: string,
  { start, alone, fits, final, evidence }: Place,
  format: LineFormat,
): MendedLine | null {
  const end = lineEnd(text, start);
  const line = text.slice(start, end);
  const apostrophed = alone && evidence !== null && format.quote === '"' ? apostrophedCells(line, format) : null;
  if (apostrophed !== null) return { cells: apostrophed, end: behindLineEnd(text, end) };
  const cells = fits ? null : mendQuote(line, format);
  if (cells === null) return null;
  const next = behindLineEnd(text, end);
  if (alone || (evidence !== null && isBacked(cells, format.quote, evidence))) return { cells, end: next };
  const nextEnd = lineEnd(text, next);
  if (nextEnd === text.length && !final) return null;
  const below = text.slice(next, nextEnd);
  if (below.trim() === "") return final && text.slice(next).trim() === "" ? { cells, end: next } : null;
  const isRow = lineCells(below, format)?.length === format.columns || mendQuote(below, format) !== null;
  return isRow ? { cells, end: next } : null;
}

/** A value that only its column holds stands behind the stray quote. */
function isBacked(cells: readonly string[], quote: string, { shapes }: TableEvidence): boolean {
  const stray = cells.findIndex((cell) => cell.startsWith(quote));
  return shapes.some(
    (shape, at) => at > stray && isTelling(shape) && cells[at] !== "" && fitsShape(cells[at] ?? "", shape),
  );
}

export function lineEnd(text: string, from: number): number {
  const lf = text.indexOf("\n", from);
  const end = lf < 0 ? text.length : lf;
  const cr = text.slice(from, end).indexOf("\r");
  return cr < 0 ? end : from + cr;
}

export function behindLineEnd(text: string, end: number): number {
  if (end === text.length) return end;
  return text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF ? end + 2 : end + 1;
}
