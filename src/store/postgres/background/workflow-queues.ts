/** How far the imports of a workspace have come in their workflows, and what was left out on the way. */
import type { WorkflowQueue } from "../../../app/ports/effect-ports.ts";
import { LEFT_OUT } from "../../../core/workflow/advance-run.ts";
import { asQueues, QUEUE_COLUMNS } from "../../background/workflow-queue.ts";
import type { Database } from "../database.ts";

/** Newest import first. */
export function readQueues(database: Database, workspace: number): Promise<readonly WorkflowQueue[]> {
  return database.snapshot(async () => {
    const queues = await database.all(
      `select ${QUEUE_COLUMNS} from workflow_queue where workspace_id = $1 order by import_id desc`,
      workspace,
    );
    const runs = await database.all(
      "select import_id, state, count(*) from workflow_run where workspace_id = $1 group by import_id, state",
      workspace,
    );
    const steps = await database.all(
      `select import_id, step, result, count(*) from workflow_step
       where workspace_id = $1 and result = any($2::text[])
       group by import_id, step, result order by import_id, step, result`,
      ...[workspace, LEFT_OUT],
    );
    return asQueues(queues, { runs, steps });
  });
}
