/** Takes back what lines of stages did to their pipelines. */
import type { SidePage } from "../../../app/ports/undo-ports.ts";
import type { ImportRef } from "../../../app/ports.ts";
import type { SideChange } from "../../../core/plan/side-change.ts";
import type { SideUndo } from "../../../core/plan/undo-side.ts";
import { isOwnLeaving, numbersLeaving, PIPELINE_FIELDS } from "../../undoing/side-fields.ts";
import { bigints, type Database } from "../database.ts";

/** Those that have stages that the import did not make, opportunities, or that another import has changed. */
export async function usedPipelines(
  database: Database,
  ref: ImportRef,
  { numbers, leaving }: { readonly numbers: readonly number[] } & Pick<SidePage, "leaving">,
): Promise<ReadonlySet<number>> {
  if (numbers.length === 0) return new Set();
  const rows = await database.all(
    `select wanted.number from unnest($3::bigint[]) as wanted (number)
     where exists (select 1 from stage where workspace_id = $1 and pipeline = wanted.number
         and ($4 = 0 or created_by is distinct from $2::bigint) and stage_id <> all($5::bigint[]))
       or exists (select 1 from side_change where workspace_id = $1 and object = 'pipeline'
         and side_change.number = wanted.number and import_id <> $2 and undone is null)
       or exists (select 1 from opportunity where workspace_id = $1 and pipeline = wanted.number)`,
    ...[ref.workspace, ref.import, bigints(numbers), Number(isOwnLeaving(leaving))],
    bigints(numbersLeaving(leaving, "stage")),
  );
  return new Set(rows.map(([number]) => Number(number)));
}

export async function undoPipeline(
  database: Database,
  ref: ImportRef,
  { number, result, restore }: SideUndo,
  at: number,
): Promise<void> {
  const { workspace } = ref;
  if (result === "deleted") {
    await database.run("delete from pipeline where workspace_id = $1 and pipeline_id = $2", workspace, number);
    return;
  }
  for (const field of PIPELINE_FIELDS) {
    const value = restore[field];
    if (value === undefined) continue;
    if (field === "is_default" && value !== null) {
      if (await hasOtherDefault(database, ref, number)) continue;
      // One that the import made the default goes only later, or stays because it is used: it is the default no more.
      await database.run(
        "update pipeline set is_default = null where workspace_id = $1 and is_default = 'yes'",
        workspace,
      );
    }
    await database.run(
      `update pipeline set ${field} = $3, updated_at = $4 where workspace_id = $1 and pipeline_id = $2`,
      ...[workspace, number, value, at],
    );
  }
}

/** A pipeline that was the default one is not again where somebody else has chosen another since. */
export async function takenFields(
  database: Database,
  ref: ImportRef,
  { object, number, changes }: SideChange,
): Promise<readonly string[]> {
  const wasDefault = object === "pipeline" && changes?.is_default?.[0] === "yes";
  return wasDefault && (await hasOtherDefault(database, ref, number)) ? ["is_default"] : [];
}

/** Another pipeline is the default one, and it was not this import that made or chose it, or another import chose it too. */
const hasOtherDefault = async (database: Database, ref: ImportRef, number: number): Promise<boolean> =>
  (await database.get(
    `select 1 from pipeline where workspace_id = $1 and is_default = 'yes' and pipeline_id <> $3
       and (exists (select 1 from side_change as other where other.workspace_id = $1 and other.import_id <> $2
           and other.object = 'pipeline' and other.number = pipeline.pipeline_id and other.undone is null
           and other.changes::json #>> '{is_default,1}' = 'yes')
         or not exists (select 1 from side_change as own where own.workspace_id = $1 and own.import_id = $2
           and own.object = 'pipeline' and own.number = pipeline.pipeline_id and own.undone is null
           and (own.changes is null or own.changes::json #>> '{is_default,1}' = 'yes')))`,
    ...[ref.workspace, ref.import, number],
  )) !== undefined;
