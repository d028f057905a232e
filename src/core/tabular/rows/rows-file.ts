/**
 * A rows file is what a file of another format becomes when it is received: CSV in one fixed dialect whose every row starts
 * with its number in the file that it was made of. It can be read from any byte offset by two threads, like any other CSV,
 * which no workbook can.
 */

import type { Dialect } from "../dialect.ts";
import type { SourceRow } from "../formats/source-row.ts";
import { csvLine } from "./csv-line.ts";

/** How every rows file is written; only what its rows mean differs. */
export const ROWS_FILE_DIALECT = {
  encoding: "utf-8",
  bom: false,
  delimiter: ",",
  quote: '"',
  escape: '"',
  newline: "\n",
} as const satisfies Partial<Dialect>;

/** Behind the number of a row that could not be read, in front of why. */
export const UNREAD_MARK = "!";

export class RowsFileWriter {
  /** Width of the widest row so far that could be read, without empty cells at its end. */
  columns = 0;
  /** Rows with a value so far. */
  rows = 0;
  readonly #numbersEveryRow: boolean;
  #line = 0;

  /** @param numbersEveryRow numbers that are left out are blank rows, as in a sheet; else blank rows are given like others */
  constructor(numbersEveryRow: boolean) {
    this.#numbersEveryRow = numbersEveryRow;
  }

  /** Number of the last row; 0 = there was none. */
  get line(): number {
    return this.#line;
  }

  /**
   * The row as it is written, line end included. A blank one is its number alone, which whoever reads the file counts; in a
   * sheet it is `""` until a row with a value follows. Numbers must rise.
   */
  write({ line, cells, unread }: SourceRow): string {
    let width = cells.length;
    while (width > 0 && cells[width - 1] === "") width--;
    if (width === 0) return this.#numbersEveryRow ? "" : this.#blank(line);
    let text = "";
    if (this.#numbersEveryRow) for (let blank = this.#line + 1; blank < line; blank++) text += `${blank}\n`;
    this.#line = line;
    this.rows++;
    if (unread !== undefined) return `${text}${csvLine([`${line}${UNREAD_MARK}${unread}`, ...cells])}\n`;
    if (width > this.columns) this.columns = width;
    return `${text}${line},${csvLine(width === cells.length ? cells : cells.slice(0, width))}\n`;
  }
  #blank(line: number): string {
    this.#line = line;
    return `${line}\n`;
  }
}
