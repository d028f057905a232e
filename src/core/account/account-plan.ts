/** What the lines of a batch of contacts do to accounts, as data that a store applies in the batch's transaction. */
import type { SideChange } from "../plan/side-change.ts";
import type { Account } from "./find-account.ts";

export type AccountPlan = {
  /** Accounts that the batch makes or changes, as they stand after it. */
  readonly accounts: readonly (Account & { readonly isNew: boolean })[];
  /** In the order of the lines. */
  readonly changes: readonly SideChange[];
};

export const NO_ACCOUNTS: AccountPlan = { accounts: [], changes: [] };
