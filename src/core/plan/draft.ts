/**
 * Drafts: rows after mapping and normalising, before anybody has asked whether the contacts exist. They travel in batches,
 * column by column, because that is how they cross threads fastest (one joined string per column instead of an object per cell).
 */
import type { Problem } from "../problem/problem.ts";

/** Stands for a blank cell. Normalised values are never empty. */
export const BLANK = "";
/** Stands for "clear this field", whatever the policy says of empty cells. A value never holds NUL. */
export const CLEAR = "\u0000";

type DraftKeys = {
  /** Keys of row i are the entries from starts[i] to starts[i + 1]. */
  readonly starts: Uint32Array;
  /** What each entry is a key of: the caller's own numbering (kind of index, or position among the match keys). */
  readonly tags: Uint8Array;
  readonly hashes: Float64Array;
};

export type DraftBatch = {
  readonly count: number;
  /** Physical line where each row starts. */
  readonly lines: Float64Array;
  /** Byte offset of each row in the stored file. */
  readonly offsets: Float64Array;
  /** values[slot][row], for the shape's mapped slots. */
  readonly values: readonly (readonly string[])[];
  readonly keys: DraftKeys;
  /** Findings by row; only rows that have any. */
  readonly problems: ReadonlyMap<number, readonly Problem[]>;
};

/** The value of one row in one slot. */
export const valueAt = (batch: DraftBatch, slot: number, row: number): string => batch.values[slot]?.[row] ?? BLANK;
