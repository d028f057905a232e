/** The plan of an import as it is stored, and what goes again with it. Inside the caller's transaction. */
import type { BatchScope, CorrectedLines, ImportRef } from "../../../app/ports.ts";
import type { BatchPlan } from "../../../core/plan/batch-plan.ts";
import type { Database } from "../database.ts";
import { clearPlannedAccounts, savePlannedAccounts } from "./batch-accounts.ts";
import { saveFileContacts } from "./batches.ts";
import { putDuplicates } from "./file-duplicates.ts";
import { clearLines, putLines, writeLines } from "./ledger-lines.ts";
import { clearBasis, correctBasis } from "./plan-basis.ts";

/** A batch of the plan. */
export function savePlanned(database: Database, { ref, object }: BatchScope, plan: BatchPlan): void {
  writeLines(database, ref, "plan", plan.lines);
  saveFileContacts(database, { ref, object }, "plan", plan.fileContacts);
  if (plan.second !== undefined) {
    const { shape, plan: second } = plan.second;
    saveFileContacts(database, { ref, object: shape.object }, "plan", second.fileContacts);
  }
  savePlannedAccounts(database, ref, plan.accounts);
}

/** Lines of the plan in the place of those that were corrected, with what they stand on. */
export function correctPlan(
  database: Database,
  ref: ImportRef,
  { lines, accounts, duplicates, ...basis }: CorrectedLines,
): void {
  putLines(database, ref, "plan", lines);
  putDuplicates(database, ref, { lines, duplicates });
  savePlannedAccounts(database, ref, accounts);
  correctBasis(database, ref, basis);
}

export function clearPlan(database: Database, ref: ImportRef): void {
  clearLines(database, ref, "plan");
  clearPlannedAccounts(database, ref);
  for (const table of ["file_contact", "file_contact_key"]) {
    database.run(
      `delete from ${table} where workspace_id = ? and import_id = ? and pass = 'plan'`,
      ...[ref.workspace, ref.import],
    );
  }
}

/** All that a plan and a run have needed besides the ledger. */
export function clearScratch(database: Database, ref: ImportRef): void {
  clearLines(database, ref, "plan");
  clearPlannedAccounts(database, ref);
  clearBasis(database, ref);
  for (const table of ["file_contact", "file_contact_key", "file_duplicate"]) {
    database.run(`delete from ${table} where workspace_id = ? and import_id = ?`, ref.workspace, ref.import);
  }
}
