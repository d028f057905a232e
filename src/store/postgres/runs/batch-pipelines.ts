/** What the lines of a batch of stages do to their pipelines: in the batch's transaction, each change beside its line. */
import type { ImportRef } from "../../../app/ports.ts";
import type { PipelinePlan } from "../../../core/pipeline/pipeline-plan.ts";
import { toDb } from "../../objects/object-table.ts";
import { bigints, type Database } from "../database.ts";
import { storable } from "../storable-text.ts";
import { writeSideChanges } from "./side-changes.ts";

type Planned = PipelinePlan["pipelines"];

export async function writePipelines(
  database: Database,
  { ref, at }: { readonly ref: ImportRef; readonly at: number },
  { pipelines, changes }: PipelinePlan,
): Promise<void> {
  const makers = new Map(changes.filter((change) => change.changes === null).map(({ number, line }) => [number, line]));
  const made = pipelines.filter(({ isNew }) => isNew);
  if (made.length > 0) {
    await database.run(
      `insert into pipeline (workspace_id, created_by, created_at, updated_at, pipeline_id, external_id, name, is_default, created_line)
       select $1::bigint, $2::bigint, $3::bigint, $3::bigint, *
       from unnest($4::bigint[], $5::text[], $6::text[], $7::text[], $8::bigint[])`,
      ...[ref.workspace, ref.import, at, ...columnsOf(made)],
      made.map(({ id }) => makers.get(id) ?? null),
    );
    const next = Math.max(...made.map(({ id }) => id)) + 1;
    await database.run("update workspace set next_pipeline = $1 where workspace_id = $2", next, ref.workspace);
  }
  await database.run(
    `update pipeline set external_id = said.external_id, name = said.name, is_default = said.is_default, updated_at = $2
     from unnest($3::bigint[], $4::text[], $5::text[], $6::text[]) as said (pipeline_id, external_id, name, is_default)
     where pipeline.workspace_id = $1 and pipeline.pipeline_id = said.pipeline_id`,
    ...[ref.workspace, at, ...columnsOf(pipelines.filter(({ isNew }) => !isNew))],
  );
  await writeSideChanges(database, ref, changes);
}

const columnsOf = (pipelines: Planned) => [
  bigints(pipelines.map(({ id }) => id)),
  pipelines.map(({ externalId }) => toDb(storable(externalId))),
  pipelines.map(({ name }) => toDb(storable(name))),
  pipelines.map(({ isDefault }) => (isDefault ? "yes" : null)),
];
