/** Tables that an import leaves when it is removed. */

/** What holds values of contacts or of the file, or is of use to this import alone. `object_change` and `undo_line` say who, not what. */
export const IMPORT_TABLES = [
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
