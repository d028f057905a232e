/** What lines did to other objects than their own, beside the ledger: written with the batch, read by history and undo. */
import type { ImportRef } from "../../app/ports.ts";
import type { SideChange } from "../../core/plan/side-change.ts";
import type { Database } from "./database.ts";

export function writeSideChanges(database: Database, ref: ImportRef, changes: readonly SideChange[]): void {
  const insert = database.statement(
    `insert into side_change (workspace_id, import_id, line, object, number, changes)
     values (${ref.workspace}, ${ref.import}, ?, ?, ?, ?)`,
  );
  for (const { line, object, number, changes: fields } of changes) {
    insert.run(line, object, number, fields === null ? null : JSON.stringify(fields));
  }
}
