/** Who else has to do with accounts that an import of accounts has made: the contacts in them, opportunities of theirs, and lines that changed them. */
import type { ImportRef } from "../../../app/ports.ts";
import { KEY_KIND, keyHash } from "../../../core/match/key-hash.ts";
import { addKey, emptyKeys } from "../../../core/plan/batch-plan.ts";
import type { DbRow } from "../../db-row.ts";
import { bigints, type Database } from "../database.ts";
import { changeKeys } from "../runs/identity-keys.ts";

/** The account that the contact of a side change `moved` has left; it comes back only from the account that it is in. */
export const LEFT_ACCOUNT = "(moved.changes::json -> 'account' ->> 0)";

const hashOf = (account: number): number => keyHash(String(account));

/** Rows of account, import and lines; an import that made a contact of the account counts, unknown ones as 0. */
export async function accountUsers(
  database: Database,
  ref: ImportRef,
  accounts: readonly number[],
): Promise<readonly DbRow[]> {
  const wanted = bigints(accounts);
  const changed = await database.all(
    `select number, import_id, count(*) from side_change
     where workspace_id = $1 and object = 'account' and number = any($3::bigint[])
       and import_id <> $2 and undone is null group by number, import_id`,
    ...[ref.workspace, ref.import, wanted],
  );
  // One contact says enough of an account that has thousands.
  const joined = await database.all(
    `select wanted.account, coalesce(member.created_by, 0), 1 from unnest($2::bigint[], $3::bigint[]) as wanted (account, hash)
     cross join lateral (
       select contact.created_by from contact_key as held
       join contact on contact.workspace_id = held.workspace_id and contact.contact_id = held.contact_id
         and contact.account = wanted.account
       where held.workspace_id = $1 and held.kind = ${KEY_KIND.of_account} and held.hash = wanted.hash
       order by held.contact_id limit 1
     ) as member`,
    ...[ref.workspace, wanted, bigints(accounts.map(hashOf))],
  );
  const held = await database.all(
    `select account, coalesce(created_by, 0), count(*) from opportunity
     where workspace_id = $1 and account = any($2::bigint[]) group by 1, 2`,
    ...[ref.workspace, wanted],
  );
  const left = await database.all(
    `select wanted.account, moved.import_id, count(*) from unnest($2::bigint[]) as wanted (account)
     join side_change as moved on moved.workspace_id = $1 and moved.object = 'contact'
       and ${LEFT_ACCOUNT} = wanted.account::text
     where ${LEFT_ACCOUNT} is not null and moved.undone is null and exists (select 1 from contact
       where contact.workspace_id = moved.workspace_id and contact.contact_id = moved.number and contact.account is not null)
     group by 1, 2`,
    ...[ref.workspace, wanted],
  );
  return [...changed, ...joined, ...held, ...left];
}

/** Contacts and opportunities of an account that goes all the same belong to none from then on; contacts keep their texts. */
export async function leaveAccount(database: Database, workspace: number, account: number): Promise<void> {
  const hash = hashOf(account);
  const left = await database.all(
    `update contact set account = null where workspace_id = $1 and account = $2 and contact_id in
       (select contact_id from contact_key where workspace_id = $1 and kind = ${KEY_KIND.of_account} and hash = $3)
     returning contact_id`,
    ...[workspace, account, hash],
  );
  const removed = emptyKeys();
  for (const [contact] of left) addKey(removed, KEY_KIND.of_account, hash, Number(contact));
  await changeKeys(database, { workspace, object: "contact" }, { added: emptyKeys(), removed });
  await database.run(
    "update opportunity set account = null where workspace_id = $1 and account = $2",
    workspace,
    account,
  );
}
