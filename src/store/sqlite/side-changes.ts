/** What lines did to other objects than their own, beside the ledger: written with the batch, read by history and undo. */
import type { ContactEvent, ImportRef } from "../../app/ports.ts";
import type { ObjectKind } from "../../core/object/object-kind.ts";
import { ACCOUNT_LINK } from "../../core/plan/shape.ts";
import type { SideChange } from "../../core/plan/side-change.ts";
import type { Database, DbRow } from "./database.ts";

export function writeSideChanges(database: Database, ref: ImportRef, changes: readonly SideChange[]): void {
  const insert = database.statement(
    `insert into side_change (workspace_id, import_id, line, object, number, changes)
     values (${ref.workspace}, ${ref.import}, ?, ?, ?, ?)`,
  );
  for (const { line, object, number, changes: fields } of changes) {
    insert.run(line, object, number, fields === null ? null : JSON.stringify(fields));
  }
}

/** @param lines the first and the last one */
export function readSideChanges(
  database: Database,
  ref: ImportRef,
  lines: readonly [from: number, to: number],
): readonly SideChange[] {
  return database
    .all(
      `select line, object, number, changes from side_change
       where workspace_id = ? and import_id = ? and line between ? and ? order by line, object, number`,
      ...[ref.workspace, ref.import, ...lines],
    )
    .map(asSideChange);
}

export const asSideChange = ([line, object, number, changes]: DbRow): SideChange => ({
  line: Number(line),
  object: object as ObjectKind,
  number: Number(number),
  changes: typeof changes === "string" ? (JSON.parse(changes) as SideChange["changes"]) : null,
});

/** What lines of other objects did to one: an account that a contact's line made, a contact whose account was renamed. */
export function historyBesides(
  database: Database,
  workspace: number,
  { object, number }: Pick<SideChange, "object" | "number">,
): readonly ContactEvent[] {
  const rows = database.all(
    `select line, object, number, changes, import_id, undone from side_change indexed by side_change_object
     where workspace_id = ? and object = ? and number = ?`,
    ...[workspace, object, number],
  );
  return rows.flatMap((row): readonly ContactEvent[] => {
    const { line, changes } = asSideChange(row);
    // Which account a contact belongs to follows the account's name and id, which its own line has changed.
    const isOwn = changes !== null && Object.keys(changes).every((field) => field === ACCOUNT_LINK);
    if (isOwn) return [];
    const about = { import: Number(row[4]), line, offset: -1 };
    const event: ContactEvent = { ...about, kind: changes === null ? "created" : "updated", changes };
    return row[5] === null ? [event] : [event, { ...about, kind: "undone", changes: null }];
  });
}
