/** What lines did to other objects than their own, beside the ledger: written with the batch, read by history and undo. */
import type { ContactEvent, ImportRef } from "../../../app/ports.ts";
import type { SideChange } from "../../../core/plan/side-change.ts";
import { asSideChange, SIDE_COLUMNS, sideEvents } from "../../runs/side-change-row.ts";
import type { Database } from "../database.ts";
import { insertRows } from "../insert-rows.ts";

export function writeSideChanges(database: Database, ref: ImportRef, changes: readonly SideChange[]): void {
  insertRows(database, {
    into: `insert into side_change (workspace_id, import_id, ${SIDE_COLUMNS})`,
    row: [`${ref.workspace}`, `${ref.import}`, "?", "?", "?", "?"],
    values: changes.flatMap(({ line, object, number, changes: fields }) => [
      ...[line, object, number],
      fields === null ? null : JSON.stringify(fields),
    ]),
  });
}

/** @param lines the first and the last one */
export function readSideChanges(
  database: Database,
  ref: ImportRef,
  lines: readonly [from: number, to: number],
): readonly SideChange[] {
  return database
    .all(
      `select ${SIDE_COLUMNS} from side_change
       where workspace_id = ? and import_id = ? and line between ? and ? order by line, object, number`,
      ...[ref.workspace, ref.import, ...lines],
    )
    .map(asSideChange);
}

/** What lines of other objects did to one: an account that a contact's line made, a contact whose account was renamed. */
export function historyBesides(
  database: Database,
  workspace: number,
  { object, number }: Pick<SideChange, "object" | "number">,
): readonly ContactEvent[] {
  return database
    .all(
      `select ${SIDE_COLUMNS}, import_id, undone from side_change indexed by side_change_object
       where workspace_id = ? and object = ? and number = ?`,
      ...[workspace, object, number],
    )
    .flatMap(sideEvents);
}
