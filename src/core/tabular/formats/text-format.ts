/**
 * What a text format other than CSV (contact cards, JSON) has to offer to be read like any other file. A format is a value
 * of this type in `TEXT_FORMATS`; nothing else has to know it.
 *
 * A file is told by its first bytes and converted once, when it is received: read to its end for its columns, then read
 * again for its rows, which are written to a rows file (`rows-file.ts`). So a format never holds a file, only what it must
 * remember of it: names of columns in the first pass, one row at a time in both. Bytes come in pieces of any size, cut
 * anywhere, also inside a character. Nothing throws: what cannot be read on is a refusal, and the reading ends there.
 */
import type { Refusal } from "../../problem/refusal.ts";
import type { FileFormat } from "../file-format.ts";
import type { SourceRow } from "./source-row.ts";

export type TextFormat = {
  /**
   * The bytes are of this format, judged by them alone, never by a name; null = they are not.
   *
   * @param sample the first bytes of the file, up to SNIFF_BYTES
   * @param whole the sample is the entire file
   */
  detect(sample: Uint8Array, whole: boolean): DetectedText | null;
  /** First pass. Made anew for each file. */
  columns(): ColumnFinder;
  /** Second pass. The cells of its rows stand in the order of `columns`. */
  rows(columns: readonly string[]): RowReader;
};

export type DetectedText = {
  readonly format: FileFormat;
  /** Why, in a sentence that can be shown as it is. */
  readonly says: string;
};

export type ColumnFinder = {
  readonly refusal: Refusal | null;
  push(bytes: Uint8Array): void;
  /** After the last bytes: the header, in the order in which columns are to stand, and what else is worth saying. */
  end(): { readonly columns: readonly string[]; readonly says: readonly string[] };
};

export type RowReader = {
  readonly refusal: Refusal | null;
  /** The rows that are whole by now, in order, without a header. The bytes may be reused by the caller afterwards. */
  push(bytes: Uint8Array): readonly SourceRow[];
  /** The rows that were still waiting for the end of the file. */
  end(): readonly SourceRow[];
};
