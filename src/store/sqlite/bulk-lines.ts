/** What a bulk change does to contacts, and how it is taken back: with what each held before. Inside the caller's transaction. */
import type { BulkPage, BulkUndoTally } from "../../app/ports/bulk-store.ts";
import { keyHash } from "../../core/match/key-hash.ts";
import { type PresentAddresses, withPresentAddresses } from "../../core/member/present-address.ts";
import { addKey, emptyKeys } from "../../core/plan/batch-plan.ts";
import type { Changes } from "../../core/plan/outcome.ts";
import { ACCOUNT_LINK } from "../../core/plan/shape.ts";
import type { UndoDecision } from "../../core/plan/undo.ts";
import { type ContactImage, heldInImage, insertImage, readContactImage } from "./contact-image.ts";
import type { Database, DbRow } from "./database.ts";
import { type KeysOf, writeHeld } from "./held-objects.ts";
import { changeKeys } from "./identity-keys.ts";
import { mergesThatTook, withPresentMembers } from "./merged-contacts.ts";
import { giveBackOpportunities, giveOpportunities, type MovedOpportunity } from "./merged-opportunities.ts";
import { heldValues, objectTable } from "./object-table.ts";
import { registerTags } from "./tags.ts";

export type BulkPlace = {
  readonly workspace: number;
  readonly bulk: number;
  readonly at: number;
  readonly keysOf: KeysOf;
  /** Of opportunities. */
  readonly theirKeys: KeysOf;
  readonly addresses: PresentAddresses;
};

/** A contact that was deleted, with what hung on it. */
type DeletedContact = {
  readonly row: ContactImage;
  /** It was the main contact of its account. */
  readonly wasMain: boolean;
  readonly opportunities: readonly MovedOpportunity[];
};

type Values = ReadonlyMap<string, string>;
type Line = {
  readonly number: number;
  /** `[before, after]` by field, as JSON; null where the contact was deleted. */
  readonly changes: string | null;
  readonly image: string | null;
};
type Outcome = keyof BulkUndoTally;

const { columns } = objectTable("contact");

export function changeContacts(
  database: Database,
  place: BulkPlace,
  { page, decide }: { readonly page: BulkPage; readonly decide: (values: Values) => Changes | null },
): { readonly changed: number; readonly unchanged: number } {
  const { workspace, bulk, at } = place;
  const insert = database.statement(
    `insert into bulk_line (workspace_id, bulk_id, contact_id, changes, image, wrote_at, other_at)
     values (?, ?, ?, ?, ?, ?, ?)`,
  );
  const tags = new Set<string>();
  const deleted: number[] = [];
  const counts = { changed: 0, unchanged: 0 };
  const others = otherWrites(database, workspace, page.numbers);
  for (const [number, values] of load(database, workspace, page.numbers)) {
    const changes = decide(values);
    const otherAt = others.get(number) ?? at;
    const isSpared = page.asSeenAt !== undefined && otherAt > page.asSeenAt;
    if (isSpared || (changes !== null && Object.keys(changes).length === 0)) {
      counts.unchanged++;
      continue;
    }
    counts.changed++;
    if (changes === null) {
      const image = deleteContact(database, place, { number, values });
      deleted.push(number);
      insert.run(workspace, bulk, number, null, JSON.stringify(image), at, otherAt);
      continue;
    }
    insert.run(workspace, bulk, number, JSON.stringify(changes), null, at, otherAt);
    const after = new Map(Object.entries(changes).map(([field, [, text]]) => [field, text]));
    write(database, place, { number, values, after });
    tags.add(after.get("tags") ?? "");
  }
  registerTags(database, { workspace, madeBy: null }, tags);
  if (deleted.length > 0) cancelEffects(database, workspace, deleted);
  return counts;
}

/**
 * When anything but bulk changes has written to each of these contacts last: what an earlier one has done to them was asked for
 * before, and does not make them others than whoever asked has seen.
 */
function otherWrites(database: Database, workspace: number, numbers: readonly number[]): ReadonlyMap<number, number> {
  const rows = database.all(
    `select contact.contact_id, ifnull((
       select line.other_at from bulk_line as line
       where line.workspace_id = contact.workspace_id and line.contact_id = contact.contact_id
         and line.wrote_at = contact.updated_at order by line.bulk_id desc limit 1), contact.updated_at)
     from json_each(?) as wanted
     cross join contact on contact.workspace_id = ? and contact.contact_id = wanted.value`,
    ...[JSON.stringify(numbers), workspace],
  );
  return new Map(rows.map(([number, at]) => [Number(number), Number(at)]));
}

/** What waits to be sent about somebody who was deleted is not sent any more, whether they come back or not. */
function cancelEffects(database: Database, workspace: number, contacts: readonly number[]): void {
  // By its kind and state, of which there is an index; by contact there is none.
  database.run(
    `update outbox set state = 'cancelled', effect = null
     where workspace_id = ? and kind in ('email', 'slack', 'webhook') and state in ('queued', 'failed', 'dead')
       and cause = 'workflow' and contact_id in (select value from json_each(?))`,
    ...[workspace, JSON.stringify(contacts)],
  );
}

/** @returns `seenTo`: the last contact that was looked at; null = there are no more */
export function takeBackLines(
  database: Database,
  place: BulkPlace,
  {
    after,
    limit,
    decide,
  }: {
    readonly after: number;
    readonly limit: number;
    readonly decide: (changes: Changes, values: Values) => UndoDecision;
  },
): { readonly seenTo: number | null; readonly tally: BulkUndoTally } {
  const { workspace, bulk, addresses, at } = place;
  const lines = linesLeft(database, place, { after, limit });
  const numbers = lines.map(({ number }) => number);
  const present = load(database, workspace, numbers);
  const missing = lines.filter(({ number, image }) => image === null && !present.has(number));
  const away = awayNow(
    database,
    workspace,
    missing.map(({ number }) => number),
  );
  // What a contact held is kept of those only that have something left to take back.
  const settle = database.statement(
    `update bulk_line set result = ?, image = null, wrote_at = ifnull(?, wrote_at), other_at = ifnull(?, other_at)
     where workspace_id = ? and bulk_id = ? and contact_id = ?`,
  );
  const others = otherWrites(database, workspace, numbers);
  const tally: Record<Outcome, number> = { restored: 0, partly: 0, kept: 0, gone: 0, away: 0 };
  const tags = new Set<string>();
  for (const { number, changes, image } of lines) {
    let result: Outcome = "gone";
    let wroteAt: number | null = null;
    const values = present.get(number);
    if (image !== null) {
      result = "restored";
      bringBack(database, place, { number, deleted: JSON.parse(image) as DeletedContact, tags });
    } else if (changes !== null && values) {
      const decision = decide(withPresentAddresses(JSON.parse(changes) as Changes, addresses), values);
      result = decision.result === "deleted" ? "kept" : decision.result;
      if (decision.restore.size > 0) {
        write(database, place, { number, values, after: decision.restore });
        wroteAt = at;
      }
      tags.add(decision.restore.get("tags") ?? "");
    } else if (away.has(number)) result = "away";
    tally[result]++;
    // Whoever comes back still has it on them.
    if (result !== "away")
      settle.run(result, wroteAt, wroteAt === null ? null : (others.get(number) ?? null), workspace, bulk, number);
  }
  registerTags(database, { workspace, madeBy: null }, tags);
  return { seenTo: lines.length < limit ? null : (numbers.at(-1) ?? null), tally };
}

function linesLeft(
  database: Database,
  { workspace, bulk }: BulkPlace,
  { after, limit }: { readonly after: number; readonly limit: number },
): readonly Line[] {
  const rows = database.all(
    `select contact_id, changes, image from bulk_line
     where workspace_id = ? and bulk_id = ? and contact_id > ? and result is null order by contact_id limit ?`,
    ...[workspace, bulk, after, limit],
  );
  return rows.map(([number, changes, image]) => ({
    number: Number(number),
    changes: changes === null ? null : String(changes),
    image: image === null ? null : String(image),
  }));
}

/** Of these contacts, none of which is there, those that the undo of a merge or of another bulk change would bring back. */
function awayNow(database: Database, workspace: number, missing: readonly number[]): ReadonlySet<number> {
  if (missing.length === 0) return new Set();
  return new Set([
    ...mergesThatTook(database, workspace, missing).keys(),
    ...deletedInBulk(database, workspace, missing).keys(),
  ]);
}

/** Of these contacts those that a bulk change has deleted which is not undone, with the change. */
export function deletedInBulk(
  database: Database,
  workspace: number,
  contacts: readonly number[],
): ReadonlyMap<number, number> {
  const rows = database.all(
    `select line.contact_id, line.bulk_id from json_each(?) as wanted
     cross join bulk_line as line on line.workspace_id = ? and line.contact_id = wanted.value
     where line.image is not null and line.result is null`,
    ...[JSON.stringify(contacts), workspace],
  );
  return new Map(rows.map(([contact, bulk]) => [Number(contact), Number(bulk)]));
}

function load(database: Database, workspace: number, numbers: readonly number[]): ReadonlyMap<number, Values> {
  const rows: readonly DbRow[] = database.all(
    `select contact_id, custom, kept, ${columns.join(", ")} from json_each(?) as wanted
     cross join contact on contact.workspace_id = ? and contact.contact_id = wanted.value`,
    ...[JSON.stringify(numbers), workspace],
  );
  return new Map(
    rows.map(([number, custom, kept, ...values]) => [Number(number), heldValues(columns, values, [custom, kept])]),
  );
}

/** The fields that are changed are none that contacts are recognised by: no key changes. */
function write(
  database: Database,
  { workspace, at }: BulkPlace,
  {
    number,
    values,
    after,
  }: { readonly number: number; readonly values: Values; readonly after: ReadonlyMap<string, string | null> },
): void {
  const next = new Map(values);
  for (const [field, text] of after) {
    if (text === null) next.delete(field);
    else next.set(field, text);
  }
  writeHeld(database, { workspace, object: "contact", number, at }, { values: after, next });
}

function deleteContact(
  database: Database,
  place: BulkPlace,
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

function bringBack(
  database: Database,
  { workspace, at, keysOf, theirKeys, addresses }: BulkPlace,
  { number, deleted, tags }: { readonly number: number; readonly deleted: DeletedContact; readonly tags: Set<string> },
): void {
  const held = new Map(withPresentMembers(heldInImage(deleted.row), addresses));
  const account = held.get(ACCOUNT_LINK);
  const isThere =
    account !== undefined &&
    database.get("select 1 from account where workspace_id = ? and account_id = ?", workspace, Number(account));
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

/** Contacts that bulk changes have changed since, or left changed. @param wanted numbers of contacts as a JSON list */
export function changedInBulk(database: Database, workspace: number, wanted: string): ReadonlySet<number> {
  const rows = database.all(
    `select distinct line.contact_id from json_each(?) as wanted
     cross join bulk_line as line on line.workspace_id = ? and line.contact_id = wanted.value
     where line.result is null or line.result not in ('restored', 'gone')`,
    ...[wanted, workspace],
  );
  return new Set(rows.map(([contact]) => Number(contact)));
}
