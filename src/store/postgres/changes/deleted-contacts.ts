/** Contacts that changes delete, and bring back with what hung on them. Inside the caller's transaction. */
import { keyHash } from "../../../core/match/key-hash.ts";
import { addKey, emptyKeys } from "../../../core/plan/batch-plan.ts";
import { ACCOUNT_LINK } from "../../../core/plan/shape.ts";
import { type ContactImage, heldInImage } from "../../changes/contact-image.ts";
import type { ContactPlace, DeletedContact } from "../../changes/deleted-contact.ts";
import { withPresentMembers } from "../../changes/present-members.ts";
import { bigints, type Database } from "../database.ts";
import { contactsGone } from "../objects/search-index.ts";
import { changeKeys } from "../runs/identity-keys.ts";
import { insertImages, readContactImages } from "./contact-image.ts";
import { giveBackOpportunities, giveOpportunities } from "./merged-opportunities.ts";

type Values = ReadonlyMap<string, string>;

/** @param contacts what each holds, by its number */
export async function deleteContacts(
  database: Database,
  { workspace, at, keysOf, theirKeys }: ContactPlace,
  contacts: ReadonlyMap<number, Values>,
): Promise<ReadonlyMap<number, DeletedContact>> {
  const numbers = [...contacts.keys()];
  const images = await readContactImages(database, workspace, numbers);
  const mains = await leaveMains(database, workspace, contacts);
  const moved = await giveOpportunities(database, { workspace, at, keysOf: theirKeys }, { from: numbers, to: null });
  const opportunities = Map.groupBy(moved, ([, contact]) => contact);
  const removed = emptyKeys();
  for (const [number, values] of contacts)
    for (const { kind, text } of keysOf(values)) addKey(removed, kind, keyHash(text), number);
  await changeKeys(database, { workspace, object: "contact" }, { added: emptyKeys(), removed });
  await database.run(
    "delete from contact where workspace_id = $1 and contact_id = any($2::bigint[])",
    ...[workspace, bigints(numbers)],
  );
  await contactsGone(database, workspace, numbers);
  return new Map(
    numbers.map((number) => [
      number,
      {
        row: images.get(number) ?? {},
        wasMain: mains.has(number),
        opportunities: opportunities.get(number) ?? [],
      },
    ]),
  );
}

/** @returns those that were the main contact of the account that they belong to */
async function leaveMains(
  database: Database,
  workspace: number,
  contacts: ReadonlyMap<number, Values>,
): Promise<ReadonlySet<number>> {
  const inAccounts = [...contacts].filter(([, values]) => values.has(ACCOUNT_LINK));
  if (inAccounts.length === 0) return new Set();
  const rows = await database.all(
    `update account set main_contact = null from unnest($2::bigint[], $3::bigint[]) as leaving (account, contact)
     where account.workspace_id = $1 and account.account_id = leaving.account and account.main_contact = leaving.contact
     returning leaving.contact`,
    workspace,
    bigints(inAccounts.map(([, values]) => Number(values.get(ACCOUNT_LINK)))),
    bigints(inAccounts.map(([number]) => number)),
  );
  return new Set(rows.map(([contact]) => Number(contact)));
}

/**
 * @param contacts what is brought back, by number
 * @param tags those that the contacts have are added to it
 */
export async function bringBack(
  database: Database,
  { workspace, at, keysOf, theirKeys, addresses }: ContactPlace,
  { contacts, tags }: { readonly contacts: ReadonlyMap<number, DeletedContact>; readonly tags: Set<string> },
): Promise<void> {
  if (contacts.size === 0) return;
  const wanted = [...contacts.values()].flatMap(({ row }) => heldInImage(row).get(ACCOUNT_LINK) ?? []);
  const accounts = await accountsThere(database, workspace, wanted);
  const images = new Map<number, ContactImage>();
  const added = emptyKeys();
  const mains = new Map<string, number>();
  for (const [number, { row, wasMain }] of contacts) {
    const held = new Map(withPresentMembers(heldInImage(row), addresses));
    const account = held.get(ACCOUNT_LINK);
    const isThere = account !== undefined && accounts.has(account);
    if (!isThere) held.delete(ACCOUNT_LINK);
    const members = { owner: held.get("owner") ?? null, followers: held.get("followers") ?? null };
    const link = isThere ? {} : { [ACCOUNT_LINK]: null };
    images.set(number, { ...row, ...members, ...link });
    for (const { kind, text } of keysOf(held)) addKey(added, kind, keyHash(text), number);
    if (wasMain && isThere && !mains.has(account)) mains.set(account, number);
    tags.add(held.get("tags") ?? "");
  }
  await insertImages(database, workspace, images);
  await changeKeys(database, { workspace, object: "contact" }, { added, removed: emptyKeys() });
  await becomeMains(database, workspace, mains);
  const moved = [...contacts.values()].flatMap(({ opportunities }) => opportunities);
  await giveBackOpportunities(database, { workspace, at, keysOf: theirKeys }, { kept: null, moved });
}

/** Somebody else may have become an account's main contact since. @param mains contact by account */
async function becomeMains(database: Database, workspace: number, mains: ReadonlyMap<string, number>): Promise<void> {
  if (mains.size === 0) return;
  await database.run(
    `update account set main_contact = back.contact from unnest($2::bigint[], $3::bigint[]) as back (account, contact)
     where account.workspace_id = $1 and account.account_id = back.account and account.main_contact is null`,
    ...[workspace, bigints([...mains.keys()].map(Number)), bigints(mains.values())],
  );
}

/** Of these accounts those that are there. */
export async function accountsThere(
  database: Database,
  workspace: number,
  accounts: readonly string[],
): Promise<ReadonlySet<string>> {
  if (accounts.length === 0) return new Set();
  const rows = await database.all(
    "select account_id from account where workspace_id = $1 and account_id = any($2::bigint[])",
    ...[workspace, bigints(new Set(accounts.map(Number)))],
  );
  return new Set(rows.map(([account]) => String(account)));
}

/** What waits to be sent about somebody who was deleted is not sent any more, whether they come back or not. */
export async function cancelEffects(database: Database, workspace: number, contacts: readonly number[]): Promise<void> {
  // By its kind and state, of which there is an index; by contact there is none.
  await database.run(
    `update outbox set state = 'cancelled', effect = null
     where workspace_id = $1 and kind in ('email', 'slack', 'webhook') and state in ('queued', 'failed', 'dead')
       and cause = 'workflow' and contact_id = any($2::bigint[])`,
    ...[workspace, bigints(contacts)],
  );
}
