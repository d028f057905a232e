/** What lines did to other objects than their own, beside the ledger: written with the batch, read by history and undo. */
import type { ImportRef } from "../../app/ports.ts";
import type { ObjectKind } from "../../core/object/object-kind.ts";
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
