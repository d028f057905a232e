/**
 * The worker: round after round it queues and moves workflow runs, sends what is due, and rests while there is nothing to do.
 * Any number of them may run on the same data.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { Ports } from "../app/ports.ts";
import { type Delivered, deliverEffects, NOTHING_DELIVERED, type Senders } from "../app/workflow/deliver-effects.ts";
import { runWorkflows } from "../app/workflow/run-workflows.ts";

export type WorkerTally = Delivered & { readonly moved: number };

export type WorkerSettings = {
  readonly senders: Senders;
  /** Ends as soon as nothing is due. */
  readonly once: boolean;
  /** Ends after the deliveries that are under way. */
  readonly signal: AbortSignal;
  /** After each round in which something was done. */
  readonly onRound?: (tally: WorkerTally) => void;
};

const REST_MS = 1_000;

const NOTHING: WorkerTally = { ...NOTHING_DELIVERED, moved: 0 };

export async function runWorker(ports: Ports, settings: WorkerSettings): Promise<WorkerTally> {
  let total = NOTHING;
  while (!settings.signal.aborted) {
    const { tally, more } = await workRound(ports, settings);
    total = sum(total, tally);
    if (didSomething(tally)) settings.onRound?.(total);
    if (more) continue;
    if (settings.once) break;
    await sleep(REST_MS, undefined, { signal: settings.signal }).catch(() => undefined);
  }
  return total;
}

/** A transaction's worth of work for each workspace, so that a large one does not keep the others waiting. */
async function workRound(
  ports: Ports,
  { senders, signal }: WorkerSettings,
): Promise<{ readonly tally: WorkerTally; readonly more: boolean }> {
  let tally = NOTHING;
  let more = false;
  for (const workspace of await ports.store.workspaces.list()) {
    if (signal.aborted) break;
    const run = await runWorkflows(ports, workspace);
    const delivered = await deliverEffects(ports, senders, workspace);
    tally = sum(tally, { ...delivered, moved: run.moved });
    more ||= run.more || didSomething({ ...delivered, moved: 0 });
  }
  return { tally, more };
}

const didSomething = ({ moved, sent, failed, dead }: WorkerTally): boolean => moved + sent + failed + dead > 0;

const sum = (a: WorkerTally, b: WorkerTally): WorkerTally => ({
  moved: a.moved + b.moved,
  sent: a.sent + b.sent,
  failed: a.failed + b.failed,
  dead: a.dead + b.dead,
});
