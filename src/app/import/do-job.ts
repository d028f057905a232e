/**
 * Does what is wanted of an import. Whatever stops it half way, it stays wanted: a shutdown gives it back, the end of the
 * process leaves it to the next worker. What fails again and again without moving on becomes the import's problem.
 */
import type { ImportState } from "../../core/import-state.ts";
import type { JobWish } from "../../core/job/job.ts";
import { type Refusal, type Result, refuseWith } from "../../core/problem/refusal.ts";
import { JOB_TRIES } from "../limits.ts";
import type { ImportPatch, ImportRecord, ImportRef, Job, JobProgress, Ports } from "../ports.ts";
import { abandonedImports } from "./abandoned-imports.ts";
import { planImport, type RunOptions, runImport } from "./run-import.ts";
import { undoImport } from "./undoing/undo-import.ts";

/** Told of each job that has ended, at least once, before it is forgotten. `record`: the import as it is by then. */
export type OnEnded = (record: ImportRecord, job: Job) => Promise<void>;

export type DoJobOptions = {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: JobProgress) => void;
  readonly onEnded?: OnEnded | undefined;
};

/** `handed_back`: the signal came first. `put_off`: it failed or somebody else works on the import; it is tried again. */
export type JobEnd = "ended" | "handed_back" | "put_off";

/** Milliseconds until the next attempt, by how many there were. */
const RETRY_MS = [1_000, 10_000];
/** Milliseconds until it is looked whether somebody who came first is still at it. */
const BUSY_MS = 1_000;

export async function doJob(ports: Ports, job: Job, options: DoJobOptions): Promise<JobEnd> {
  const { jobs } = ports.store;
  const { ref } = job;
  try {
    if (job.tries > JOB_TRIES) await giveUp(ports, job);
    else {
      const done = await work(ports, job, { ...options, handsBack: true });
      if (!done.ok && done.refusal.code === "import_busy") {
        await jobs.release(job, { dueAt: ports.now() + BUSY_MS, fault: job.fault, counts: false });
        return "put_off";
      }
      if (done.ok && options.signal.aborted && isHalfWay(done.value, job.wish)) {
        await jobs.release(job, { dueAt: ports.now(), fault: job.fault, counts: false });
        return "handed_back";
      }
      if (!done.ok && done.refusal.code !== "import_state_invalid") await explain(ports, ref, done.refusal);
    }
    const record = await ports.store.imports.get(ref);
    if (record) await options.onEnded?.(record, job);
    await jobs.finish(job);
    return "ended";
  } catch (error) {
    if (job.tries > JOB_TRIES) await jobs.finish(job);
    else
      await jobs.release(job, {
        dueAt: ports.now() + (RETRY_MS[job.tries - 1] ?? 0),
        fault: messageOf(error),
        counts: true,
      });
    throw error;
  }
}

function work(ports: Ports, { ref, wish, by }: Job, options: RunOptions): Promise<Result<ImportRecord>> {
  switch (wish.kind) {
    case "plan":
      return planImport(ports, ref, options);
    case "run":
      return runImport(ports, ref, options);
    case "undo":
      return undoImport(ports, ref, { ...wish, by }, options);
  }
}

function isHalfWay({ state }: ImportRecord, { kind }: JobWish): boolean {
  if (kind === "plan") return state === "received";
  return state === (kind === "run" ? "running" : "undoing");
}

/** What stands is kept; a person decides how it goes on. */
async function giveUp(ports: Ports, { ref, fault }: Job): Promise<void> {
  const why = fault?.replace(/\.$/, "") ?? "each time its process ended without a word";
  const { refusal } = refuseWith("import_failed", `It was tried ${JOB_TRIES} times without getting further: ${why}.`);
  await explain(ports, ref, refusal);
}

const UNFINISHED: readonly ImportState[] = ["received", "planned", "running", "interrupted", "undoing"];

/** Says with the import why it does not go on; what was being written waits for a person. */
async function explain(ports: Ports, ref: ImportRef, refusal: Refusal): Promise<void> {
  for (;;) {
    const record = await ports.store.imports.get(ref);
    if (record === null || !UNFINISHED.includes(record.state)) return;
    const patch: ImportPatch = { refusal, state: record.state === "running" ? "interrupted" : record.state };
    if ((await ports.store.imports.patch(record, patch)) !== null) return;
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What other processes were at when they died, and nobody asked a worker for, is wanted from now on. */
export async function adoptAbandoned(ports: Ports): Promise<void> {
  for (const { ref, state, settings, undo, job } of await abandonedImports(ports)) {
    if (job !== null) continue;
    const { only = null, includeEdited = false } = undo ?? {};
    const wish: JobWish = state === "undoing" ? { kind: "undo", only, includeEdited } : { kind: "run" };
    const by = (state === "undoing" ? undo?.by : undefined) ?? settings.by;
    await ports.store.jobs.ask(ref, wish, { by, at: ports.now() });
  }
}
