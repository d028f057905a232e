/** Round after round queues and moves workflow runs and sends what is due; rests while there is nothing to do. */
import type { Ports } from "../app/ports.ts";
import { type Delivered, deliverEffects, NOTHING_DELIVERED, type Senders } from "../app/workflow/deliver-effects.ts";
import { runWorkflows } from "../app/workflow/run-workflows.ts";
import { retainDaily } from "../app/workspace/apply-retention.ts";
import type { OnWorkspaceFault } from "../app/workspace/workspace-fault.ts";
import type { Rest } from "./rest.ts";
import { WorkspaceTurns } from "./workspace-turns.ts";

export type EffectsTally = Delivered & { readonly moved: number };

export type EffectsLoopSettings = {
  readonly senders: Senders;
  /** Ends as soon as nothing is due. */
  readonly once: boolean;
  /** Ends after the deliveries that are under way. */
  readonly signal: AbortSignal;
  /** After each round in which something was done: what it was. */
  readonly onRound: (tally: EffectsTally) => void;
  readonly rest: Rest;
  readonly onFault: OnWorkspaceFault;
};

export const NO_EFFECTS: EffectsTally = { ...NOTHING_DELIVERED, moved: 0 };

export async function workOnEffects(ports: Ports, settings: EffectsLoopSettings): Promise<EffectsTally> {
  const turns = new WorkspaceTurns("workflows", settings.onFault);
  let total = NO_EFFECTS;
  while (!settings.signal.aborted) {
    const { tally, more } = await workRound(ports, settings, turns);
    total = sumOf(total, tally);
    if (didSomething(tally)) settings.onRound(tally);
    if (more) continue;
    if (settings.once) break;
    await settings.rest.take(settings.signal);
  }
  return total;
}

/** A transaction's worth of work for each workspace, so that a large one does not keep the others waiting. */
async function workRound(
  ports: Ports,
  { senders, signal }: EffectsLoopSettings,
  turns: WorkspaceTurns,
): Promise<{ readonly tally: EffectsTally; readonly more: boolean }> {
  let tally = NO_EFFECTS;
  let more = false;
  for (const workspace of await ports.store.workspaces.list()) {
    if (signal.aborted) break;
    const turn = await turns.take(workspace, async () => {
      await retainDaily(ports, workspace, signal);
      const run = await runWorkflows(ports, workspace);
      return { run, delivered: await deliverEffects(ports, senders, workspace) };
    });
    if (turn === null) continue;
    const { run, delivered } = turn;
    tally = sumOf(tally, { ...delivered, moved: run.moved });
    more ||= run.more || didSomething({ ...delivered, moved: 0 });
  }
  return { tally, more };
}

const didSomething = ({ moved, sent, failed, dead }: EffectsTally): boolean => moved + sent + failed + dead > 0;

export const sumOf = (a: EffectsTally, b: EffectsTally): EffectsTally => ({
  moved: a.moved + b.moved,
  sent: a.sent + b.sent,
  failed: a.failed + b.failed,
  dead: a.dead + b.dead,
});
