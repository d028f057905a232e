/**
 * The workers of a server: child processes that are started again when they end, nudged when there is work, and stopped with
 * the server. What is spawned is handed in.
 */
import type { ChildProcess } from "node:child_process";
import { NUDGE } from "./parent-process.ts";

export type WorkerPoolSettings = {
  readonly workers: number;
  /** Starts one worker, with a channel for messages. */
  readonly spawn: () => ChildProcess;
  /** A worker ended without being asked to. `againMs`: milliseconds until another one takes its place. */
  readonly onLost: (ended: WorkerEnd & { readonly againMs: number }) => void;
  /** How long a worker has from SIGTERM to SIGKILL. */
  readonly stopMs?: number;
  /** How long one that ended at once is not started again; twice as long each time, up to `MOST_BACKOFF_MS`. */
  readonly backoffMs?: number;
};

type WorkerEnd = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

const STOP_MS = 10_000;
const BACKOFF_MS = 250;
const MOST_BACKOFF_MS = 30_000;
/** Who has lived so long did not end for what it met at its start. */
const LIVED_MS = 60_000;

export class WorkerPool {
  readonly #settings: WorkerPoolSettings;
  readonly #places: readonly Place[];

  constructor(settings: WorkerPoolSettings) {
    this.#settings = settings;
    this.#places = Array.from({ length: settings.workers }, () => new Place(settings));
  }

  start(): void {
    for (const place of this.#places) place.start();
  }

  /** There is work: they look for it now rather than within a second. */
  nudge(): void {
    for (const place of this.#places) place.nudge();
  }

  /** Workers that run. */
  get running(): number {
    return this.#places.filter(({ isRunning }) => isRunning).length;
  }

  /** Answers once all have ended; what they had begun is gone on with by the next ones. */
  async stop(): Promise<void> {
    const { stopMs = STOP_MS } = this.#settings;
    await Promise.all(this.#places.map((place) => place.stop(stopMs)));
  }
}

/** Where one worker after the other runs. */
class Place {
  readonly #settings: WorkerPoolSettings;
  #child: ChildProcess | null = null;
  #ended: Promise<void> = Promise.resolve();
  #again: NodeJS.Timeout | undefined;
  #failures = 0;
  #stops = false;

  constructor(settings: WorkerPoolSettings) {
    this.#settings = settings;
  }

  get isRunning(): boolean {
    return this.#child !== null;
  }

  start(): void {
    const startedAt = performance.now();
    const child = this.#settings.spawn();
    this.#child = child;
    this.#ended = new Promise((resolve) => {
      const end = (code: number | null, signal: NodeJS.Signals | null): void => {
        if (this.#child !== child) return;
        this.#child = null;
        resolve();
        this.#failures = performance.now() - startedAt > LIVED_MS ? 1 : this.#failures + 1;
        if (!this.#stops) this.#startAgain({ code, signal });
      };
      child.once("exit", end);
      // One that could not be started says nothing else.
      child.once("error", () => end(null, null));
    });
  }

  #startAgain(ended: WorkerEnd): void {
    const { backoffMs = BACKOFF_MS, onLost } = this.#settings;
    const againMs = Math.min(backoffMs * 2 ** (this.#failures - 1), MOST_BACKOFF_MS);
    this.#again = setTimeout(() => this.start(), againMs);
    onLost({ ...ended, againMs });
  }

  nudge(): void {
    // A worker that is ending hears nothing more, and the next one looks by itself.
    if (this.#child?.connected) this.#child.send(NUDGE, () => undefined);
  }

  async stop(killAfterMs: number): Promise<void> {
    this.#stops = true;
    clearTimeout(this.#again);
    const child = this.#child;
    if (child === null) return;
    child.kill("SIGTERM");
    const timer = setTimeout(() => child.kill("SIGKILL"), killAfterMs);
    await this.#ended;
    clearTimeout(timer);
  }
}
