/** Pipelines with their stages, as batches, lists and exports read them. They are few: all of them at once. */
import type { Pipeline } from "../../../core/pipeline/pipeline.ts";
import { asPipelines, PIPELINE_COLUMNS, STAGE_COLUMNS } from "../../objects/pipeline-row.ts";
import type { Database } from "../database.ts";

export async function loadPipelines(database: Database, workspace: number): Promise<readonly Pipeline[]> {
  const stages = await database.all(
    `select ${STAGE_COLUMNS} from stage where workspace_id = $1 order by stage_id`,
    workspace,
  );
  const pipelines = await database.all(
    `select ${PIPELINE_COLUMNS} from pipeline where workspace_id = $1 order by pipeline_id`,
    workspace,
  );
  return asPipelines(pipelines, stages);
}
