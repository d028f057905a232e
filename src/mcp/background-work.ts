/**
 * Plans, runs and undos that go on after the answer, in this process. When it ends they stop after their batch, and the next
 * process of Muster goes on with them.
 */
import { setTimeout } from "node:timers/promises";
import type { RunOptions } from "../app/import/run-import.ts";
import type { ImportRecord, JobProgress, Ports } from "../app/ports.ts";
import { type Result, refuseWith } from "../core/problem/refusal.ts";
import type { AssistantParts } from "./assistant-parts.ts";
import { withPorts } from "./visit.ts";

export type Doing = "plan" | "run" | "undo";
export type Task = (ports: Ports, options: RunOptions) => Promise<Result<ImportRecord>>;

type Wanted = { readonly doing: Doing; readonly task: Task; readonly waitMs: number };

type Job = {
  readonly doing: Doing;
  readonly ended: Promise<Result<ImportRecord>>;
  progress: JobProgress | null;
};

export class BackgroundWork {
  readonly #parts: AssistantParts;
  readonly #jobs = new Map<string, Job>();
  readonly #stopping = new AbortController();

  constructor(parts: AssistantParts) {
    this.#parts = parts;
  }

  /** How it ended, or null where it goes on after the wait. */
  async do(id: string, { doing, task, waitMs }: Wanted): Promise<Result<ImportRecord> | null> {
    if (this.#jobs.has(id) || this.#stopping.signal.aborted)
      return refuseWith("import_busy", `${id} is being worked on.`);
    const { signal } = this.#stopping;
    const onProgress = (progress: JobProgress): void => {
      job.progress = progress;
    };
    const ended = withPorts(this.#parts, (ports) => task(ports, { signal, handsBack: true, onProgress }))
      .catch((error: unknown) => {
        this.#parts.log(error);
        return refuseWith("import_failed", "Something went wrong inside; what was written so far stands.");
      })
      .finally(() => this.#jobs.delete(id));
    const job: Job = { doing, ended, progress: null };
    this.#jobs.set(id, job);
    const waiting = new AbortController();
    const late = setTimeout(waitMs, null, { signal: waiting.signal }).catch(() => null);
    return Promise.race([ended, late]).finally(() => waiting.abort());
  }

  /** What is under way with an import; null = nothing is, in this process. */
  doing(id: string): { readonly doing: Doing; readonly progress: JobProgress | null } | null {
    return this.#jobs.get(id) ?? null;
  }

  /** Once no batch is being written any more. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all([...this.#jobs.values()].map(({ ended }) => ended));
  }
}
