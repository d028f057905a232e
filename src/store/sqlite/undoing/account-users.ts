/** Who else has to do with accounts that an import of accounts has made: the contacts in them, opportunities of theirs, and lines that changed them. */
import type { ImportRef } from "../../../app/ports.ts";
import { KEY_KIND, keyHash } from "../../../core/match/key-hash.ts";
import { addKey, emptyKeys } from "../../../core/plan/batch-plan.ts";
import type { DbRow } from "../../db-row.ts";
import type { Database } from "../database.ts";
import { changeKeys } from "../runs/identity-keys.ts";

/**
 * The account that the contact of a side change `moved` has left: compared with a text, of no other affinity is the index used. It
 * comes back only from the account that it is in.
 */
export const LEFT_ACCOUNT = "json_extract(moved.changes, '$.account[0]')";

const MEMBERS = `from contact_key as held join contact on contact.workspace_id = held.workspace_id
   and contact.contact_id = held.contact_id and contact.account = ?
 where held.workspace_id = ? and held.kind = ${KEY_KIND.of_account} and held.hash = ?`;

const membersOf = (workspace: number, account: number): readonly number[] => [
  account,
  workspace,
  keyHash(String(account)),
];

/** Rows of account, import and lines; an import that made a contact of the account counts, unknown ones as 0. */
export function accountUsers(database: Database, ref: ImportRef, accounts: readonly number[]): readonly DbRow[] {
  const changed = database.all(
    `select side.number, side.import_id, count(*) from json_each(?) as wanted
     cross join side_change as side indexed by side_change_object
       on side.workspace_id = ? and side.object = 'account' and side.number = wanted.value
     where side.import_id <> ? and side.undone is null group by side.number, side.import_id`,
    ...[JSON.stringify(accounts), ref.workspace, ref.import],
  );
  const joined = accounts.flatMap((account) =>
    database
      .all(`select ifnull(contact.created_by, 0) ${MEMBERS} limit 1`, ...membersOf(ref.workspace, account))
      .map(([by]): DbRow => [account, by ?? 0, 1]),
  );
  const held = database.all(
    `select account, ifnull(created_by, 0), count(*) from opportunity
     where workspace_id = ? and account in (select value from json_each(?)) group by 1, 2`,
    ...[ref.workspace, JSON.stringify(accounts)],
  );
  const left = database.all(
    `select ${LEFT_ACCOUNT}, moved.import_id, count(*) from json_each(?) as wanted
     cross join side_change as moved indexed by side_change_left
       on moved.workspace_id = ? and moved.object = 'contact' and ${LEFT_ACCOUNT} = wanted.value || ''
     where ${LEFT_ACCOUNT} is not null and moved.undone is null and exists (select 1 from contact
       where contact.workspace_id = moved.workspace_id and contact.contact_id = moved.number and contact.account is not null)
     group by 1, 2`,
    ...[JSON.stringify(accounts), ref.workspace],
  );
  return [...changed, ...joined, ...held, ...left.map(([account, ...by]): DbRow => [Number(account), ...by])];
}

/** Contacts and opportunities of an account that goes all the same belong to none from then on; contacts keep their texts. */
export function leaveAccount(database: Database, workspace: number, account: number): void {
  const removed = emptyKeys();
  const hash = keyHash(String(account));
  for (const [contact] of database.all(`select contact.contact_id ${MEMBERS}`, ...membersOf(workspace, account))) {
    addKey(removed, KEY_KIND.of_account, hash, Number(contact));
    database.run(
      "update contact set account = null where workspace_id = ? and contact_id = ?",
      ...[workspace, Number(contact)],
    );
  }
  changeKeys(database, { workspace, object: "contact" }, { added: emptyKeys(), removed });
  database.run(
    "update opportunity indexed by opportunity_account set account = null where workspace_id = ? and account = ?",
    workspace,
    account,
  );
}
