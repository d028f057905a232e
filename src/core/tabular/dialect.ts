/** How a file is to be read: a value that the sniffer returns, a person may edit, and the import stores. */

import type { FileFormat } from "./file-format.ts";
import type { TableEvidence } from "./rows/mend-row.ts";

type Encoding = string; // as `encodingName` gives it: "utf-8", "utf-16le", "windows-1252", "ibm850"

export type Dialect = {
  readonly format: FileFormat;
  /** The sheet of a workbook. */
  readonly sheet?: string;
  readonly encoding: Encoding;
  /** The file starts with a byte order mark, which is not part of the first cell. */
  readonly bom: boolean;
  /** Cells whose bytes are no UTF-8 are read in this encoding: a file that was put together from two. Absent = none is. */
  readonly fallback?: string;
  /** A person has named the encoding, so that nothing in the file is taken for a reason to choose another one. */
  readonly encodingGiven?: true;
  readonly delimiter: string;
  /** `""` = no quoting. */
  readonly quote: string;
  /** The quote itself (doubled quotes) or `\\`. */
  readonly escape: string;
  /** Cells may be quoted behind spaces (`a, "b"`); the spaces are then not part of them. Absent = no. */
  readonly spacedQuotes?: boolean;
  readonly newline: "\n" | "\r\n" | "\r" | "mixed";
  readonly header: boolean;
  /** Physical lines (of a sheet: rows) before the first row that are no rows: `sep=;`, or a note above the header. Absent = 0. */
  readonly preambleLines?: number;
  /**
   * The bytes are a rows file (`rows-file.ts`), made of a file of another format: every row starts with the number it has
   * in that file, and has this many cells behind it, those missing at its end being empty. Absent = the bytes are the file.
   */
  readonly numbered?: { readonly columns: number };
  /**
   * The row below the header goes with it: `joined` = its cells end the names, `skipped` = it explains or underlines them.
   * Absent = it is a row like any other.
   */
  readonly secondHeader?: "joined" | "skipped";
  /** Texts that stand alone on a row and name the group of rows below. Absent = there are none. */
  readonly titles?: readonly string[];
  /** What the columns hold, where rows with a cell too many can be put right by it. */
  readonly columns?: TableEvidence;
  /** 0 to 1: the least sure of the parts above. */
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
};

/** Why one part of the dialect was chosen, in words that can be shown as they are. */
export type Evidence = {
  readonly about: "format" | "sheet" | "encoding" | "delimiter" | "quote" | "newline" | "header";
  readonly says: string;
  /** Somebody who only imports the file should be told as well: something is left out, or read that is not seen. */
  readonly notice?: true;
  /** 0 to 1, where this part by itself can be doubtful. */
  readonly confidence?: number;
};

/** What a person has said about the file; each given part is taken as it is and not guessed. */
export type DialectOverrides = Partial<Pick<Dialect, "encoding" | "delimiter" | "quote" | "escape" | "header">>;
