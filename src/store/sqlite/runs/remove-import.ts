/** An import leaves the database: its record, plan, ledger and all values in them. Which contacts it touched stays known, for other imports' undo. */
import type { ImportRef } from "../../../app/ports.ts";
import { IMPORT_TABLES } from "../../runs/import-tables.ts";
import type { Database } from "../database.ts";

export function removeImport(database: Database, ref: ImportRef): Promise<void> {
  return database.transaction(() => {
    for (const table of IMPORT_TABLES) {
      database.run(`delete from ${table} where workspace_id = ? and import_id = ?`, ref.workspace, ref.import);
    }
    // That the import changed an account still counts for those who undo another; what it wrote does not.
    database.run(
      "update side_change set changes = '{}' where workspace_id = ? and import_id = ? and changes is not null",
      ...[ref.workspace, ref.import],
    );
    database.run("delete from retried_line where workspace_id = ? and of_import = ?", ref.workspace, ref.import);
  });
}
