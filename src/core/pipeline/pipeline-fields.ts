/** The fields of pipelines, and those of the lines of a file of pipelines: each line is a stage of the pipeline that it names. */
import type { Field, FieldType } from "../contact/field.ts";
import type { ObjectKind } from "../object/object-kind.ts";

const field = (object: ObjectKind, key: string, label: string, type: FieldType): Field => ({
  key,
  label,
  type,
  builtin: true,
  object,
  // A column is told by the names of pipelines and stages, never by those of contacts.
  namesOf: [`${object}_${key}`],
});

export const PIPELINE_FIELDS: readonly Field[] = [
  field("pipeline", "id", "Pipeline ID", "id"),
  field("pipeline", "external_id", "External ID", "text"),
  field("pipeline", "name", "Name", "text"),
  field("pipeline", "is_default", "Default", "yes_no"),
];

/** What a line says of its pipeline, and what it says of its stage. */
export const STAGE_FIELDS: readonly Field[] = [
  field("stage", "id", "Stage ID", "id"),
  field("stage", "pipeline_id", "Pipeline ID", "text"),
  field("stage", "pipeline_name", "Pipeline name", "text"),
  field("stage", "is_default", "Default pipeline", "yes_no"),
  field("stage", "pipeline", "Pipeline", "link"),
  field("stage", "stage_name", "Stage name", "text"),
  field("stage", "position", "Position", "number"),
  field("stage", "is_closed_won", "Closed won", "yes_no"),
  field("stage", "is_closed_lost", "Closed lost", "yes_no"),
];

/** Columns of a file of pipelines, in order: those of its template and its export. */
export const PIPELINE_COLUMNS = [
  "pipeline_id",
  "pipeline_name",
  "is_default",
  "stage_name",
  "position",
  "is_closed_won",
  "is_closed_lost",
] as const;

/** The pipeline's words on a line: they are kept with the pipeline, not with the stage. */
export const PIPELINE_WORDS = ["pipeline_id", "pipeline_name", "is_default"] as const;
