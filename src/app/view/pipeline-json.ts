/** Pipelines as programs read them. */
import type { Pipeline } from "../../core/pipeline/pipeline.ts";
import { encodeId } from "../../core/public-id.ts";

export const pipelineJson = (
  { id, externalId, name, stages }: Pipeline,
  { idKey, isDefault }: { readonly idKey: number; readonly isDefault: boolean },
) => ({
  id: encodeId("pip", idKey, id),
  ...(externalId === "" ? {} : { external_id: externalId }),
  name,
  is_default: isDefault,
  stages: stages.map((stage) => ({
    id: encodeId("stg", idKey, stage.id),
    ...{ name: stage.name, position: stage.position === "" ? null : Number(stage.position) },
    is_closed_won: stage.closed === "won",
    is_closed_lost: stage.closed === "lost",
  })),
});
