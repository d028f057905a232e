/** Metrics as Prometheus reads them. Looked up when they are asked for, not while requests are answered. */
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Ports } from "../app/ports.ts";
import { WorkMetrics } from "./work-metrics.ts";

type Answered = { readonly method: string; readonly route: string; readonly status: number; readonly seconds: number };

export class Metrics {
  readonly #registry = new Registry();
  readonly #requests: Histogram<"method" | "route" | "status">;
  readonly #effects: Gauge<"workspace" | "kind" | "state">;
  readonly #imports: Gauge<"state">;
  readonly #work: WorkMetrics;

  constructor() {
    collectDefaultMetrics({ register: this.#registry });
    this.#requests = new Histogram({
      name: "muster_http_request_seconds",
      help: "Seconds from the request to the beginning of its answer",
      labelNames: ["method", "route", "status"],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers: [this.#registry],
    });
    this.#effects = new Gauge({
      name: "muster_effects",
      help: "Mails, posts and calls by state",
      labelNames: ["workspace", "kind", "state"],
      registers: [this.#registry],
    });
    this.#imports = new Gauge({
      name: "muster_imports_unfinished",
      help: "Imports that are being written or undone, or wait to go on",
      labelNames: ["state"],
      registers: [this.#registry],
    });
    this.#work = new WorkMetrics(this.#registry);
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  request({ method, route, status, seconds }: Answered): void {
    this.#requests.observe({ method, route, status: String(status) }, seconds);
  }

  async text({ store, now }: Ports): Promise<string> {
    const effects: (readonly [{ workspace: string; kind: string; state: string }, number])[] = [];
    for (const { number, slug } of await store.workspaces.list()) {
      for (const { kind, state, count } of await store.outbox.counts(number))
        effects.push([{ workspace: slug, kind, state }, count]);
    }
    const unfinished = await store.imports.unfinished();
    const work = await store.workFigures.read(now());
    // Nothing is awaited from here on: whoever asks at the same time would count the same twice.
    this.#effects.reset();
    this.#imports.reset();
    for (const [labels, count] of effects) this.#effects.set(labels, count);
    for (const { state } of unfinished) this.#imports.inc({ state });
    this.#work.set(work);
    return this.#registry.metrics();
  }
}
