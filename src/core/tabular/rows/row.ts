/** One line of a file after unquoting: where it stands, and its cells exactly as they are in the file, nothing trimmed. */

export type Position = {
  /** Physical line where the row starts (1 = first line of the file), or the row number of a sheet. */
  readonly line: number;
  /** Byte offset of the row's first byte in the stored source file; -1 where the format has none. */
  readonly offset: number;
};

/** The cells are slices of the block of text they were read from: a cell that is kept for long keeps 64 KB alive. */
export type Row = {
  readonly line: number;
  readonly offset: number;
  readonly cells: readonly string[];
  /** Cells whose bytes are not of the file's encoding; absent = none, or the encoding does not let them be told. */
  readonly wrong?: readonly WrongCell[];
  /**
   * The row was put right: a quote that opened nothing, or a delimiter inside a value that was not quoted. `not`: values
   * stand one column further than in other rows, and it could not be put right.
   */
  readonly mended?: "quote" | "delimiter" | "not";
  /** Why the line could not be read in its own format: its text then stands in the one cell behind the last column. */
  readonly unread?: string;
  /** The row names the group of rows that follows it. */
  readonly isTitle?: true;
  /** Cells that a person has corrected; absent = none. */
  readonly fixed?: readonly FixedCell[];
};

/** Who said what a cell should be, and when (milliseconds since 1970). */
export type Correction = { readonly value: string; readonly by: string; readonly at: number };

/** A cell of a row that was corrected; `was`: as it stands in the file. */
export type FixedCell = Correction & { readonly column: number; readonly was: string };

/** `raw`: the cell with each such byte as `\xFC`. Counted from 0. */
export type WrongCell = { readonly column: number; readonly raw: string };
