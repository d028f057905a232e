/** Rows of a rows file as they stand in the file that it was made of: with their number there, at full width. */
import { isBlankRow } from "./blank-row.ts";
import type { Row } from "./row.ts";
import { UNREAD_MARK } from "./rows-file.ts";

export class NumberedRows {
  /**
   * What the scanner is told instead of the width of the first row: the rows of a rows file are of different lengths, and
   * whole lines of a table inside a cell are no sign of a lost quote in a file that we have written.
   */
  static readonly scannedColumns = 1;

  blankRows = 0;
  readonly columns: number;
  readonly #preambleRows: number;

  /** @param preambleRows rows up to this number are a note, no rows */
  constructor(columns: number, preambleRows: number) {
    this.columns = columns;
    this.#preambleRows = preambleRows;
  }

  /** Turns the scanned rows from place `from` on into what they stand for; blank ones go. */
  take(rows: Row[], from: number): void {
    let kept = from;
    for (let at = from; at < rows.length; at++) {
      const row = rows[at];
      if (row === undefined) continue;
      // The scanner has made the cells for this row alone: taking the number out of them costs no copy of each row.
      const cells = row.cells as string[];
      const number = cells.shift() ?? "";
      const mark = number.indexOf(UNREAD_MARK);
      const line = Number(mark < 0 ? number : number.slice(0, mark));
      if (line <= this.#preambleRows && line > 0) continue;
      if (isBlankRow(cells)) {
        this.blankRows++;
        continue;
      }
      while (cells.length < this.columns) cells.push("");
      rows[kept++] =
        mark < 0
          ? { line, offset: row.offset, cells }
          : { line, offset: row.offset, cells, unread: number.slice(mark + 1) };
    }
    rows.length = kept;
  }
}
