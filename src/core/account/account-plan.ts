/** What the lines of a batch of contacts do to accounts, as data that a store applies in the batch's transaction. */
import type { SideChange } from "../plan/side-change.ts";
import type { Account } from "./find-account.ts";

export type AccountPlan = {
  /** Accounts that the batch makes or changes, as they stand after it. */
  readonly accounts: readonly PlannedAccount[];
  /** In the order of the lines. */
  readonly changes: readonly SideChange[];
};

/** `hasNewKeys`: it is recognised by something that the index does not have. */
export type PlannedAccount = Account & { readonly isNew: boolean; readonly hasNewKeys: boolean };

export const NO_ACCOUNTS: AccountPlan = { accounts: [], changes: [] };
