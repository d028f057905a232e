/** Workflows in tests: added in one line, run at a moment that the test chooses, with what was sent kept in a list. */

import type { ImportRecord } from "../../src/app/ports.ts";
import type { Senders, Sending } from "../../src/app/workflow/deliver-effects.ts";
import { addWorkflow } from "../../src/app/workflow/workflows.ts";
import { type EffectsTally, workOnEffects } from "../../src/jobs/effects-loop.ts";
import { Rest } from "../../src/jobs/rest.ts";
import { throwFault } from "./throw-fault.ts";
import { accepted, type TestWorkspace } from "./workspace.ts";

type Sent = { readonly key: string; readonly to: string };

/** Senders that succeed, and what they were given. */
export function recordingSenders(): { readonly senders: Senders; readonly sent: Sent[] } {
  const sent: Sent[] = [];
  const record = async (key: string, to: string) => {
    sent.push({ key, to });
    return { ok: true } as const;
  };
  return {
    sent,
    senders: {
      email: ({ effect, key }: Sending<{ kind: "email"; to: string; subject: string; text: string }>) =>
        record(key, effect.to),
      slack: ({ effect, key }) => record(key, effect.text),
      webhook: ({ effect, key }) => record(key, effect.url),
    },
  };
}

export async function add(workspace: TestWorkspace, name: string, ...steps: readonly unknown[]): Promise<void> {
  accepted(await addWorkflow(workspace.ports, workspace.workspace, JSON.stringify({ name, steps })));
}

/** One worker, until nothing is due at that moment. */
export function work(workspace: TestWorkspace, at: number, senders: Senders = {}): Promise<EffectsTally> {
  const ports = { ...workspace.ports, now: () => at };
  const { signal } = new AbortController();
  return workOnEffects(ports, {
    senders,
    once: true,
    signal,
    rest: new Rest(),
    onRound: () => undefined,
    onFault: throwFault,
  });
}

/** `queued: 2 waiting, 1 left out` */
export async function queueOf(workspace: TestWorkspace, record: ImportRecord): Promise<string> {
  const queues = await workspace.ports.store.workflows.queues(workspace.workspace.number);
  const queue = queues.find((known) => known.import === record.ref.import);
  if (!queue) return "no workflow";
  const runs = Object.entries(queue.runs).filter(([, count]) => count > 0);
  const parts = [...runs, ...(queue.leftOut > 0 ? [["left out", queue.leftOut] as const] : [])];
  return `${queue.state}: ${parts.map(([what, count]) => `${count} ${what}`).join(", ")}`;
}
