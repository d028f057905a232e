/** What undo needs from the outside: the lines of an import from its last to its first, and the batches that take them back. */
import type { ImportState } from "../../core/import-state.ts";
import type { ObjectKind } from "../../core/object/object-kind.ts";
import type { LedgerLine } from "../../core/plan/outcome.ts";
import type { SideChangeNow, SideUndo } from "../../core/plan/undo-side.ts";
import type { Result } from "../../core/problem/refusal.ts";
import type { BatchScope, ImportRef, Lease } from "./import-ref.ts";

/** What an undo did with one line of the ledger. */
export type UndoLine = {
  readonly line: number;
  readonly object: ObjectKind;
  /** Number of the contact, or of whatever the object is. */
  readonly contact: number;
  /**
   * `partly`: some fields went back, others stay because they were changed since. `merged`: the contact was merged into
   * another, which has its values; the line can be undone once the merge is. `erased`: the person was, and is not brought back.
   */
  readonly result: "deleted" | "restored" | "kept" | "partly" | "gone" | "merged" | "erased";
  /** Fields that stay as they are because somebody changed them since. */
  readonly kept: readonly string[];
};

export type UndoTally = Readonly<Record<UndoLine["result"], number>>;
/** What became of what the lines did besides: accounts made, told their ids, given main contacts. */
export type SideTally = Readonly<Record<SideUndo["result"], number>>;

/** Where among the side changes an undo is; they are gone through last line first. */
type SideCursor = Pick<SideUndo, "line" | "object" | "number">;

export type UndoProgress = {
  /** Lines before this one are still to be looked at; 0 = finished. */
  readonly beforeLine: number;
  /** The one line that was asked for; null = the whole import. */
  readonly only: number | null;
  readonly includeEdited: boolean;
  /** Who undoes. */
  readonly by?: string;
  /** Milliseconds since 1970; absent while it is at work, and in undos that ended before this was kept. */
  readonly endedAt?: number;
  /** What the import was before: it is that again after one line is undone. */
  readonly stateBefore: ImportState;
  readonly tally: UndoTally;
  /** The kind of object whose lines it is at, where lines are about two; absent = the first that is looked at. */
  readonly object?: ObjectKind;
  /** Absent in undos that began before there were side changes. */
  readonly sides?: SideTally;
  /** The last side change that was looked at, and in which pass: those that stay are not looked at again. */
  readonly side?: SideCursor & Pick<SidePage, "made">;
};

export type UndoPage = { readonly beforeLine: number; readonly only: number | null; readonly limit: number };

export interface UndoStore {
  /** Lines with something left to take back, last line first, before `beforeLine`. */
  undoable(scope: BatchScope, page: UndoPage): Promise<readonly LedgerLine[]>;
  loadForUndo(
    scope: BatchScope,
    numbers: readonly number[],
    holders?: Holders,
  ): Promise<ReadonlyMap<number, ObjectForUndo>>;
  /** The import is being undone from here on; in the same transaction an undo of the whole import cancels what has not gone out. */
  begin(scope: BatchScope & { readonly lease: Lease }, progress: UndoProgress): Promise<Result<null>>;
  /** One transaction, fenced like a batch of a run. */
  apply(scope: BatchScope & { readonly lease: Lease }, batch: UndoBatch): Promise<Result<null>>;
  /** Side changes that are not undone yet, last line first: those that made something, or those that changed it. */
  sideChanges(ref: ImportRef, page: SidePage): Promise<readonly SideChangeNow[]>;
  applySides(scope: BatchScope & { readonly lease: Lease }, batch: SideBatch): Promise<Result<null>>;
  lines(ref: ImportRef, page: { readonly afterLine: number; readonly limit: number }): Promise<readonly UndoLine[]>;
}

/** An object that an undo takes away. */
export type Leaving = Pick<UndoLine, "object"> & { readonly number: number };

export type SidePage = {
  readonly made: boolean;
  /**
   * What would be gone by then, in a preview, and so does not use what was made: all that the import made, what of it nobody has
   * changed since, or these.
   */
  readonly leaving: "own" | "unchanged" | readonly Leaving[];
  /** One line; null = any. */
  readonly only: number | null;
  readonly before: SideCursor | null;
  readonly limit: number;
};

export type SideBatch = {
  readonly undone: readonly SideUndo[];
  readonly progress: UndoProgress;
  readonly at: number;
};

/** Opportunities on account of which their contacts stay; unsaid: those that this import has not made. */
export type Holders = {
  /** Those of this import count too: of its opportunities there are only those left that stay. */
  readonly ownToo: boolean;
  /** These do not: they would be gone or let go of their contact by then, in a preview. */
  readonly freed: ReadonlySet<number>;
};

export type ObjectForUndo = {
  /** Present values by field key; lists as their JSON text. */
  readonly values: ReadonlyMap<string, string>;
  /** Imports that have changed it or need it, and are not undone; this one only where its own opportunities count. */
  readonly editedBy: readonly number[];
  /** Lines of this import that changed it. */
  readonly ownLines: number;
  /** Other contacts were merged into it, and are in it still. */
  readonly tookOthersIn: boolean;
  /** Bulk changes have changed it, and are not undone. */
  readonly changedInBulk: boolean;
};

export type UndoBatch = {
  readonly lines: readonly UndoLine[];
  readonly deletes: readonly number[];
  /** Values to put back, by field key; null = empty. */
  readonly restores: readonly { readonly contact: number; readonly values: ReadonlyMap<string, string | null> }[];
  readonly progress: UndoProgress;
  readonly at: number;
};
