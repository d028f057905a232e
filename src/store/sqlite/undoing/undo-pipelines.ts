/** Takes back what lines of stages did to their pipelines. */
import type { SidePage } from "../../../app/ports/undo-ports.ts";
import type { ImportRef } from "../../../app/ports.ts";
import type { SideChange } from "../../../core/plan/side-change.ts";
import type { SideUndo } from "../../../core/plan/undo-side.ts";
import { isOwnLeaving, numbersLeaving, PIPELINE_FIELDS } from "../../undoing/side-fields.ts";
import type { Database } from "../database.ts";

/** It has stages that the import did not make, opportunities, or another import has changed it. */
export function isPipelineUsed(
  database: Database,
  ref: ImportRef,
  { number, leaving }: { readonly number: number } & Pick<SidePage, "leaving">,
): boolean {
  const used = database.get(
    `select 1 from stage where workspace_id = ?2 and pipeline = ?1 and (?4 = 0 or created_by is not ?3)
       and stage_id not in (select value from json_each(?5))
     union all
     select 1 from side_change where workspace_id = ?2 and object = 'pipeline' and number = ?1 and import_id <> ?3 and undone is null
     union all
     select 1 from opportunity where workspace_id = ?2 and pipeline = ?1
     limit 1`,
    ...[
      number,
      ref.workspace,
      ref.import,
      Number(isOwnLeaving(leaving)),
      JSON.stringify(numbersLeaving(leaving, "stage")),
    ],
  );
  return used !== undefined;
}

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
  for (const field of PIPELINE_FIELDS) {
    const value = restore[field];
    if (value === undefined) continue;
    if (field === "is_default" && value !== null) {
      if (hasOtherDefault(database, ref, number)) continue;
      // One that the import made the default goes only later, or stays because it is used: it is the default no more.
      database.run("update pipeline set is_default = null where workspace_id = ? and is_default = 'yes'", workspace);
    }
    database.run(
      `update pipeline set ${field} = ?, updated_at = ? where workspace_id = ? and pipeline_id = ?`,
      ...[value, at, workspace, number],
    );
  }
}

/** A pipeline that was the default one is not again where somebody else has chosen another since. */
export function takenFields(
  database: Database,
  ref: ImportRef,
  { object, number, changes }: SideChange,
): readonly string[] {
  const wasDefault = object === "pipeline" && changes?.is_default?.[0] === "yes";
  return wasDefault && hasOtherDefault(database, ref, number) ? ["is_default"] : [];
}

/** Another pipeline is the default one, and it was not this import that made or chose it, or another import chose it too. */
const hasOtherDefault = (database: Database, ref: ImportRef, number: number): boolean =>
  database.get(
    `select 1 from pipeline where workspace_id = ?1 and is_default = 'yes' and pipeline_id <> ?3
       and (exists (select 1 from side_change as other where other.workspace_id = ?1 and other.import_id <> ?2
           and other.object = 'pipeline' and other.number = pipeline.pipeline_id and other.undone is null
           and other.changes ->> '$.is_default[1]' = 'yes')
         or not exists (select 1 from side_change as own where own.workspace_id = ?1 and own.import_id = ?2
           and own.object = 'pipeline' and own.number = pipeline.pipeline_id and own.undone is null
           and (own.changes is null or own.changes ->> '$.is_default[1]' = 'yes')))`,
    ...[ref.workspace, ref.import, number],
  ) !== undefined;
