/** Accounts as batches know them, out of rows of both databases, and the keys that they are found by. */
import { ACCOUNT_KEY, ACCOUNT_KEY_TEXT, type AccountKeyName } from "../../core/account/account-keys.ts";
import type { Account } from "../../core/account/find-account.ts";
import { keyHash } from "../../core/match/key-hash.ts";
import { addKey, emptyKeys, type KeyList } from "../../core/plan/batch-plan.ts";
import type { DbRow } from "../db-row.ts";

const KEY_NAMES = Object.keys(ACCOUNT_KEY) as readonly AccountKeyName[];

/** What `asAccount` reads, in its order. */
export const ACCOUNT_COLUMNS = "account_id, external_id, name, domain, main_contact";

export const asAccount = ([id, externalId, name, domain, main]: DbRow): Account => ({
  id: Number(id),
  external_id: String(externalId ?? ""),
  name: String(name ?? ""),
  domain: String(domain ?? ""),
  mainContact: main === null || main === undefined ? null : Number(main),
});

export function keysOfAccounts(accounts: readonly Account[]): KeyList {
  const keys = emptyKeys();
  for (const account of accounts) {
    for (const name of KEY_NAMES) {
      const text = account[name] === "" ? "" : ACCOUNT_KEY_TEXT[name](account[name]);
      if (text !== "") addKey(keys, ACCOUNT_KEY[name], keyHash(text), account.id);
    }
  }
  return keys;
}
