/** Whether the first row names the columns, judged by what it holds and by how the rows below differ from it. */
import { isPlaceholder } from "../../contact/placeholder.ts";
import { type CellShape, cellShape, looksLikeValue } from "../rows/cell-shape.ts";
import type { Row } from "../rows/row.ts";
import { hasHeaderWord } from "./header-words.ts";

export type HeaderGuess = { readonly header: boolean; readonly confidence: number; readonly says: string };

const COMPARED_ROWS = 200;

export function sniffHeader(rows: readonly Row[]): HeaderGuess {
  const [first, ...below] = rows;
  if (!first) return { header: false, confidence: 0.5, says: "There is no row." };
  const named = first.cells.filter(hasHeaderWord).length;
  const compared = below.slice(0, COMPARED_ROWS);
  const numbered = numberedNames(first.cells, named);
  for (const shape of NAMES_TOO) {
    for (const cell of namesLikeValues(shape, first.cells, compared, named)) numbered.add(cell);
  }
  const values = first.cells.filter((cell) => isValue(cell) && !numbered.has(cell)).length;
  const nameless = namelessColumns(first.cells, compared, named > 0);
  const { differing, repeated } = compare(first.cells, compared);
  const forHeader = 2 * named + 3 * differing;
  const against = 4 * values + 2 * repeated + nameless * 0.25;
  const header = forHeader > against || (forHeader === against && values === 0);
  const evidence = { named, differing, values, repeated };
  if (forHeader + against === 0) {
    const says = "Nothing tells whether the first row names the columns; it is taken to, as in most files.";
    return { header, confidence: 0.5, says };
  }
  const confidence = Math.min(0.99, 0.5 + (0.5 * Math.abs(forHeader - against)) / (forHeader + against));
  return { header, confidence, says: header ? becauseHeader(evidence) : becauseData(evidence) };
}

/**
 * Columns that have values and no name. One that is empty all the way down says nothing: spreadsheets leave them at the end by
 * the hundred. Where nothing lies below, a row that names no column is rather a person of whom little is known.
 */
function namelessColumns(first: readonly string[], below: readonly Row[], isNamed: boolean): number {
  const isUsed = (column: number): boolean =>
    below.length === 0 ? !isNamed : below.some((row) => (row.cells[column] ?? "").trim() !== "");
  return first.filter((name, column) => name.trim() === "" && isUsed(column)).length;
}

/** `phone2` and `address_1` look like ids, and name columns. `n/a` and `-` name none: the first person lacks something. */
function isValue(cell: string): boolean {
  if (isPlaceholder(cell, "email")) return true;
  return looksLikeValue(cell) && !(cellShape(cell) === "id" && hasHeaderWord(cell));
}

/** `c1`, `c2`, `c3` in neighbouring cells look like ids, and number the columns; `1`, `2`, `3` do beside names of others. */
function numberedNames(cells: readonly string[], named: number): Set<string> {
  const names = new Set<string>();
  let before: { readonly word: string; readonly number: number; readonly cell: string } | null = null;
  for (const cell of cells) {
    const match = /^\s*((?:[A-Za-z][A-Za-z _-]{0,20})?)(\d{1,6})\s*$/.exec(cell);
    const now =
      match && (match[1] !== "" || named > 1) ? { word: match[1] ?? "", number: Number(match[2]), cell } : null;
    if (before && now && now.word === before.word && now.number === before.number + 1) {
      names.add(before.cell);
      names.add(cell);
    }
    before = now;
  }
  return names;
}

/** What columns are named as well: `utm_a1` and `score_b2`, the days on which a course met, the numbers of its lessons. */
const NAMES_TOO: readonly CellShape[] = ["id", "date", "number"];

/**
 * Most of what looks like values in the first row and names columns stands over values that do not look so. Of a single one
 * nothing is concluded: 12a may be the first house number, and 14 the next. Columns that are still empty show nothing, and
 * are named where others of the row are.
 */
function namesLikeValues(
  shape: CellShape,
  first: readonly string[],
  below: readonly Row[],
  named: number,
): readonly string[] {
  const isAlike = (cell: string): boolean => cellShape(cell) === shape;
  const names = first.filter(isAlike);
  if (names.length < 2 || (shape !== "id" && named === 0)) return [];
  let overAlike = 0;
  let overOthers = 0;
  for (const [column, name] of first.entries()) {
    if (!isAlike(name)) continue;
    const cells = below.map((row) => row.cells[column] ?? "").filter((cell) => cell.trim() !== "");
    if (cells.some(isAlike)) overAlike++;
    else if (cells.length > 0) overOthers++;
  }
  if (overAlike === 0 && below.length > 0 && named > 1) return names;
  return overOthers > 1 && overOthers > overAlike ? names : [];
}

/** Columns whose values are of one shape that the first cell has not, and columns in which the first cell comes again. */
function compare(first: readonly string[], below: readonly Row[]): { differing: number; repeated: number } {
  let differing = 0;
  let repeated = 0;
  for (const [column, name] of first.entries()) {
    const cells = below.map((row) => row.cells[column] ?? "").filter((cell) => cell.trim() !== "");
    if (name.trim() === "" || cells.length === 0) continue;
    const shaped = cells.filter(isValue).length;
    if (shaped > cells.length * 0.6 && !isValue(name)) differing++;
    if (cells.includes(name) && !hasHeaderWord(name)) repeated++;
  }
  return { differing, repeated };
}

type Counts = { named: number; differing: number; values: number; repeated: number };

function becauseHeader({ named, differing }: Counts): string {
  const words = named > 0 ? `words that headers use in ${named} of its cells` : "";
  const shapes = differing > 0 ? `columns of values unlike their first cell: ${differing}` : "";
  const reasons = [words, shapes].filter((part) => part !== "").join("; ");
  return `The first row names the columns: ${reasons || "it holds no value"}.`;
}

function becauseData({ values, repeated }: Counts): string {
  if (values > 0) return `The first row is data: addresses, numbers or the like in ${values} of its cells.`;
  if (repeated > 0) return `The first row is data: cells that come again in their columns: ${repeated}.`;
  return "The first row is data: it has empty cells and no word that headers use.";
}
