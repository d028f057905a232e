/** What is wanted of imports in the background, at most one thing of each. It stays asked for until it has ended. */
import type { JobWish } from "../../core/job/job.ts";
import type { Tally } from "../../core/plan/outcome.ts";
import type { Pass } from "./draft-source.ts";
import type { ImportRef, Lease, SeenImport } from "./import-ref.ts";

export type JobProgress = {
  /** `look_up`: profiles are asked for, before lines are decided. */
  readonly pass: Pass | "look_up";
  readonly lines: number;
  readonly total: number;
  readonly tally: Tally;
};

export type Job = {
  readonly ref: ImportRef;
  readonly wish: JobWish;
  /** A member's address, or the operator's account. */
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly askedAt: number;
  /** Attempts that were begun, the one that is under way included, since the import moved on last. */
  readonly tries: number;
  /** What stopped the last attempt; null = nothing, or its process was gone before it could say. */
  readonly fault: string | null;
  /** How far its worker said it is, every second or so; null = it has not begun. */
  readonly progress: JobProgress | null;
  /** The worker that does it; null = it waits. */
  readonly worker: Pick<Lease, "holder" | "until"> | null;
};

export type ClaimRequest = {
  readonly now: number;
  readonly holder: string;
  readonly isGone: (lease: Lease) => boolean;
  /** Jobs of large files that may be at work at the same time. */
  readonly largeAtOnce: number;
};

export interface JobStore {
  /**
   * What is wanted of the import from now on. Something that is wanted already stays as it is, and is the answer; only a plan
   * gives way to a run. Waits for nobody who works on the import.
   */
  ask(ref: ImportRef, wish: JobWish, asked: { readonly by: string; readonly at: number }): Promise<Job>;
  /** Likewise, of the import as it was in this version alone. Null = it has changed since. */
  askOfVersion(
    { ref, version }: SeenImport,
    wish: JobWish,
    asked: { readonly by: string; readonly at: number },
  ): Promise<Job | null>;
  /** Takes the next one for this holder alone; one whose worker is gone is free again. Null = there is nothing to begin. */
  claim(request: ClaimRequest): Promise<Job | null>;
  /** The worker lives, and is so far. */
  report(job: Job, said: { readonly now: number; readonly progress: JobProgress | null }): Promise<void>;
  /** Given back unfinished, to be begun again from `dueAt` on. `counts`: the attempt failed, rather than was stopped. */
  release(
    job: Job,
    again: { readonly dueAt: number; readonly fault: string | null; readonly counts: boolean },
  ): Promise<void>;
  /** It has ended. What was asked for instead meanwhile stays. */
  finish(job: Job): Promise<void>;
  /** Nothing is wanted of the import any more. */
  withdraw(ref: ImportRef): Promise<void>;
  /** How many are wanted in a workspace, those at work included. */
  count(workspace: number): Promise<number>;
}
