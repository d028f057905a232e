/** A port: contacts that are made and changed by hand. Each time is one transaction, and can be taken back like a bulk change. */
import type { HandChange } from "../../core/bulk/bulk-change.ts";
import type { BatchPlan } from "../../core/plan/batch-plan.ts";
import type { Changes } from "../../core/plan/outcome.ts";
import type { ImportShape } from "../../core/plan/shape.ts";
import type { Result } from "../../core/problem/refusal.ts";
import type { BatchReader } from "./batch.ts";
import type { Doing } from "./merge-store.ts";

export type HandWrite = HandChange & {
  readonly contact: number;
  readonly plan: Pick<BatchPlan, "inserts" | "updates" | "keysAdded" | "keysRemoved" | "accounts" | "options">;
  readonly shape: ImportShape;
  /** What its history says of it. */
  readonly changes: Changes;
};

/** `change`: number of what can be taken back; null = it was so already. */
export type HandWritten = { readonly contact: number; readonly change: number | null };

export interface HandStore {
  /**
   * Writes what is decided on the workspace as it is then, and nothing where that is a refusal, or an import is being taken
   * back. What else `decide` asks of the store is part of the same state.
   */
  write(
    workspace: number,
    doing: Doing,
    decide: (batch: BatchReader) => Promise<Result<HandWrite>>,
  ): Promise<Result<HandWritten>>;
}
