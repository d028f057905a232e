/** What the lines of a batch of stages do to their pipelines: in the batch's transaction, each change beside its line. */
import type { ImportRef } from "../../../app/ports.ts";
import type { PipelinePlan } from "../../../core/pipeline/pipeline-plan.ts";
import { toDb } from "../../objects/object-table.ts";
import type { Database } from "../database.ts";
import { writeSideChanges } from "./side-changes.ts";

export function writePipelines(
  database: Database,
  { ref, at }: { readonly ref: ImportRef; readonly at: number },
  { pipelines, changes }: PipelinePlan,
): void {
  const { workspace, import: by } = ref;
  const makers = new Map(changes.filter((change) => change.changes === null).map(({ number, line }) => [number, line]));
  const insert = database.statement(
    `insert into pipeline (workspace_id, created_by, created_at, updated_at, created_line, pipeline_id, external_id, name, is_default)
     values (${workspace}, ${by}, ${at}, ${at}, ?, ?, ?, ?, ?)`,
  );
  const update = database.statement(
    `update pipeline set external_id = ?, name = ?, is_default = ?, updated_at = ${at}
     where workspace_id = ${workspace} and pipeline_id = ?`,
  );
  let next = 0;
  for (const { id, externalId, name, isDefault, isNew } of pipelines) {
    const values = [toDb(externalId), toDb(name), isDefault ? "yes" : null];
    if (isNew) {
      insert.run(makers.get(id) ?? null, id, ...values);
      next = Math.max(next, id + 1);
    } else update.run(...values, id);
  }
  if (next > 0) database.run("update workspace set next_pipeline = ? where workspace_id = ?", next, workspace);
  writeSideChanges(database, ref, changes);
}
