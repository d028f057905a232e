/** The plan of an import as it is stored, and what goes again with it. Inside the caller's transaction. */
import type { BatchScope, CorrectedLines, ImportRef } from "../../../app/ports.ts";
import type { BatchPlan } from "../../../core/plan/batch-plan.ts";
import type { Database } from "../database.ts";
import { clearPlannedAccounts, savePlannedAccounts } from "./batch-accounts.ts";
import { saveFileContacts } from "./batches.ts";
import { putDuplicates } from "./file-duplicates.ts";
import { forgetRunKeys } from "./identity-keys.ts";
import { clearLines, putLines, writeLines } from "./ledger-lines.ts";
import { clearBasis, correctBasis } from "./plan-basis.ts";

/** A batch of the plan. */
export async function savePlanned(database: Database, { ref, object }: BatchScope, plan: BatchPlan): Promise<void> {
  await writeLines(database, ref, "plan", plan.lines);
  await saveFileContacts(database, { ref, object }, "plan", plan.fileContacts);
  if (plan.second !== undefined) {
    const { shape, plan: second } = plan.second;
    await saveFileContacts(database, { ref, object: shape.object }, "plan", second.fileContacts);
  }
  await savePlannedAccounts(database, ref, plan.accounts);
}

/** Lines of the plan in the place of those that were corrected, with what they stand on. */
export async function correctPlan(
  database: Database,
  ref: ImportRef,
  { lines, accounts, duplicates, ...basis }: CorrectedLines,
): Promise<void> {
  await putLines(database, ref, "plan", lines);
  await putDuplicates(database, ref, { lines, duplicates });
  await savePlannedAccounts(database, ref, accounts);
  await correctBasis(database, ref, basis);
}

export async function clearPlan(database: Database, ref: ImportRef): Promise<void> {
  await clearLines(database, ref, "plan");
  await clearPlannedAccounts(database, ref);
  for (const table of ["file_contact", "file_contact_key"]) {
    await database.run(
      `delete from ${table} where workspace_id = $1 and import_id = $2 and pass = 'plan'`,
      ...[ref.workspace, ref.import],
    );
  }
}

/** All that a plan and a run have needed besides the ledger. */
export async function clearScratch(database: Database, ref: ImportRef): Promise<void> {
  await clearLines(database, ref, "plan");
  await clearPlannedAccounts(database, ref);
  await clearBasis(database, ref);
  await forgetRunKeys(database, ref);
  for (const table of ["file_contact", "file_contact_key", "file_duplicate", "file_key"]) {
    await database.run(
      `delete from ${table} where workspace_id = $1 and import_id = $2`,
      ...[ref.workspace, ref.import],
    );
  }
}
