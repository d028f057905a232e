/**
 * Reads a sample as if delimiter and quote were known and measures how much like a table it looks. Quotes are honoured by
 * the scanner that will read the file, so that delimiters and line ends inside quotes mislead nobody.
 */
import { cellShape, looksLikeValue } from "../rows/cell-shape.ts";
import { MAX_COLUMNS, MAX_ROW_CHARS } from "../rows/csv-reader.ts";
import { behindLineEnd, lineEnd } from "../rows/mend-line.ts";
import { OffsetMap } from "../rows/offset-map.ts";
import type { Row } from "../rows/row.ts";
import { RowScanner, type ScanStop } from "../rows/row-scanner.ts";
import { hasHeaderWord } from "./header-words.ts";

export type Format = {
  readonly delimiter: string;
  readonly quote: string;
  readonly escape: string;
  readonly spacedQuotes: boolean;
};

export type Trial = Format & {
  readonly rows: readonly Row[];
  readonly stop: ScanStop | null;
  /** Number of columns that most rows have, 0 if there is no row. */
  readonly columns: number;
  /** Rows that have that many columns, not counting empty cells too many at their end, nor rows that had to be mended. */
  readonly fitting: number;
  /** Rows from the first to the last that fits: what stands above and below may be notes. */
  readonly framed: number;
  /** 0 to 1: how much like a table with this delimiter the sample looks. 0 = not at all. */
  readonly score: number;
};

/** Rows looked at; more would not change the picture. */
const TRIAL_ROWS = 2000;
/** Stray quotes that are passed over. */
const MOST_TRIES = 20;
/** Rows whose cells are looked into. */
const SHAPED_ROWS = 200;

export function tryFormat(text: string, whole: boolean, format: Format): Trial {
  const rows: Row[] = [];
  const stop = scanOn(text, whole, format, rows);
  const columns = tableWidth(rows);
  const fit = rows.map((row) => row.mended === undefined && fits(row.cells, columns));
  const first = fit.indexOf(true);
  const table = rows.slice(isNamed(rows[first]) ? first : 0, fit.lastIndexOf(true) + 1);
  const fitting = fit.filter(Boolean).length;
  const read = { ...format, rows, stop, columns, fitting, framed: table.length };
  if (columns < 2) return { ...read, score: 0 };
  const names = isListOfNames(rows, columns) ? 0.25 : 1;
  // Two columns are soon found in prose; there all rows count.
  const consistency =
    columns === 2 ? fitting / rows.length : fitting / table.length - OUTSIDE * (1 - table.length / rows.length);
  return { ...read, score: names * tableScore(table, columns, consistency) * (stop === null ? 1 : 0.7) };
}

/** Lines on which a row could not be ended are passed over, so that one stray quote does not hide the rest of the sample. */
function scanOn(text: string, whole: boolean, format: Format, rows: Row[]): ScanStop | null {
  const backslash = format.escape === "\\" && format.quote !== "";
  const options = { ...format, backslash, maxColumns: MAX_COLUMNS, maxRowChars: MAX_ROW_CHARS, maxRows: TRIAL_ROWS };
  const offsets = new OffsetMap("", new Uint8Array(0), 0, "one-byte");
  let first: ScanStop | null = null;
  let from = 0;
  for (let tries = 0, line = 1; tries < MOST_TRIES && from < text.length && rows.length < TRIAL_ROWS; tries++, line++) {
    const columns = rows[0]?.cells.length;
    const scanner = new RowScanner(columns === undefined ? options : { ...options, columns }, line);
    const end = scanner.scan(text, from, whole, offsets, rows);
    if (scanner.stop === null) break;
    first ??= scanner.stop;
    from = behindLineEnd(text, lineEnd(text, end));
    line = scanner.line;
  }
  return first;
}

/** What rows outside of the table cost, as a share of all. */
const OUTSIDE = 0.3;

/** The width that most rows have; where these are single cells, that of a table that stands between such lines. */
function tableWidth(rows: readonly Row[]): number {
  const common = commonWidth(rows);
  if (common !== 1) return common;
  const inner = commonWidth(rows.filter(({ cells }) => cells.length > 2));
  const first = rows.findIndex(({ cells }) => cells.length === inner);
  const table = rows.slice(first, rows.findLastIndex(({ cells }) => cells.length === inner) + 1);
  const whole = table.filter(({ cells }) => cells.length === inner).length >= table.length * 0.9;
  return inner > 2 && table.length > 1 && whole && isNamed(rows[first]) ? inner : common;
}

/** Two words that headers use and no value: a table may begin here. */
function isNamed(row: Row | undefined): boolean {
  return row !== undefined && row.cells.filter(hasHeaderWord).length > 1 && !row.cells.some(looksLikeValue);
}

/** The most frequent width; of two equally frequent ones the larger. */
export function commonWidth(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let common = 0;
  for (const [width, count] of counts) {
    const most = counts.get(common) ?? 0;
    if (count > most || (count === most && width > common)) common = width;
  }
  return common;
}

function fits(cells: readonly string[], columns: number): boolean {
  return (
    cells.length === columns || (cells.length > columns && cells.slice(columns).every((cell) => cell.trim() === ""))
  );
}

function tableScore(rows: readonly Row[], columns: number, consistency: number): number {
  // The header has no prose in it: it holds the delimiter as often as the rows do, or another one is the delimiter.
  const header = rows.slice(0, 15).some((row) => row.cells.length >= columns && isNames(row.cells)) ? 1 : 0.6;
  const width = 1 - 1 / (2 * columns);
  return consistency * header * width * (0.35 + 0.65 * cleanShare(rows.slice(0, SHAPED_ROWS)));
}

/** One name above rows cut in front of a space: "Lee, Ann" under "Name". */
function isListOfNames(rows: readonly Row[], columns: number): boolean {
  const prose = rows.filter((row) => row.cells[1]?.startsWith(" ")).length;
  return columns === 2 && rows[0]?.cells.length === 1 && prose * 2 > rows.length;
}

function isNames(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.length < 100);
}

/**
 * Share of the cells that look like one value. A cell that still holds a likelier delimiter, or an address or a number
 * with something stuck to it, was not cut where it should have been; a cell that starts in the middle of a sentence was
 * cut where it should not.
 */
function cleanShare(rows: readonly Row[]): number {
  let clean = 0;
  let all = 0;
  for (const { cells } of rows) {
    for (const cell of cells) {
      const shape = cellShape(cell);
      if (shape === "empty") continue;
      all++;
      if (shape !== "text") clean++;
      else if (!/[;\t|,](?:\S|$)/.test(cell) && !/\S@\S+[^\w.@-]/.test(cell)) clean += /^ \S/.test(cell) ? 0.6 : 0.95;
    }
  }
  return all === 0 ? 0.5 : clean / all;
}
