/** Workflows, and what they send. */
import type { EffectPick } from "../../app/ports/effect-ports.ts";
import type { Ports, Workspace } from "../../app/ports.ts";
import { effectJson } from "../../app/view/effect-json.ts";
import { findImport } from "../../app/view/find-by-id.ts";
import { queueJson, storedWorkflowJson } from "../../app/view/workflow-json.ts";
import { addWorkflow, changeWorkflow, removeWorkflow } from "../../app/workflow/workflows.ts";
import { accept, type Result, refuseWith } from "../../core/problem/refusal.ts";
import { decodeId, encodeId } from "../../core/public-id.ts";
import { EFFECT_STATES } from "../../core/workflow/effect-state.ts";
import type { Bind } from "../bind.ts";
import * as contract from "../contract/workflows.ts";
import { afterCursor, pageOf } from "../page.ts";

export function bindWorkflows(bind: Bind): void {
  bind(contract.listWorkflows, async ({ ports, workspace }) => {
    const stored = await ports.store.workflows.list(workspace.number);
    return accept({ items: stored.map((one) => storedWorkflowJson(workspace, one)) });
  });

  bind(contract.addWorkflow, async ({ ports, workspace, body }) => {
    const added = await addWorkflow(ports, workspace, JSON.stringify(body));
    return added.ok ? accept(storedWorkflowJson(workspace, added.value)) : added;
  });

  bind(contract.changeWorkflow, async ({ ports, workspace, params, body }) => {
    const changed = await changeWorkflow(ports, workspace, params.id, JSON.stringify(body));
    return changed.ok ? accept(storedWorkflowJson(workspace, changed.value)) : changed;
  });

  bind(contract.removeWorkflow, async ({ ports, workspace, params }) => {
    const removed = await removeWorkflow(ports, workspace, params.id);
    return removed.ok ? accept(null) : removed;
  });

  bind(contract.listQueues, async ({ ports, workspace }) => {
    const queues = await ports.store.workflows.queues(workspace.number);
    return accept({ items: queues.map((queue) => queueJson(workspace, queue)) });
  });
}

export function bindEffects(bind: Bind): void {
  bind(contract.listEffects, async ({ ports, workspace, query: { limit, cursor, state, import: id } }) => {
    const of = id === undefined ? null : await findImport(ports, workspace, id);
    if (of && !of.ok) return of;
    const after = afterCursor("eff", workspace.idKey, cursor);
    if (!after.ok) return after;
    const states = EFFECT_STATES.filter((known) => state.length === 0 || state.includes(known));
    const found = await ports.store.outbox.list(workspace.number, {
      ...{ after: after.value, limit: limit + 1, states },
      import: of?.value.ref.import ?? null,
    });
    return accept(
      pageOf(found, limit, {
        json: (effect) => effectJson(workspace, effect),
        cursor: ({ number }) => encodeId("eff", workspace.idKey, number),
      }),
    );
  });

  bind(contract.retryEffects, async ({ ports, workspace, body }) => {
    const pick = await pickOf(ports, workspace, body);
    if (!pick.ok) return pick;
    return accept({ retried: await ports.store.outbox.retry(workspace.number, pick.value, ports.now()) });
  });

  bind(contract.cancelEffects, async ({ ports, workspace, body }) => {
    const pick = await pickOf(ports, workspace, body);
    if (!pick.ok) return pick;
    return accept({ cancelled: await ports.store.outbox.cancel(workspace.number, pick.value) });
  });
}

type Said = {
  readonly effect?: string | undefined;
  readonly import?: string | undefined;
  readonly all?: true | undefined;
};

async function pickOf(ports: Ports, workspace: Workspace, said: Said): Promise<Result<EffectPick>> {
  if (Object.values(said).filter((one) => one !== undefined).length !== 1)
    return refuseWith("request_invalid", "Exactly one of effect, import and all says which are meant.");
  if (said.all) return accept("all");
  if (said.import !== undefined) {
    const found = await findImport(ports, workspace, said.import);
    return found.ok ? accept({ import: found.value.ref.import }) : found;
  }
  const number = decodeId("eff", workspace.idKey, said.effect ?? "");
  return number === null ? refuseWith("effect_unknown", "This is no effect's id.") : accept({ number });
}
