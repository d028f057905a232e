/** How far the imports of a workspace have come in their workflows, and what was left out on the way. */
import type { WorkflowQueue } from "../../../app/ports/effect-ports.ts";
import { LEFT_OUT } from "../../../core/workflow/advance-run.ts";
import { asQueues, QUEUE_COLUMNS } from "../../background/workflow-queue.ts";
import type { Database } from "../database.ts";

/** Newest import first. */
export function readQueues(database: Database, workspace: number): readonly WorkflowQueue[] {
  const queues = database.all(
    `select ${QUEUE_COLUMNS} from workflow_queue where workspace_id = ? order by import_id desc`,
    workspace,
  );
  const runs = database.all(
    "select import_id, state, count(*) from workflow_run where workspace_id = ? group by import_id, state",
    workspace,
  );
  const steps = database.all(
    `select import_id, step, result, count(*) from workflow_step
     where workspace_id = ? and result in (select value from json_each(?))
     group by import_id, step, result order by import_id, step, result`,
    ...[workspace, JSON.stringify(LEFT_OUT)],
  );
  return asQueues(queues, { runs, steps });
}
