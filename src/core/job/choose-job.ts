/**
 * Which of the jobs that wait is done next. What writes to a workspace goes one after the other in the order of asking, as a
 * later file may speak of what an earlier one brings; plans write nothing and go beside it. Workspaces take turns.
 */
import type { JobKind } from "./job.ts";

export type QueuedJob = {
  readonly workspace: number;
  readonly kind: JobKind;
  /** Its file is a large one. */
  readonly isLarge: boolean;
  /** `ready`: may be begun. `at_work`: a worker does it. `held`: something else works on the import, or it rests after a fault. */
  readonly state: "ready" | "at_work" | "held";
};

/**
 * @param jobs in the order of asking
 * @param largeAtOnce jobs of large files that may be at work at the same time, so that the other workers are free for small ones
 */
export function chooseJob<T extends QueuedJob>(jobs: readonly T[], largeAtOnce: number): T | null {
  const atWork = jobs.filter(({ state }) => state === "at_work");
  const takesLarge = atWork.filter(({ isLarge }) => isLarge).length < largeAtOnce;
  const atWorkIn = (workspace: number): number => atWork.filter((job) => job.workspace === workspace).length;
  const writesIn = new Set<number>();
  let chosen: { readonly job: T; readonly beside: number } | null = null;
  for (const job of jobs) {
    const { workspace, kind, isLarge, state } = job;
    const waitsForAnother = kind !== "plan" && writesIn.has(workspace);
    if (kind !== "plan") writesIn.add(workspace);
    if (state !== "ready" || waitsForAnother || (isLarge && !takesLarge)) continue;
    const beside = atWorkIn(workspace);
    if (chosen === null || beside < chosen.beside) chosen = { job, beside };
  }
  return chosen?.job ?? null;
}
