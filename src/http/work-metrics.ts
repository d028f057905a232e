/**
 * What an operator of many workers asks: is there more to do than they do, how fast are they, and does something go wrong again and
 * again. All of it stands in the database, so that every server tells the same of all workers, which have no port of their own.
 */
import { Gauge, type Registry } from "prom-client";
import type { WorkFigures } from "../app/ports/work-figures.ts";

export class WorkMetrics {
  readonly #jobs: Gauge<"kind" | "state">;
  readonly #oldest: Gauge<"kind" | "state">;
  readonly #retries: Gauge<"kind">;
  readonly #done: Gauge<"workspace" | "import" | "kind" | "pass">;
  readonly #total: Gauge<"workspace" | "import" | "kind" | "pass">;
  readonly #leases: Gauge<"state">;
  readonly #erasures: Gauge;
  readonly #bulkChanges: Gauge;

  constructor(registry: Registry) {
    const gauge = <T extends string>(name: string, help: string, labelNames: readonly T[] = []): Gauge<T> =>
      new Gauge({ name, help, labelNames, registers: [registry] });
    this.#jobs = gauge("muster_jobs", "Plans, runs and undos that are wanted", ["kind", "state"]);
    this.#oldest = gauge("muster_job_oldest_seconds", "Since the oldest of them was asked for", ["kind", "state"]);
    this.#retries = gauge("muster_job_retries", "Attempts after the first, of jobs that do not get on", ["kind"]);
    this.#done = gauge("muster_job_lines", "Lines that a job at work has done of its pass", OF_A_JOB);
    this.#total = gauge("muster_job_lines_expected", "Lines that the pass has", OF_A_JOB);
    this.#leases = gauge("muster_leases", "Imports that a process holds, and those whose holder's time is over", [
      "state",
    ]);
    this.#erasures = gauge("muster_erasures_waiting", "Erasures that a worker is to look at or to do");
    this.#bulkChanges = gauge("muster_bulk_changes_waiting", "Bulk changes that a worker is to do or to take back");
  }

  set({ jobs, advances, leases, erasures, bulkChanges }: WorkFigures): void {
    for (const gauge of [this.#jobs, this.#oldest, this.#retries, this.#done, this.#total]) gauge.reset();
    for (const { kind, place: state, count, retries, oldestMs } of jobs) {
      this.#jobs.set({ kind, state }, count);
      this.#oldest.set({ kind, state }, oldestMs / 1_000);
      this.#retries.inc({ kind }, retries);
    }
    for (const { lines, total, ...labels } of advances) {
      this.#done.set(labels, lines);
      this.#total.set(labels, total);
    }
    this.#leases.set({ state: "held" }, leases.held);
    this.#leases.set({ state: "lost" }, leases.lost);
    this.#erasures.set(erasures);
    this.#bulkChanges.set(bulkChanges);
  }
}

const OF_A_JOB = ["workspace", "import", "kind", "pass"] as const;
