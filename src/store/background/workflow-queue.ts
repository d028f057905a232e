/** The queues of imports in their workflows, read from either database. */
import type { StepsLeftOut, WorkflowQueue } from "../../app/ports/effect-ports.ts";
import type { LeftOutResult } from "../../core/workflow/advance-run.ts";
import type { Workflow } from "../../core/workflow/workflow.ts";
import type { DbRow } from "../db-row.ts";

const NO_RUNS: WorkflowQueue["runs"] = { waiting: 0, done: 0, stopped: 0, cancelled: 0 };

/** In the order of `asQueues`. */
export const QUEUE_COLUMNS = "import_id, workflow_id, workflow, hold_ms, state, left_out";

type Counted = {
  /** Import, state, how many. */
  readonly runs: readonly DbRow[];
  /** Import, step, result, how many; by step. */
  readonly steps: readonly DbRow[];
};

export function asQueues(queues: readonly DbRow[], { runs, steps }: Counted): readonly WorkflowQueue[] {
  const runsOf = Map.groupBy(runs, ([number]) => Number(number));
  const stepsOf = stepsLeftOut(steps);
  return queues.map(([number, workflow, text, holdMs, state, leftOut]) => ({
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
function stepsLeftOut(rows: readonly DbRow[]): ReadonlyMap<number, readonly StepsLeftOut[]> {
  const found = new Map<number, StepsLeftOut[]>();
  for (const [number, step, result, runs] of rows) {
    const steps = found.get(Number(number)) ?? [];
    steps.push({ step: Number(step), result: result as LeftOutResult, runs: Number(runs) });
    found.set(Number(number), steps);
  }
  return found;
}
