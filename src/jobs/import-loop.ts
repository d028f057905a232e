/** Takes one job after another and does it; rests while there is none. */
import { adoptAbandoned, doJob, type OnEnded } from "../app/import/do-job.ts";
import { LEASE_MS } from "../app/limits.ts";
import type { Job, JobProgress, Ports } from "../app/ports.ts";
import { inJobSpan } from "./job-span.ts";
import type { Rest } from "./rest.ts";

export type ImportLoopSettings = {
  readonly once: boolean;
  readonly signal: AbortSignal;
  readonly rest: Rest;
  readonly onEnded?: OnEnded | undefined;
  /** A fault of one job, which is put off for it. */
  readonly onFault: (job: Job, error: unknown) => void;
  /** A job begins, and ends. */
  readonly onWork?: (isAtWork: boolean) => void;
  /** After each job that has come to its end. */
  readonly onRound: () => void;
};

/** On one machine: beside another large one, small ones would wait for a worker. */
const LARGE_AT_ONCE = 1;
/** How often a worker says how far a job is. */
const REPORT_MS = 1_000;

export async function workOnImports(shared: Ports, settings: ImportLoopSettings): Promise<void> {
  const { once, signal, rest } = settings;
  const ports = { ...shared, isGone: isGoneFor(shared) };
  while (!signal.aborted) {
    const job = await nextJob(ports);
    if (job !== null) {
      if (await isDone(ports, job, settings)) settings.onRound();
    } else if (once) break;
    else await rest.take(signal);
  }
}

/** What this worker itself held when it lost the database, and could not give back, it holds no more: it does one job at a time. */
const isGoneFor =
  ({ holder, isGone }: Ports): Ports["isGone"] =>
  (lease) =>
    lease.holder === holder || isGone(lease);

async function nextJob(ports: Ports): Promise<Job | null> {
  await adoptAbandoned(ports);
  const { now, holder, isGone, largeAtOnce = LARGE_AT_ONCE } = ports;
  return ports.store.jobs.claim({ now: now(), holder, isGone, largeAtOnce });
}

async function isDone(ports: Ports, job: Job, settings: ImportLoopSettings): Promise<boolean> {
  const { signal, onEnded, onFault, onWork } = settings;
  const reports = new Reports(ports, job);
  onWork?.(true);
  try {
    const onProgress = (progress: JobProgress): void => reports.seen(progress);
    return (await inJobSpan(ports, job, () => doJob(ports, job, { signal, onProgress, onEnded }))) === "ended";
  } catch (error) {
    onFault(job, error);
    return false;
  } finally {
    reports.end();
    onWork?.(false);
  }
}

/** Says that the worker lives and how far it is, without holding up the work. */
class Reports {
  readonly #ports: Ports;
  readonly #job: Job;
  readonly #timer: NodeJS.Timeout;
  #progress: JobProgress | null = null;
  #saidAt: number;

  constructor(ports: Ports, job: Job) {
    this.#ports = ports;
    this.#job = job;
    this.#saidAt = ports.now();
    this.#timer = setInterval(() => this.#tick(), REPORT_MS).unref();
  }

  seen(progress: JobProgress): void {
    this.#progress = progress;
  }

  end(): void {
    clearInterval(this.#timer);
  }

  #tick(): void {
    const now = this.#ports.now();
    if (this.#progress === null && now - this.#saidAt < LEASE_MS / 4) return;
    const progress = this.#progress;
    this.#progress = null;
    this.#saidAt = now;
    // What cannot be said now is said the next time, and the work itself meets whatever stands in the way.
    void this.#ports.store.jobs.report(this.#job, { now, progress }).catch(() => undefined);
  }
}
