/** Queues the new contacts of finished imports into their workflow, and moves every run that is due to its next wait. */
import { ownedFields } from "../../core/authority/owned-fields.ts";
import { indexMembers } from "../../core/member/find-member.ts";
import { encodeId } from "../../core/public-id.ts";
import { type Advance, advanceRun, type WriteRules } from "../../core/workflow/advance-run.ts";
import { RUNS_AT_ONCE } from "../limits.ts";
import type { DueRun } from "../ports/effect-ports.ts";
import type { Ports, Workspace } from "../ports.ts";

/**
 * One transaction's worth of each. Answers how many runs were moved on, and whether there may be more to do at once.
 */
export async function runWorkflows(
  { store, now }: Pick<Ports, "store" | "now">,
  workspace: Workspace,
): Promise<{ readonly moved: number; readonly more: boolean }> {
  const { workflows } = store;
  const queued = await workflows.queueRuns(workspace.number, { limit: RUNS_AT_ONCE, now: now() });
  const at = now();
  const rules = await writeRules(store, workspace);
  const moved = await workflows.advance(workspace.number, { limit: RUNS_AT_ONCE, now: at }, (run) =>
    nextOf(workspace, run, { rules, at }),
  );
  return { moved, more: queued || moved > 0 };
}

async function writeRules(store: Ports["store"], { number, policy }: Workspace): Promise<WriteRules> {
  const members = indexMembers(await store.members.list(number));
  const owned = ownedFields(policy, await store.sources.list(number));
  return { members: members.size > 0 ? members : null, owned: new Set(owned.keys()) };
}

type Now = { readonly rules: WriteRules; readonly at: number };

function nextOf({ idKey }: Workspace, run: DueRun, { rules, at }: Now): Advance {
  const ids = {
    contact: encodeId("con", idKey, run.contact),
    import: encodeId("imp", idKey, run.import),
    workflow: encodeId("wfl", idKey, run.number),
  };
  const contact = run.values === null ? null : { values: run.values, ids, rules };
  return advanceRun(run.workflow, run.step, contact, at);
}
