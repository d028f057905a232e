/** What lines did to other objects than their own, beside the ledger: written with the batch, read by history and undo. */
import type { ContactEvent, ImportRef } from "../../../app/ports.ts";
import type { SideChange } from "../../../core/plan/side-change.ts";
import { asSideChange, SIDE_COLUMNS, sideEvents } from "../../runs/side-change-row.ts";
import { copyLine } from "../copy-line.ts";
import type { Database } from "../database.ts";

export async function writeSideChanges(
  database: Database,
  ref: ImportRef,
  changes: readonly SideChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes
    .values()
    .map(({ line, object, number, changes: fields }) =>
      copyLine([ref.workspace, ref.import, line, object, number, fields === null ? null : JSON.stringify(fields)]),
    );
  await database.copy(`side_change (workspace_id, import_id, ${SIDE_COLUMNS})`, rows);
}

/** @param lines the first and the last one */
export async function readSideChanges(
  database: Database,
  ref: ImportRef,
  lines: readonly [from: number, to: number],
): Promise<readonly SideChange[]> {
  const rows = await database.all(
    `select ${SIDE_COLUMNS} from side_change
     where workspace_id = $1 and import_id = $2 and line between $3 and $4 order by line, object, number`,
    ...[ref.workspace, ref.import, ...lines],
  );
  return rows.map(asSideChange);
}

/** What lines of other objects did to one: an account that a contact's line made, a contact whose account was renamed. */
export async function historyBesides(
  database: Database,
  workspace: number,
  { object, number }: Pick<SideChange, "object" | "number">,
): Promise<readonly ContactEvent[]> {
  const rows = await database.all(
    `select ${SIDE_COLUMNS}, import_id, undone from side_change
     where workspace_id = $1 and object = $2 and number = $3 order by import_id, line`,
    ...[workspace, object, number],
  );
  return rows.flatMap(sideEvents);
}
