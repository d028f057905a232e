/** The problems of an opportunity's pipeline, stage and status. Pipelines and stages stand in them by name. */

import type { Pipeline, Stage } from "../pipeline/pipeline.ts";
import type { PipelineBook } from "../pipeline/pipeline-book.ts";
import { nearWords } from "../problem/near-words.ts";
import type { Problem } from "../problem/problem.ts";

const MOST_NAMED = 5;

export const pipelineUnknown = (value: string, names: readonly string[], column: string): Problem => ({
  code: "pipeline_unknown",
  severity: "error",
  column,
  field: "pipeline",
  value,
  params: { near: near(value, names) },
});

export const pipelineMissing = (): Problem => ({ code: "pipeline_missing", severity: "error", field: "pipeline" });

export function stageNotThere(
  value: string,
  { pipeline, book, column }: { readonly pipeline: Pipeline; readonly book: PipelineBook; readonly column: string },
): Problem {
  const about = { severity: "error", column, field: "stage", value } as const;
  const others = book.withStage(value).map(({ name }) => name);
  if (others.length > 0)
    return {
      code: "stage_elsewhere",
      ...about,
      params: { pipeline: pipeline.name, others: others.slice(0, MOST_NAMED) },
    };
  const names = pipeline.stages.map(({ name }) => name);
  return { code: "stage_unknown", ...about, params: { pipeline: pipeline.name, near: near(value, names) } };
}

export const nameMissing = (): Problem => ({
  code: "required_fields_missing",
  severity: "error",
  params: { missing: ["name"], object: "opportunity" },
});

export const statusContradicts = (value: string, { name, closed }: Stage, column: string): Problem => ({
  code: "status_contradicts_stage",
  severity: "error",
  column,
  field: "status",
  value,
  params: { stage: name, closed: closed ?? "" },
});

/** Those that are spelt alike, or the first few where none is. */
function near(value: string, names: readonly string[]): readonly string[] {
  const alike = nearWords(value, names);
  return (alike.length > 0 ? alike : names).slice(0, MOST_NAMED);
}
