/** How far the imports of a workspace have come in their workflows, and what was left out on the way. */
import type { StepsLeftOut, WorkflowQueue } from "../../app/ports/effect-ports.ts";
import { LEFT_OUT, type LeftOutResult } from "../../core/workflow/advance-run.ts";
import type { Workflow } from "../../core/workflow/workflow.ts";
import type { Database } from "./database.ts";

const NO_RUNS: WorkflowQueue["runs"] = { waiting: 0, done: 0, stopped: 0, cancelled: 0 };

/** Newest import first. */
export function readQueues(database: Database, workspace: number): readonly WorkflowQueue[] {
  const runs = database.all(
    "select import_id, state, count(*) from workflow_run where workspace_id = ? group by import_id, state",
    workspace,
  );
  const runsOf = Map.groupBy(runs, ([number]) => Number(number));
  const stepsOf = stepsLeftOut(database, workspace);
  return database
    .all(
      `select import_id, workflow_id, workflow, hold_ms, state, left_out from workflow_queue
       where workspace_id = ? order by import_id desc`,
      workspace,
    )
    .map(([number, workflow, text, holdMs, state, leftOut]) => ({
      import: Number(number),
      number: Number(workflow),
      workflow: JSON.parse(String(text)) as Workflow,
      holdMs: Number(holdMs),
      state: state as WorkflowQueue["state"],
      leftOut: Number(leftOut),
      stepsLeftOut: stepsOf.get(Number(number)) ?? [],
      runs: { ...NO_RUNS, ...Object.fromEntries((runsOf.get(Number(number)) ?? []).map(([, run, n]) => [run, n])) },
    }));
}

/** By import. */
function stepsLeftOut(database: Database, workspace: number): ReadonlyMap<number, readonly StepsLeftOut[]> {
  const rows = database.all(
    `select import_id, step, result, count(*) from workflow_step
     where workspace_id = ? and result in (select value from json_each(?))
     group by import_id, step, result order by import_id, step, result`,
    ...[workspace, JSON.stringify(LEFT_OUT)],
  );
  const found = new Map<number, StepsLeftOut[]>();
  for (const [number, step, result, runs] of rows) {
    const steps = found.get(Number(number)) ?? [];
    steps.push({ step: Number(step), result: result as LeftOutResult, runs: Number(runs) });
    found.set(Number(number), steps);
  }
  return found;
}
