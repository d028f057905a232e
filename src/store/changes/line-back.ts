/** A line of a bulk change, or of what was done by hand, as it is taken back. */
import type { BulkUndoTally } from "../../app/ports/bulk-store.ts";
import type { Changes, LedgerLine } from "../../core/plan/outcome.ts";
import type { UndoContact, UndoDecision } from "../../core/plan/undo.ts";

export type DecideUndo = (line: Pick<LedgerLine, "outcome" | "changes">, contact: UndoContact) => UndoDecision;

export type LineBack = {
  readonly number: number;
  /** What the contact holds now. */
  readonly values: ReadonlyMap<string, string>;
  readonly changes: Changes;
  readonly sides: string | null;
  readonly decide: DecideUndo;
};

/** `tags`: the list that the contact has again; `isBulk`: the contact was written, and not by somebody's hand. */
export type UndoneLine = { readonly result: keyof BulkUndoTally; readonly tags: string; readonly isBulk: boolean };
