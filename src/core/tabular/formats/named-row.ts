/** A row of a file that has no header row: every value comes with the name of its column, as in a vCard or a JSON object. */
import type { Refusal } from "../../problem/refusal.ts";

export type NamedRow = {
  /** Physical line of the file on which it starts (1 = first). */
  readonly line: number;
  /** Values by the name of their column, in the order of the file; a column that is not named has none. */
  readonly cells: ReadonlyMap<string, string>;
  /** The line could not be read: it stands alone, has no cells, and the rows behind it are sound. Absent = it could. */
  readonly unread?: UnreadLine;
};

/** `says`: why it could not be read, as the end of a sentence. */
type UnreadLine = { readonly text: string; readonly says: string };

/** Bytes in, in pieces of any size; the rows that are whole by then out. After a refusal it gives no more. */
export type NamedRowReader = {
  readonly refusal: Refusal | null;
  /** What a person should know of the file besides its rows, in sentences that can be shown as they are. */
  readonly notes: readonly string[];
  push(bytes: Uint8Array): readonly NamedRow[];
  end(): readonly NamedRow[];
};
