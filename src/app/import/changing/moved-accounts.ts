/** What corrected lines do to accounts that the same lines did not do before. */
import { type AccountPlan, NO_ACCOUNTS } from "../../../core/account/account-plan.ts";
import type { BatchPlan } from "../../../core/plan/batch-plan.ts";
import { BLANK, valueAt } from "../../../core/plan/draft.ts";
import type { Outcome } from "../../../core/plan/outcome.ts";
import { concernsAccounts } from "../../../core/plan/row-account.ts";
import { ACCOUNT_LINK, ACCOUNT_PARTS, type ImportShape } from "../../../core/plan/shape.ts";
import type { CompiledImport } from "../compile-import.ts";
import type { Matched } from "../passes/object-pass.ts";

/** The same rows, as they were or as they are, and what becomes of them by themselves. */
export type PlannedRows = { readonly matched: Matched; readonly plan: BatchPlan };

type Versions = {
  readonly before: PlannedRows;
  readonly after: PlannedRows;
  /** First number that no account of the workspace has: those with it and above are of the plan alone. */
  readonly nextAccount: number;
};

/**
 * Null where other lines have a word in it. Which of several lines makes an account that they name makes no difference where
 * names are all that lines say of accounts; that one is no longer named by any line, only all of them can tell.
 */
export function movedAccounts({ shape, plan }: CompiledImport, versions: Versions): AccountPlan | null {
  const { before, after } = versions;
  if (!concernsAccounts(shape, plan.policy)) return NO_ACCOUNTS;
  const moved = after.plan.lines.flatMap((_, row) => (usesTheSame(shape, versions, row) ? [] : [row]));
  if (moved.length === 0) return NO_ACCOUNTS;
  const said = ACCOUNT_PARTS.filter((part) => (shape.index.get(part) ?? shape.mapped) < shape.mapped);
  if (said.some((part) => part !== "account_name")) return null;
  const left = moved.map((row) => accountOf(shape, before, row));
  if (left.some((account) => account !== BLANK && Number(account) >= versions.nextAccount)) return null;
  const changes = after.plan.accounts.changes.filter(({ object }) => object === "account");
  return changes.every((change) => change.changes === null) ? { ...after.plan.accounts, changes } : null;
}

const WRITTEN: ReadonlySet<Outcome> = new Set(["created", "updated", "unchanged"]);

const isWritten = ({ plan }: PlannedRows, row: number): boolean => WRITTEN.has(plan.lines[row]?.outcome ?? "failed");

/** It is written as it was, and says the same of its account. */
function usesTheSame({ index }: ImportShape, { before, after }: Versions, row: number): boolean {
  const slots = ACCOUNT_PARTS.flatMap((part) => index.get(part) ?? []);
  const saysTheSame = slots.every(
    (slot) => valueAt(before.matched.drafts, slot, row) === valueAt(after.matched.drafts, slot, row),
  );
  return saysTheSame && isWritten(before, row) === isWritten(after, row);
}

/** The number of the account that the row's contact belongs to once it is written; `""` = none. */
function accountOf({ index }: ImportShape, { matched, plan }: PlannedRows, row: number): string {
  const line = plan.lines[row];
  const link = index.get(ACCOUNT_LINK) ?? -1;
  const made = plan.inserts.find((insert) => insert.line === line?.line);
  if (made !== undefined) return made.values[link] ?? BLANK;
  const changed = plan.updates.find(({ id }) => id === line?.contact)?.changes.find(({ slot }) => slot === link);
  return changed?.after ?? matched.contacts.get(line?.contact ?? 0)?.values[link] ?? BLANK;
}
