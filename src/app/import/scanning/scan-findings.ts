/** What the look at a whole file finds beside its keys: plain data, small however long the file is. */
import type { Witnesses } from "../../../core/contact/column-evidence.ts";
import type { DoubleFinding } from "../../../core/contact/double-encoding-evidence.ts";
import type { PhoneWitnesses } from "../../../core/contact/phone-evidence.ts";
import type { WrongPlace } from "../../../core/tabular/rows/csv-reader.ts";

/** It may cross threads and be joined. */
export type ObservedColumns = {
  /** In the order of the compiled scan's columns. */
  readonly witnesses: readonly Witnesses[];
  /** What the numbers show of their country. */
  readonly phones: PhoneWitnesses;
  /** Columns of which a cell holds several addresses or numbers where the field has one. */
  readonly withSeveral: readonly number[];
  /** Columns with text that was encoded twice. */
  readonly doubled: readonly DoubleFinding[];
};

export type ScanFindings = ObservedColumns & {
  readonly lines: number;
  readonly blankLines: number;
  readonly droppedNuls: number;
  /** Rows with more or fewer cells than the file has columns. */
  readonly raggedRows: number;
  /** First line with bytes that are not of the file's encoding. */
  readonly wrongBytesLine: number | null;
  /** Cells with such bytes, where they can be told, and the first of them. */
  readonly wrongCells: number;
  readonly firstWrong: WrongPlace | null;
};
