/** The ledger, read line by line. */
import type { ObjectKind } from "../../core/object/object-kind.ts";
import type { LedgerLine, Outcome } from "../../core/plan/outcome.ts";
import type { SideChange } from "../../core/plan/side-change.ts";
import type { FoundPage } from "./contact-store.ts";
import type { Pass } from "./draft-source.ts";
import type { ImportRef } from "./import-ref.ts";

export type LineFilter = {
  readonly pass: Pass;
  readonly outcome: Outcome | null;
  readonly problem: string | null;
  readonly afterLine: number;
  readonly limit: number;
};

export interface LedgerStore {
  lines(ref: ImportRef, filter: LineFilter): Promise<readonly LedgerLine[]>;
  /** @param budgetMs milliseconds after which it answers with what it has found; `seenTo` is a line */
  page(ref: ImportRef, filter: LineFilter, budgetMs: number): Promise<FoundPage<LedgerLine>>;
  linesAt(ref: ImportRef, pass: Pass, lines: readonly number[]): Promise<ReadonlyMap<number, LedgerLine>>;
  /** The lines that stand at these byte offsets of the file, given in their order; what stands above the first line is left out. */
  linesHolding(ref: ImportRef, pass: Pass, offsets: readonly number[]): Promise<readonly number[]>;
  /** What a run's lines did besides, in the order of the lines. */
  sideChanges(ref: ImportRef, fromLine: number, toLine: number): Promise<readonly SideChange[]>;
  /** Newest first: what imports changed on an object, unsaid on a contact, its creation last. */
  history(workspace: number, number: number, object?: ObjectKind): Promise<readonly ContactEvent[]>;
}

export type ContactEvent = {
  readonly import: number;
  readonly line: number;
  readonly offset: number;
  readonly kind: "created" | "updated" | "undone";
  readonly changes: LedgerLine["changes"];
  /** Milliseconds since 1970; absent where nothing was undone, or where the import alone knows when. */
  readonly undoneAt?: number;
};
