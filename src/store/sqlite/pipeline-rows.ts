/** Pipelines with their stages, as batches, lists and exports read them. They are few: all of them at once. */
import { inOrder, type Pipeline, type Stage } from "../../core/pipeline/pipeline.ts";
import type { Database, DbRow } from "./database.ts";

export function loadPipelines(database: Database, workspace: number): readonly Pipeline[] {
  const stages = database.all(
    `select pipeline, stage_id, stage_name, position, is_closed_won, is_closed_lost from stage
     where workspace_id = ? order by stage_id`,
    workspace,
  );
  const stagesOf = Map.groupBy(stages, ([pipeline]) => Number(pipeline));
  const pipelines = database.all(
    "select pipeline_id, external_id, name, is_default from pipeline where workspace_id = ? order by pipeline_id",
    workspace,
  );
  return pipelines.map(([id, externalId, name, isDefault]) => ({
    id: Number(id),
    externalId: String(externalId ?? ""),
    name: String(name ?? ""),
    isDefault: isDefault === "yes",
    stages: inOrder((stagesOf.get(Number(id)) ?? []).map(asStage)),
  }));
}

const asStage = ([, id, name, position, won, lost]: DbRow): Stage => ({
  id: Number(id),
  name: String(name ?? ""),
  position: String(position ?? ""),
  closed: won === "yes" ? "won" : lost === "yes" ? "lost" : null,
});
