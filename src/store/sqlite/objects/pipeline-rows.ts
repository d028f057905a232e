/** Pipelines with their stages, as batches, lists and exports read them. They are few: all of them at once. */
import type { Pipeline } from "../../../core/pipeline/pipeline.ts";
import { asPipelines, PIPELINE_COLUMNS, STAGE_COLUMNS } from "../../objects/pipeline-row.ts";
import type { Database } from "../database.ts";

export function loadPipelines(database: Database, workspace: number): readonly Pipeline[] {
  const stages = database.all(`select ${STAGE_COLUMNS} from stage where workspace_id = ? order by stage_id`, workspace);
  const pipelines = database.all(
    `select ${PIPELINE_COLUMNS} from pipeline where workspace_id = ? order by pipeline_id`,
    workspace,
  );
  return asPipelines(pipelines, stages);
}
