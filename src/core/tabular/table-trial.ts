/**
 * Reads a sample as if delimiter and quote were known and measures how much like a table it looks. Quotes are honoured by
 * the scanner that will read the file, so that delimiters and line ends inside quotes mislead nobody.
 */
import { cellShape } from "./cell-shape.ts";
import { MAX_COLUMNS, MAX_ROW_CHARS } from "./csv-reader.ts";
import { OffsetMap } from "./offset-map.ts";
import type { Row } from "./row.ts";
import { RowScanner, type ScanStop } from "./row-scanner.ts";

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
  /** Rows that have that many columns, not counting empty cells too many at their end. */
  readonly fitting: number;
  /** 0 to 1: how much like a table with this delimiter the sample looks. 0 = not at all. */
  readonly score: number;
};

/** Rows looked at; more would not change the picture. */
const TRIAL_ROWS = 2000;
/** Rows whose cells are looked into. */
const SHAPED_ROWS = 200;

export function tryFormat(text: string, whole: boolean, format: Format): Trial {
  const rows: Row[] = [];
  const scanner = new RowScanner(
    {
      ...format,
      backslash: format.escape === "\\" && format.quote !== "",
      maxColumns: MAX_COLUMNS,
      maxRowChars: MAX_ROW_CHARS,
    },
    1,
  );
  scanner.scan(text, 0, whole, new OffsetMap("", new Uint8Array(0), 0, "one-byte"), rows);
  if (rows.length > TRIAL_ROWS) rows.length = TRIAL_ROWS;
  const columns = commonWidth(rows);
  const fitting = rows.filter((row) => fits(row.cells, columns)).length;
  const score = columns < 2 ? 0 : tableScore(rows, columns, fitting) * (scanner.stop === null ? 1 : 0.7);
  return { ...format, rows, stop: scanner.stop, columns, fitting, score };
}

/** The most frequent width; of two equally frequent ones the larger. */
function commonWidth(rows: readonly Row[]): number {
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

function tableScore(rows: readonly Row[], columns: number, fitting: number): number {
  const consistency = fitting / rows.length;
  // The header has no prose in it: it holds the delimiter as often as the rows do, or another one is the delimiter.
  const header = rows.slice(0, 15).some((row) => row.cells.length >= columns && isNames(row.cells)) ? 1 : 0.6;
  // One name above rows cut in front of a space: "Lee, Ann" under "Name".
  const prose = rows.filter((row) => row.cells[1]?.startsWith(" ")).length;
  if (columns === 2 && rows[0]?.cells.length === 1 && prose * 2 > rows.length) return 0.25 * consistency;
  const width = 1 - 1 / (2 * columns);
  return consistency * header * width * (0.35 + 0.65 * cleanShare(rows.slice(0, SHAPED_ROWS)));
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
      else if (!/[;\t|,]\S/.test(cell) && !/\S@\S+[^\w.@-]/.test(cell)) clean += /^ \S/.test(cell) ? 0.6 : 0.95;
    }
  }
  return all === 0 ? 0.5 : clean / all;
}
