/** A row of a file that is not delimited text: what every format other than CSV is turned into. */

export type SourceRow = {
  /**
   * Row number of a sheet, or the physical line on which a row starts (1 = first). Rises from row to row: the ledger
   * tells the rows of a file apart by it.
   */
  readonly line: number;
  /** Exactly as in the file. Cells that are missing at the end count as empty. */
  readonly cells: readonly string[];
  /**
   * Why the line could not be read: its text then stands in the one cell behind the last column. Absent = it could.
   */
  readonly unread?: string;
};
