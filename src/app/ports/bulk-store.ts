/** A port: changes of many contacts at once, contact by contact, so that each can be taken back. A batch is one transaction. */
import type { BulkChange, RecordedChange } from "../../core/bulk/bulk-change.ts";
import type { Changes, LedgerLine } from "../../core/plan/outcome.ts";
import type { UndoContact, UndoDecision } from "../../core/plan/undo.ts";
import type { ContactFilter } from "./object-filter.ts";

/** Which contacts are meant. */
export type BulkChoice =
  | { readonly kind: "named"; readonly contacts: readonly number[] }
  | {
      readonly kind: "matching";
      readonly search: string | null;
      readonly filters: readonly ContactFilter[];
      /** Highest number that a contact had when it was asked for: later ones were not meant. */
      readonly upTo: number;
      readonly except: readonly number[];
    };

/** `undone`: nothing is left of it but what was changed since. */
export type BulkState = "running" | "done" | "undoing" | "undone";

/**
 * `gone`: the contact is not there any more, so that there is nothing to put back. `away`: it is merged into another one, or
 * deleted by a later bulk change, and may come back; what was done to it is taken back by a further undo.
 */
export type BulkUndoTally = Readonly<Record<"restored" | "partly" | "kept" | "gone" | "away", number>>;

export type BulkRecord = {
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Who asked: a member's address, a key's name, or the operator's account. */
  readonly by: string;
  readonly change: RecordedChange;
  readonly state: BulkState;
  /** Null once all were looked at: what people searched for is not kept. */
  readonly choice: BulkChoice | null;
  /** Contacts up to this number were looked at, by the change or, from then on, by its undo. */
  readonly seenTo: number;
  readonly changed: number;
  /** They were so already; or they match what is deleted, but were changed after it was asked for. */
  readonly unchanged: number;
  /** Tags that the workspace did not have. */
  readonly newTags: readonly string[];
  readonly endedAt: number | null;
  readonly undo: { readonly at: number; readonly by: string; readonly tally: BulkUndoTally } | null;
  /** When it was forgotten what the contacts held before; null = it can be undone. */
  readonly expiredAt: number | null;
};

export type BulkRequest = Pick<BulkRecord, "at" | "by" | "newTags"> & {
  readonly change: BulkChange;
  readonly choice: BulkChoice;
};

/** The next contacts that are looked at. */
export type BulkPage = {
  readonly numbers: readonly number[];
  readonly seenTo: number;
  readonly isLast: boolean;
  /** Those that anything but a bulk change has written to after this time stay as they are, and count as unchanged. */
  readonly asSeenAt?: number;
};

/** `passed`: somebody else has gone on with it meanwhile. `held`: an import of the workspace is at work, which comes first. */
export type BulkStep = "moved" | "passed" | "held";

/** Whether an import of the workspace is being written or taken back, or was and is to go on. */
export type ImportAtWork = "none" | "at_work" | "interrupted";

/** What a bulk change did to one contact. */
export type BulkEvent = {
  readonly bulk: number;
  readonly at: number;
  readonly by: string;
  readonly do: RecordedChange["do"];
  /** Null = the contact was deleted. */
  readonly changes: Changes | null;
  readonly undone: { readonly at: number; readonly by: string; readonly result: string } | null;
};

export interface BulkStore {
  open(workspace: number, request: BulkRequest): Promise<BulkRecord>;
  get(workspace: number, bulk: number): Promise<BulkRecord | null>;
  /** Newest first, those of many contacts: what was done to one by hand stands in its own history. */
  list(
    workspace: number,
    page: { readonly before: number | null; readonly limit: number },
  ): Promise<readonly BulkRecord[]>;
  /** What is at work or waits, oldest first. */
  unfinished(workspace: number): Promise<readonly BulkRecord[]>;
  importAtWork(workspace: number): Promise<ImportAtWork>;
  /** Changes these contacts as they are then. @param decide null = the contact goes; empty = it stays as it is */
  advance(
    workspace: number,
    step: { readonly record: BulkRecord; readonly page: BulkPage; readonly at: number },
    decide: (values: ReadonlyMap<string, string>) => Changes | null,
  ): Promise<BulkStep>;
  /** From here on it is taken back. Null = it is being, or was undone already and nobody was away then; or it has expired. */
  beginUndo(
    workspace: number,
    bulk: number,
    undo: { readonly at: number; readonly by: string },
  ): Promise<BulkRecord | null>;
  takeBack(
    workspace: number,
    step: { readonly record: BulkRecord; readonly limit: number; readonly at: number },
    decide: (line: Pick<LedgerLine, "outcome" | "changes">, contact: UndoContact) => UndoDecision,
  ): Promise<BulkStep>;
  /** Newest first. */
  ofContact(workspace: number, contact: number): Promise<readonly BulkEvent[]>;
  /** Of these contacts those that a change has deleted which is not undone, with the change. */
  deletedBy(workspace: number, contacts: readonly number[]): Promise<ReadonlyMap<number, number>>;
  /** Changes that ended before then, or deletions before the second time, can no longer be undone. */
  expire(
    workspace: number,
    before: { readonly changes: number; readonly deletions: number },
    at: number,
  ): Promise<void>;
}
