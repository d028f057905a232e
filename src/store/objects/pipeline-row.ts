/** Pipelines with their stages out of rows of both databases. */
import { inOrder, type Pipeline, type Stage } from "../../core/pipeline/pipeline.ts";
import type { DbRow } from "../db-row.ts";

export const PIPELINE_COLUMNS = "pipeline_id, external_id, name, is_default";
export const STAGE_COLUMNS = "pipeline, stage_id, stage_name, position, is_closed_won, is_closed_lost";

export function asPipelines(pipelines: readonly DbRow[], stages: readonly DbRow[]): readonly Pipeline[] {
  const stagesOf = Map.groupBy(stages, ([pipeline]) => Number(pipeline));
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
