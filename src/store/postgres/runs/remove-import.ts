/** An import leaves the database: its record, plan, ledger and all values in them. Which contacts it touched stays known, for other imports' undo. */
import type { ImportRef } from "../../../app/ports.ts";
import { IMPORT_TABLES } from "../../runs/import-tables.ts";
import type { Database } from "../database.ts";

/** What the embedded database has no table for. */
const OWN_TABLES = ["file_key", "run_key"] as const;

export function removeImport(database: Database, ref: ImportRef): Promise<void> {
  return database.transaction(ref.workspace, async () => {
    for (const table of [...OWN_TABLES, ...IMPORT_TABLES]) {
      await database.run(`delete from ${table} where workspace_id = $1 and import_id = $2`, ref.workspace, ref.import);
    }
    // That the import changed an account still counts for those who undo another; what it wrote does not.
    await database.run(
      "update side_change set changes = '{}' where workspace_id = $1 and import_id = $2 and changes is not null",
      ...[ref.workspace, ref.import],
    );
    await database.run(
      "delete from retried_line where workspace_id = $1 and of_import = $2",
      ref.workspace,
      ref.import,
    );
  });
}
