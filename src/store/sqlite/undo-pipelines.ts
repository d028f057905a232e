/** Takes back what lines of stages did to their pipelines. */
import type { ImportRef } from "../../app/ports.ts";
import type { SideUndo } from "../../core/plan/undo-side.ts";
import type { Database } from "./database.ts";

/** It has stages that the import did not make, opportunities, or another import has changed it. */
export function isPipelineUsed(
  database: Database,
  ref: ImportRef,
  { number, isPreview }: { readonly number: number; readonly isPreview: boolean },
): boolean {
  const used = database.get(
    `select 1 from stage where workspace_id = ?2 and pipeline = ?1 and (?4 = 0 or created_by is not ?3)
     union all
     select 1 from side_change where workspace_id = ?2 and object = 'pipeline' and number = ?1 and import_id <> ?3 and undone is null
     union all
     select 1 from opportunity where workspace_id = ?2 and pipeline = ?1
     limit 1`,
    ...[number, ref.workspace, ref.import, Number(isPreview)],
  );
  return used !== undefined;
}

const FIELDS = ["external_id", "name", "is_default"];

export function undoPipeline(
  database: Database,
  ref: ImportRef,
  { number, result, restore }: SideUndo,
  at: number,
): void {
  const { workspace } = ref;
  if (result === "deleted") {
    database.run("delete from pipeline where workspace_id = ? and pipeline_id = ?", workspace, number);
    return;
  }
  for (const field of FIELDS) {
    const value = restore[field];
    if (value === undefined || (field === "is_default" && value !== null && hasOtherDefault(database, ref, number)))
      continue;
    database.run(
      `update pipeline set ${field} = ?, updated_at = ? where workspace_id = ? and pipeline_id = ?`,
      ...[value, at, workspace, number],
    );
  }
}

/** Somebody else has made another pipeline the default one since: that stays. */
const hasOtherDefault = (database: Database, ref: ImportRef, number: number): boolean =>
  database.get(
    `select 1 from pipeline where workspace_id = ?1 and is_default = 'yes' and pipeline_id <> ?3
       and not exists (select 1 from side_change as own where own.workspace_id = ?1 and own.import_id = ?2
         and own.object = 'pipeline' and own.number = pipeline.pipeline_id and own.undone is null
         and own.changes ->> '$.is_default[1]' = 'yes')`,
    ...[ref.workspace, ref.import, number],
  ) !== undefined;
