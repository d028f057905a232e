/**
 * Puts a row right that has cells too many because a value that holds the delimiter was not quoted (`Acme, Inc.`), where
 * exactly one way of joining them leaves every column with what it holds in the other rows.
 */
import { cellShape } from "./cell-shape.ts";
import { type ColumnShape, fitsShape, isTelling } from "./column-shapes.ts";

/** More delimiters than this in one value are no slip. */
const MOST_JOINED = 4;
/** Columns that say something: with fewer, the right way cannot be told from the others. */
const FEWEST_TELLING = 1;
const USUAL_DELIMITERS = [",", ";", "\t", "|"];
const THOUSANDS = /^[-+$€£]?\d{1,3}$/;

export type TableEvidence = {
  readonly shapes: readonly ColumnShape[];
  /** Cells of the sample start with spaces: then a space says nothing. */
  readonly leadingSpaces: boolean;
};

/** @returns null where no way, or more than one, is possible */
export function mendRow(
  cells: readonly string[],
  { shapes, leadingSpaces }: TableEvidence,
  delimiter: string,
): readonly string[] | null {
  const extra = cells.length - shapes.length;
  if (shapes.filter(isTelling).length < FEWEST_TELLING) return null;
  if (extra < 1 || extra > MOST_JOINED) return cutOtherwise(cells, shapes, delimiter);
  const ways = shapes
    .map((_, column) => column)
    .filter((column) => isPossible(joined(cells, { column, extra, delimiter }), shapes))
    .filter((column) => isPlausible(cells.slice(column, column + extra + 1), shapes[column] ?? "mixed"));
  // A piece that starts with a space belongs to what stands in front of it, where cells do not start so.
  const spaced = ways.filter((column) => !leadingSpaces && isSpaced(cells, column, extra));
  const [only, second] = ways.length > 1 || !isAnchored(cells, shapes, ways[0] ?? 0) ? spaced : ways;
  return only === undefined || second !== undefined ? null : joined(cells, { column: only, extra, delimiter });
}

/** A row with another delimiter than the file's, as when somebody pasted it in: its values show that it is cut rightly. */
function cutOtherwise(
  cells: readonly string[],
  shapes: readonly ColumnShape[],
  delimiter: string,
): readonly string[] | null {
  const line = cells.join(delimiter);
  if (line.includes('"')) return null;
  const ways = USUAL_DELIMITERS.filter((other) => other !== delimiter)
    .map((other) => line.split(other, shapes.length + 1))
    .filter((cut) => cut.length === shapes.length && isPossible(cut, shapes))
    .filter((cut) => shapes.some((shape, column) => isTelling(shape) && (cut[column] ?? "") !== ""));
  return ways.length === 1 ? (ways[0] ?? null) : null;
}

/** Behind the joined cells stands a value that only its column holds: the surplus is in front of it, not at the row's end. */
const isAnchored = (cells: readonly string[], shapes: readonly ColumnShape[], column: number): boolean =>
  isTelling(shapes[column] ?? "mixed") ||
  shapes.some(
    (shape, at) => at > column && isTelling(shape) && (cells[at + cells.length - shapes.length] ?? "") !== "",
  );

/** There are cells too many, and a value that its column does not hold stands where the next one's should: empty last cells hide that. */
export function isShifted(cells: readonly string[], { shapes }: TableEvidence): boolean {
  if (cells.length <= shapes.length) return false;
  return shapes.some((shape, column) => {
    const next = cells[column + 1] ?? "";
    return isTelling(shape) && next !== "" && !fitsShape(cells[column] ?? "", shape) && fitsShape(next, shape);
  });
}

/**
 * Only an empty cell is too many, and one that starts with a space stands where no other does: rather a value that was cut
 * in two than a space and a delimiter that slipped in.
 */
export function isCutInTwo(cells: readonly string[], { shapes, leadingSpaces }: TableEvidence): boolean {
  if (leadingSpaces || cells.length <= shapes.length || cells.at(-1) !== "") return false;
  return cells.some((cell, at) => at > 0 && /^ \S/.test(cell));
}

type Joining = { readonly column: number; readonly extra: number; readonly delimiter: string };

function joined(cells: readonly string[], { column, extra, delimiter }: Joining): readonly string[] {
  const end = column + extra + 1;
  return [...cells.slice(0, column), cells.slice(column, end).join(delimiter), ...cells.slice(end)];
}

const isPossible = (cells: readonly string[], shapes: readonly ColumnShape[]): boolean =>
  cells.every((cell, column) => fitsShape(cell, shapes[column] ?? "mixed"));

/** Pieces of words are words; an address or a number of its own is a value of another column. */
function isPlausible(pieces: readonly string[], shape: ColumnShape): boolean {
  if (shape === "number")
    return THOUSANDS.test(pieces[0] ?? "") && pieces.slice(1).every((piece) => /^\d{3}\b/.test(piece));
  if (isTelling(shape)) return !pieces.some((piece) => piece !== "" && fitsShape(piece, shape));
  return pieces.every((piece) => ["text", "id"].includes(cellShape(piece)));
}

/** Every joined piece but the first starts with a space, and no other cell of the row does. */
const isSpaced = (cells: readonly string[], column: number, extra: number): boolean =>
  cells.every((cell, at) => cell.startsWith(" ") === (at > column && at <= column + extra));
