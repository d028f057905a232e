/** What the use cases need to know of imports that put right what another one left: which line is about which, and what became of it. */
import type { LedgerLine } from "../../core/plan/outcome.ts";
import type { ImportRef } from "./import-ref.ts";

/** A line of an import, and the line of the import before it that it puts right. */
export type Retry = { readonly line: number; readonly ofLine: number };

/** What one import did with a line. `line` is the line's number in that import's own file. */
export type Attempt = { readonly import: number; readonly ledger: LedgerLine };

export interface RetryStore {
  /** Instead of those that are there. Of several lines that put the same one right, the first counts. */
  save(ref: ImportRef, of: number, retries: AsyncIterable<readonly Retry[]>): Promise<void>;
  /** Lines of the former import by the lines of this one, both ends included. */
  ofLines(ref: ImportRef, fromLine: number, toLine: number): Promise<ReadonlyMap<number, number>>;
  /** Whether this one has a row for that line of the former import. */
  isRetried(ref: ImportRef, ofLine: number): Promise<boolean>;
  /**
   * What became of lines of an import: its own word first, then that of each import that continued it and was made earlier
   * than `before`. What was undone is left out, and so are lines that nothing became of yet.
   */
  attempts(ref: ImportRef, lines: readonly number[], before: number): Promise<ReadonlyMap<number, readonly Attempt[]>>;
  /** Imports that continue this one, the first one first. */
  continuations(ref: ImportRef): Promise<readonly number[]>;
}
