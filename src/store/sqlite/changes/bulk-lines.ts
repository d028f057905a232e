/** What a bulk change does to contacts, and how it is taken back: with what each held before. Inside the caller's transaction. */
import type { BulkPage, BulkUndoTally } from "../../../app/ports/bulk-store.ts";
import type { HandChange } from "../../../core/bulk/bulk-change.ts";
import { withPresentAddresses } from "../../../core/member/present-address.ts";
import type { Changes } from "../../../core/plan/outcome.ts";
import type { ContactPlace, DeletedContact } from "../../changes/deleted-contact.ts";
import type { DecideUndo, LineBack, UndoneLine } from "../../changes/line-back.ts";
import type { DbRow } from "../../db-row.ts";
import { changedValues } from "../../objects/changed-values.ts";
import { heldValues, objectTable } from "../../objects/object-table.ts";
import type { Database } from "../database.ts";
import { writeHeld } from "../objects/held-objects.ts";
import { registerTags } from "../workspace/tags.ts";
import { bringBack, cancelEffects, deleteContact } from "./deleted-contacts.ts";
import { takeBackByHand } from "./hand-lines.ts";
import { mergesThatTook } from "./merged-contacts.ts";

export type BulkPlace = ContactPlace & {
  readonly bulk: number;
  /** What somebody did to one contact by hand; null = it was done to many. */
  readonly byHand: HandChange["do"] | null;
};

type Values = ReadonlyMap<string, string>;
type Line = {
  readonly number: number;
  /** `[before, after]` by field, as JSON; null where the contact was deleted. */
  readonly changes: string | null;
  readonly image: string | null;
  readonly sides: string | null;
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
       select line.other_at from bulk_line as line indexed by bulk_line_contact
       where line.workspace_id = contact.workspace_id and line.contact_id = contact.contact_id
         and line.wrote_at = contact.updated_at order by line.bulk_id desc limit 1), contact.updated_at)
     from json_each(?) as wanted
     cross join contact on contact.workspace_id = ? and contact.contact_id = wanted.value`,
    ...[JSON.stringify(numbers), workspace],
  );
  return new Map(rows.map(([number, at]) => [Number(number), Number(at)]));
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
    readonly decide: DecideUndo;
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
  for (const { number, changes, image, sides } of lines) {
    let result: Outcome = "gone";
    let wroteAt: number | null = null;
    const values = present.get(number);
    if (image !== null) {
      result = "restored";
      bringBack(database, place, { number, deleted: JSON.parse(image) as DeletedContact, tags });
    } else if (changes !== null && values) {
      const was = withPresentAddresses(JSON.parse(changes) as Changes, addresses);
      const back = place.byHand === null ? takeBackValues : takeBackByHand;
      const undone = back(database, place, { number, values, changes: was, sides, decide });
      result = undone.result;
      tags.add(undone.tags);
      if (undone.isBulk) wroteAt = at;
    } else if (away.has(number)) result = "away";
    tally[result]++;
    // Whoever comes back still has it on them.
    if (result !== "away")
      settle.run(result, wroteAt, wroteAt === null ? null : (others.get(number) ?? null), workspace, bulk, number);
  }
  registerTags(database, { workspace, madeBy: null }, tags);
  return { seenTo: lines.length < limit ? null : (numbers.at(-1) ?? null), tally };
}

function takeBackValues(database: Database, place: BulkPlace, line: LineBack): UndoneLine {
  const { number, values, changes, decide } = line;
  const { result, restore } = decide({ outcome: "updated", changes }, { values, editedByOthers: false });
  if (restore.size > 0) write(database, place, { number, values, after: restore });
  return { result: result === "deleted" ? "kept" : result, tags: restore.get("tags") ?? "", isBulk: restore.size > 0 };
}

function linesLeft(
  database: Database,
  { workspace, bulk }: BulkPlace,
  { after, limit }: { readonly after: number; readonly limit: number },
): readonly Line[] {
  const rows = database.all(
    `select contact_id, changes, image, sides from bulk_line
     where workspace_id = ? and bulk_id = ? and contact_id > ? and result is null order by contact_id limit ?`,
    ...[workspace, bulk, after, limit],
  );
  return rows.map(([number, changes, image, sides]) => ({
    number: Number(number),
    changes: changes === null ? null : String(changes),
    image: image === null ? null : String(image),
    sides: sides === null ? null : String(sides),
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
     cross join bulk_line as line indexed by bulk_line_contact
       on line.workspace_id = ? and line.contact_id = wanted.value
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
  const next = changedValues(values, after);
  writeHeld(database, { workspace, object: "contact", number, at }, { values: after, next });
}

/** Contacts that bulk changes have changed since, or left changed. @param wanted numbers of contacts as a JSON list */
export function changedInBulk(database: Database, workspace: number, wanted: string): ReadonlySet<number> {
  const rows = database.all(
    `select distinct line.contact_id from json_each(?) as wanted
     cross join bulk_line as line indexed by bulk_line_contact
       on line.workspace_id = ? and line.contact_id = wanted.value
     where line.result is null or line.result not in ('restored', 'gone')`,
    ...[wanted, workspace],
  );
  return new Set(rows.map(([contact]) => Number(contact)));
}
