/**
 * Where the table starts: below Excel's `sep=;`, below the title, the notes or the comments that some programs export
 * first (LinkedIn puts three lines above its connections), and whether two lines make up its header.
 */

import type { Dialect } from "../dialect.ts";
import { cellShape, looksLikeValue } from "../rows/cell-shape.ts";
import type { Row } from "../rows/row.ts";
import { isExplanation, namesTogether } from "../rows/second-header.ts";
import { hasHeaderWord } from "./header-words.ts";

/** A table that starts further down is looked for by a person. */
const LONGEST_PREAMBLE_ROWS = 40;
/** Rows below the first full one among which the header may stand. */
const LOOKED_AHEAD = 8;
/** A row of the table fills this share of its columns; a note fills fewer. */
const FILLED_SHARE = 0.6;

/** The delimiter that a first line `sep=;` names, as Excel writes and honours it; also quoted. */
export function separatorLine(text: string): string | null {
  const match = /^"?sep=([^\s\w,;"]{2,5}|[^\r\n])"?[ ,;\t]*(?:\r\n|\r|\n|$)/i.exec(text.slice(0, 40));
  return match?.[1] ?? null;
}

export type TableStart = {
  /** Place of the first row that is no note. */
  readonly first: number;
  readonly secondHeader: Dialect["secondHeader"];
  /** What was found, in words that can be shown; null = the table starts at once. */
  readonly says: string | null;
};

/** @param columns the width that most rows have */
export function tableStart(rows: readonly Row[], columns: number): TableStart {
  const at = columns < 2 ? commentsAbove(rows) : firstTableRow(rows, columns);
  const upper = rows[at - 1];
  const header = rows[at];
  const notes = at === 0 ? null : "Above the table stand lines that are no rows of it.";
  if (!header) return { first: 0, secondHeader: undefined, says: null };
  if (upper && isGroupLine(upper, header, columns)) {
    if (areDistinct(header.cells)) {
      return {
        first: at,
        secondHeader: undefined,
        says: "The line above the header groups its columns; their names do without it.",
      };
    }
    const says = "Two lines make up the header: the upper one groups the columns of the lower one.";
    return { first: at - 1, secondHeader: "joined", says };
  }
  const below = rows[at + 1];
  if (!below || below.line !== header.line + 1 || columns < 2)
    return { first: at, secondHeader: undefined, says: notes };
  if (namesTogether(header.cells, below.cells, columns) && rows.length > at + 2) {
    return {
      first: at,
      secondHeader: "joined",
      says: "Two lines make up the header: names that the upper one leaves open stand in the lower one.",
    };
  }
  const explains = isExplanation(header.cells, below.cells, rows.slice(at + 2));
  if (explains)
    return {
      first: at,
      secondHeader: "skipped",
      says: "The line below the header explains the columns and is no row.",
    };
  return { first: at, secondHeader: undefined, says: notes };
}

/** Above a single column, only comments are known not to belong to it. */
function commentsAbove(rows: readonly Row[]): number {
  const first = rows.findIndex((row) => !isComment(row, 1));
  return first > 0 && first <= LONGEST_PREAMBLE_ROWS ? first : 0;
}

function firstTableRow(rows: readonly Row[], columns: number): number {
  const looked = rows.slice(0, LONGEST_PREAMBLE_ROWS);
  const full = looked.findIndex(
    (row) => !isComment(row, columns) && filled(row.cells) >= Math.max(2, columns * FILLED_SHARE),
  );
  if (full < 0) return 0;
  const start = headerBelow(rows, full, columns);
  const above = rows.slice(0, start);
  const first = rows[start];
  if (start === 0 || !first || rows.length === start + 1) return 0;
  if (above.some((row) => filled(row.cells) === 1 && row.cells.some(looksLikeValue) && !isComment(row, columns)))
    return 0;
  const before = rows[start - 1];
  // A header with fewer cells than its rows: no note.
  if (before && isHeaderLike(before.cells, 2) && before.line === first.line - 1 && first.cells.some(looksLikeValue))
    return start - 1;
  const named = isHeaderLike(first.cells, columns === 2 ? 1 : 2);
  if (named && columns > 2) return start;
  if (named && above.every((row) => row.line < first.line - 1 || isProse(row, columns))) return start;
  return columns > 2 && rows.length > start + 2 && above.every((row) => isProse(row, columns)) ? start : 0;
}

/** A sentence or a comment: a lone word may as well be a row that lost its other cells. */
const isProse = (row: Row, columns: number): boolean =>
  isComment(row, columns) || (row.cells.length === 1 && /\S\s+\S/.test(row.cells[0] ?? ""));

/** Notes that happen to fill as many cells as a row: the header stands below them, behind a blank line or after `Name:` cells. */
function headerBelow(rows: readonly Row[], full: number, columns: number): number {
  const names = (row: Row | undefined): number => row?.cells.filter(hasHeaderWord).length ?? 0;
  for (let at = full + 1; at <= full + LOOKED_AHEAD && at < rows.length; at++) {
    const row = rows[at];
    const before = rows[at - 1];
    if (!row || !before || row.cells.length !== columns || !isHeaderLike(row.cells, 2)) continue;
    const above = rows.slice(full, at);
    const gap = row.line > before.line + 1;
    const areNotes = above.every(({ cells }) => cells.length !== columns || /:\s*$/.test(cells[0] ?? "") || gap);
    if (areNotes && above.every((note) => names(note) < names(row)) && names(row) >= columns / 2) return at;
  }
  return full;
}

/** `# exported on ...`; a header may start with `#` too, yet it is as wide as the rows below it. */
function isComment({ cells }: Row, columns: number): boolean {
  const first = cells[0] ?? "";
  return (
    /^\s*(?:#|\/\/|--\s)/.test(first) &&
    (/^\s*(?:##|#\s|\/\/|--\s)/.test(first) || cells.length !== columns) &&
    first.trim() !== "#"
  );
}

/** Days and numbers name columns as well (those of a course's lessons), beside three that are named with words. */
function isHeaderLike(cells: readonly string[], words: number): boolean {
  const named = cells.filter(hasHeaderWord).length;
  const isName = (cell: string): boolean =>
    !looksLikeValue(cell) || (named > 2 && ["date", "number"].includes(cellShape(cell)));
  return named >= words && cells.every(isName);
}

/** At least two names with room between them, right above the header and as wide as it. */
function isGroupLine(upper: Row, header: Row, columns: number): boolean {
  const { cells } = upper;
  if (upper.line !== header.line - 1 || cells.length !== columns || cells.some(looksLikeValue)) return false;
  return filled(cells) > 1 && filled(cells) < columns && isHeaderLike(header.cells, 1) && !/:\s*$/.test(cells[0] ?? "");
}

function areDistinct(cells: readonly string[]): boolean {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  return !names.includes("") && new Set(names).size === names.length;
}

function filled(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== "").length;
}
