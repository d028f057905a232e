/** A port: contacts that are merged by hand, and parted again. Each change is one transaction that decides on what it reads. */
import type { MergeDecision, MergeSource } from "../../core/merge/merge-contacts.ts";
import type { PartDecision, PartState } from "../../core/merge/part-contacts.ts";
import type { Result } from "../../core/problem/refusal.ts";
import type { DuplicateStore } from "./duplicate-store.ts";

export type MergeRecord = {
  readonly number: number;
  readonly at: number;
  /** Who merged: a member's address, or the operator's account. */
  readonly by: string;
  readonly kept: number;
  readonly others: readonly number[];
  readonly decision: MergeDecision;
  readonly undone: { readonly at: number; readonly by: string } | null;
};

export type Doing = { readonly by: string; readonly at: number };

/** The contacts that could be found, by number. */
export type MergeSources = ReadonlyMap<number, MergeSource>;

export type MergeRequest = { readonly kept: number; readonly others: readonly number[] };

export interface MergeStore {
  load(workspace: number, numbers: readonly number[]): Promise<MergeSources>;
  /** Writes what is decided on the contacts as they are then, and nothing where that is a refusal or an import is being written. */
  merge(
    workspace: number,
    request: MergeRequest & Doing,
    decide: (sources: MergeSources) => Result<MergeDecision>,
  ): Promise<Result<MergeRecord>>;
  get(workspace: number, merge: number): Promise<MergeRecord | null>;
  /** Newest first. */
  list(
    workspace: number,
    page: { readonly before: number | null; readonly limit: number },
  ): Promise<readonly MergeRecord[]>;
  /** Merges that the contact was kept in and that are not undone, newest first. */
  keptIn(workspace: number, contact: number): Promise<readonly MergeRecord[]>;
  /** Of these contacts those that a merge has deleted, with the merge. */
  mergedInto(workspace: number, numbers: readonly number[]): Promise<ReadonlyMap<number, number>>;
  /** The contacts of a merge and what it deleted, as they stand; null where there is no such merge. */
  partState(workspace: number, merge: number): Promise<PartState | null>;
  part(
    workspace: number,
    request: { readonly merge: number } & Doing,
    decide: (state: PartState) => Result<PartDecision>,
  ): Promise<Result<PartDecision>>;
}

export type MergingStores = { readonly duplicates: DuplicateStore; readonly merges: MergeStore };
