/** Queues the new contacts of finished imports into their workflow, and moves every run that is due to its next wait. */
import { encodeId } from "../core/public-id.ts";
import { type Advance, advanceRun } from "../core/workflow/advance-run.ts";
import type { DueRun } from "./effect-ports.ts";
import { RUNS_AT_ONCE } from "./limits.ts";
import type { Ports, Workspace } from "./ports.ts";

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
  const moved = await workflows.advance(workspace.number, { limit: RUNS_AT_ONCE, now: at }, (run) =>
    nextOf(workspace, run, at),
  );
  return { moved, more: queued || moved > 0 };
}

function nextOf({ idKey }: Workspace, run: DueRun, now: number): Advance {
  const ids = {
    contact: encodeId("con", idKey, run.contact),
    import: encodeId("imp", idKey, run.import),
    workflow: encodeId("wfl", idKey, run.number),
  };
  const contact = run.values === null ? null : { values: run.values, ids };
  return advanceRun(run.workflow, run.step, contact, now);
}
