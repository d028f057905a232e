/**
 * Exports of boards put the groups of a board below each other: an empty row, the name of the group alone on a row, and the
 * header again. The name is no contact, and nothing on its own row says so.
 */
import type { Row } from "./row.ts";
import { isHeaderAgain } from "./row-finding.ts";

/** More groups than a board has; others are rows. */
const MOST_TITLES = 200;

/** @param rows the first rows of the table, without its header */
export function groupTitles(rows: readonly Row[], headers: readonly string[]): readonly string[] {
  if (headers.length < 2) return [];
  const found = new Set<string>();
  for (const [at, { line, cells }] of rows.entries()) {
    const [above, below] = [rows[at - 1], rows[at + 1]];
    if (above === undefined || below === undefined || line - above.line < 2) continue;
    if (isAlone(cells) && isHeaderAgain(below.cells, headers) && found.size < MOST_TITLES) found.add(cells[0] ?? "");
  }
  return [...found];
}

/** Marks those of the rows that are titles. */
export const markTitles = (rows: readonly Row[], titles: ReadonlySet<string>): readonly Row[] =>
  rows.map((row) => (titles.has(row.cells[0] ?? "") && isAlone(row.cells) ? { ...row, isTitle: true } : row));

const isAlone = ([first = "", ...others]: readonly string[]): boolean =>
  first.trim() !== "" && others.every((cell) => cell === "");
