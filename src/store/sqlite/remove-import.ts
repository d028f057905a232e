/** An import leaves the database: its record, plan, ledger and all values in them. Which contacts it touched stays known, for other imports' undo. */
import type { ImportRef } from "../../app/ports.ts";
import type { Database } from "./database.ts";

/** What holds values of contacts or of the file, or is of use to this import alone. `object_change` and `undo_line` say who, not what. */
const TABLES = [
  "ledger_line",
  "ledger_block",
  "plan_line",
  "plan_block",
  "plan_basis",
  "plan_keys",
  "planned_account",
  "planned_account_key",
  "file_duplicate",
  "file_contact",
  "file_contact_key",
  "retried_line",
  "workflow_queue",
  "workflow_run",
  "workflow_step",
  "outbox",
  "import_job",
  "erased_block",
  "notification",
  "import",
] as const;

export function removeImport(database: Database, ref: ImportRef): Promise<void> {
  return database.transaction(() => {
    for (const table of TABLES) {
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
