/** Contacts that changes delete, and bring back with what hung on them. Inside the caller's transaction. */
import { keyHash } from "../../../core/match/key-hash.ts";
import { addKey, emptyKeys } from "../../../core/plan/batch-plan.ts";
import { ACCOUNT_LINK } from "../../../core/plan/shape.ts";
import { heldInImage } from "../../changes/contact-image.ts";
import type { ContactPlace, DeletedContact } from "../../changes/deleted-contact.ts";
import { withPresentMembers } from "../../changes/present-members.ts";
import type { Database } from "../database.ts";
import { changeKeys } from "../runs/identity-keys.ts";
import { insertImage, readContactImage } from "./contact-image.ts";
import { giveBackOpportunities, giveOpportunities } from "./merged-opportunities.ts";

type Values = ReadonlyMap<string, string>;

export function deleteContact(
  database: Database,
  place: ContactPlace,
  { number, values }: { readonly number: number; readonly values: Values },
): DeletedContact {
  const { workspace, at, keysOf, theirKeys } = place;
  const row = readContactImage(database, workspace, number) ?? {};
  const [main] = database.all(
    "update account set main_contact = null where workspace_id = ? and account_id = ? and main_contact = ? returning 1",
    ...[workspace, Number(values.get(ACCOUNT_LINK) ?? 0), number],
  );
  const opportunities = giveOpportunities(database, { workspace, at, keysOf: theirKeys }, { from: [number], to: null });
  const removed = emptyKeys();
  for (const { kind, text } of keysOf(values)) addKey(removed, kind, keyHash(text), number);
  changeKeys(database, { workspace, object: "contact" }, { added: emptyKeys(), removed });
  database.run("delete from contact where workspace_id = ? and contact_id = ?", workspace, number);
  return { row, wasMain: main !== undefined, opportunities };
}

/** @param of `tags`: those that the contact has are added to it */
export function bringBack(
  database: Database,
  { workspace, at, keysOf, theirKeys, addresses }: ContactPlace,
  { number, deleted, tags }: { readonly number: number; readonly deleted: DeletedContact; readonly tags: Set<string> },
): void {
  const held = new Map(withPresentMembers(heldInImage(deleted.row), addresses));
  const account = held.get(ACCOUNT_LINK);
  const isThere = account !== undefined && hasAccount(database, workspace, account);
  if (!isThere) held.delete(ACCOUNT_LINK);
  const members = { owner: held.get("owner") ?? null, followers: held.get("followers") ?? null };
  const link = isThere ? {} : { [ACCOUNT_LINK]: null };
  insertImage(database, { workspace, contact: number }, { ...deleted.row, ...members, ...link });
  const added = emptyKeys();
  for (const { kind, text } of keysOf(held)) addKey(added, kind, keyHash(text), number);
  changeKeys(database, { workspace, object: "contact" }, { added, removed: emptyKeys() });
  // Somebody else may have become its account's main contact since.
  if (deleted.wasMain && isThere)
    database.run(
      "update account set main_contact = ? where workspace_id = ? and account_id = ? and main_contact is null",
      ...[number, workspace, Number(account)],
    );
  giveBackOpportunities(database, { workspace, at, keysOf: theirKeys }, { kept: null, moved: deleted.opportunities });
  tags.add(held.get("tags") ?? "");
}

export const hasAccount = (database: Database, workspace: number, account: string): boolean =>
  database.get("select 1 from account where workspace_id = ? and account_id = ?", ...[workspace, Number(account)]) !==
  undefined;

/** What waits to be sent about somebody who was deleted is not sent any more, whether they come back or not. */
export function cancelEffects(database: Database, workspace: number, contacts: readonly number[]): void {
  // By its kind and state, of which there is an index; by contact there is none.
  database.run(
    `update outbox indexed by outbox_due set state = 'cancelled', effect = null
     where workspace_id = ? and kind in ('email', 'slack', 'webhook') and state in ('queued', 'failed', 'dead')
       and cause = 'workflow' and contact_id in (select value from json_each(?))`,
    ...[workspace, JSON.stringify(contacts)],
  );
}
