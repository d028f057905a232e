/**
 * What a bulk change does to contacts, and how it is taken back: with what each held before. Inside the caller's transaction. What
 * becomes of each contact is decided first, and written then, a statement for all of a page.
 */
import type { BulkPage, BulkUndoTally } from "../../../app/ports/bulk-store.ts";
import type { HandChange } from "../../../core/bulk/bulk-change.ts";
import { withPresentAddresses } from "../../../core/member/present-address.ts";
import type { Changes } from "../../../core/plan/outcome.ts";
import type { ContactPlace, DeletedContact } from "../../changes/deleted-contact.ts";
import type { DecideUndo, LineBack, UndoneLine } from "../../changes/line-back.ts";
import { changedValues } from "../../objects/changed-values.ts";
import { heldValues, objectTable } from "../../objects/object-table.ts";
import { bigints, type Database } from "../database.ts";
import { type HeldChange, writeAllHeld } from "../objects/held-objects.ts";
import { registerTags } from "../workspace/tags.ts";
import { bringBack, cancelEffects, deleteContacts } from "./deleted-contacts.ts";
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
type NewLine = Pick<Line, "number" | "changes" | "image"> & { readonly otherAt: number };
type Settled = { readonly number: number; readonly result: Outcome; readonly wrote: Wrote | null };
/** When an undo wrote to the contact, and what but bulk changes had written to it last. */
type Wrote = { readonly at: number; readonly otherAt: number | null };

const { columns } = objectTable("contact");

export async function changeContacts(
  database: Database,
  place: BulkPlace,
  { page, decide }: { readonly page: BulkPage; readonly decide: (values: Values) => Changes | null },
): Promise<{ readonly changed: number; readonly unchanged: number }> {
  const { workspace, at } = place;
  const others = await otherWrites(database, workspace, page.numbers);
  const otherAt = (number: number): number => others.get(number) ?? at;
  const leaving = new Map<number, Values>();
  const lines: NewLine[] = [];
  const written: HeldChange[] = [];
  let unchanged = 0;
  for (const [number, values] of await load(database, workspace, page.numbers)) {
    const changes = decide(values);
    const isSpared = page.asSeenAt !== undefined && otherAt(number) > page.asSeenAt;
    if (isSpared || (changes !== null && Object.keys(changes).length === 0)) unchanged++;
    else if (changes === null) leaving.set(number, values);
    else {
      lines.push({ number, changes: JSON.stringify(changes), image: null, otherAt: otherAt(number) });
      const after = new Map(Object.entries(changes).map(([field, [, text]]) => [field, text]));
      written.push(heldChange(number, values, after));
    }
  }
  if (leaving.size > 0) {
    for (const [number, deleted] of await deleteContacts(database, place, leaving))
      lines.push({ number, changes: null, image: JSON.stringify(deleted), otherAt: otherAt(number) });
    await cancelEffects(database, workspace, [...leaving.keys()]);
  }
  await insertLines(database, place, lines);
  await writeAll(database, place, written);
  const tags = written.map(({ values }) => values.get("tags") ?? "");
  await registerTags(database, { workspace, madeBy: null }, tags);
  return { changed: lines.length, unchanged };
}

async function insertLines(
  database: Database,
  { workspace, bulk, at }: BulkPlace,
  lines: readonly NewLine[],
): Promise<void> {
  if (lines.length === 0) return;
  await database.run(
    `insert into bulk_line (workspace_id, bulk_id, contact_id, changes, image, wrote_at, other_at)
     select $1::bigint, $2::bigint, number, changes, image, $3::bigint, other_at
     from unnest($4::bigint[], $5::text[], $6::text[], $7::bigint[]) as line (number, changes, image, other_at)`,
    ...[workspace, bulk, at, bigints(lines.map(({ number }) => number))],
    ...[lines.map(({ changes }) => changes), lines.map(({ image }) => image)],
    bigints(lines.map(({ otherAt }) => otherAt)),
  );
}

/**
 * When anything but bulk changes has written to each of these contacts last: what an earlier one has done to them was asked for
 * before, and does not make them others than whoever asked has seen.
 */
async function otherWrites(
  database: Database,
  workspace: number,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const rows = await database.all(
    `select contact.contact_id, coalesce((
       select line.other_at from bulk_line as line
       where line.workspace_id = contact.workspace_id and line.contact_id = contact.contact_id
         and line.wrote_at = contact.updated_at order by line.bulk_id desc limit 1), contact.updated_at)
     from contact where contact.workspace_id = $1 and contact.contact_id = any($2::bigint[])`,
    ...[workspace, bigints(numbers)],
  );
  return new Map(rows.map(([number, at]) => [Number(number), Number(at)]));
}

/** @returns `seenTo`: the last contact that was looked at; null = there are no more */
export async function takeBackLines(
  database: Database,
  place: BulkPlace,
  { after, limit, decide }: { readonly after: number; readonly limit: number; readonly decide: DecideUndo },
): Promise<{ readonly seenTo: number | null; readonly tally: BulkUndoTally }> {
  const { workspace, addresses, at } = place;
  const lines = await linesLeft(database, place, { after, limit });
  const numbers = lines.map(({ number }) => number);
  const present = await load(database, workspace, numbers);
  const missing = lines.filter(({ number, image }) => image === null && !present.has(number));
  const away = await awayNow(
    database,
    workspace,
    missing.map(({ number }) => number),
  );
  const others = await otherWrites(database, workspace, numbers);
  const tally: Record<Outcome, number> = { restored: 0, partly: 0, kept: 0, gone: 0, away: 0 };
  const back = new Map<number, DeletedContact>();
  const written: HeldChange[] = [];
  const settled: Settled[] = [];
  const tags = new Set<string>();
  for (const { number, changes, image, sides } of lines) {
    let result: Outcome = "gone";
    let wrote: Wrote | null = null;
    const values = present.get(number);
    if (image !== null) {
      result = "restored";
      back.set(number, JSON.parse(image) as DeletedContact);
    } else if (changes !== null && values) {
      const was = withPresentAddresses(JSON.parse(changes) as Changes, addresses);
      const line = { number, values, changes: was, sides, decide };
      const undone = place.byHand === null ? valuesBack(line, written) : await takeBackByHand(database, place, line);
      result = undone.result;
      tags.add(undone.tags);
      if (undone.isBulk) wrote = { at, otherAt: others.get(number) ?? null };
    } else if (away.has(number)) result = "away";
    tally[result]++;
    // Whoever comes back still has it on them.
    if (result !== "away") settled.push({ number, result, wrote });
  }
  await bringBack(database, place, { contacts: back, tags });
  await writeAll(database, place, written);
  await settle(database, place, settled);
  await registerTags(database, { workspace, madeBy: null }, tags);
  return { seenTo: lines.length < limit ? null : (numbers.at(-1) ?? null), tally };
}

/** @param written what is to be written is added to it */
function valuesBack({ number, values, changes, decide }: LineBack, written: HeldChange[]): UndoneLine {
  const { result, restore } = decide({ outcome: "updated", changes }, { values, editedByOthers: false });
  if (restore.size > 0) written.push(heldChange(number, values, restore));
  return { result: result === "deleted" ? "kept" : result, tags: restore.get("tags") ?? "", isBulk: restore.size > 0 };
}

/** What a contact held is kept of those only that have something left to take back. */
async function settle(database: Database, { workspace, bulk }: BulkPlace, settled: readonly Settled[]): Promise<void> {
  if (settled.length === 0) return;
  await database.run(
    `update bulk_line set result = settled.result, image = null,
       wrote_at = coalesce(settled.wrote_at, bulk_line.wrote_at), other_at = coalesce(settled.other_at, bulk_line.other_at)
     from unnest($3::bigint[], $4::text[], $5::bigint[], $6::bigint[]) as settled (number, result, wrote_at, other_at)
     where bulk_line.workspace_id = $1 and bulk_line.bulk_id = $2 and bulk_line.contact_id = any($3::bigint[])
       and bulk_line.contact_id = settled.number`,
    ...[workspace, bulk, bigints(settled.map(({ number }) => number)), settled.map(({ result }) => result)],
    ...[settled.map(({ wrote }) => wrote?.at ?? null), settled.map(({ wrote }) => wrote?.otherAt ?? null)],
  );
}

async function linesLeft(
  database: Database,
  { workspace, bulk }: BulkPlace,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly Line[]> {
  const rows = await database.all(
    `select contact_id, changes, image, sides from bulk_line
     where workspace_id = $1 and bulk_id = $2 and contact_id > $3 and result is null order by contact_id limit $4`,
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
async function awayNow(
  database: Database,
  workspace: number,
  missing: readonly number[],
): Promise<ReadonlySet<number>> {
  if (missing.length === 0) return new Set();
  const merged = await mergesThatTook(database, workspace, missing);
  const deleted = await deletedInBulk(database, workspace, missing);
  return new Set([...merged.keys(), ...deleted.keys()]);
}

/** Of these contacts those that a bulk change has deleted which is not undone, with the change. */
export async function deletedInBulk(
  database: Database,
  workspace: number,
  contacts: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const rows = await database.all(
    `select contact_id, bulk_id from bulk_line
     where workspace_id = $1 and contact_id = any($2::bigint[]) and image is not null and result is null`,
    ...[workspace, bigints(contacts)],
  );
  return new Map(rows.map(([contact, bulk]) => [Number(contact), Number(bulk)]));
}

async function load(
  database: Database,
  workspace: number,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, Values>> {
  const rows = await database.all(
    `select contact_id, custom, kept, ${columns.join(", ")} from contact
     where workspace_id = $1 and contact_id = any($2::bigint[]) order by contact_id`,
    ...[workspace, bigints(numbers)],
  );
  return new Map(
    rows.map(([number, custom, kept, ...values]) => [Number(number), heldValues(columns, values, [custom, kept])]),
  );
}

const heldChange = (number: number, values: Values, after: ReadonlyMap<string, string | null>): HeldChange => ({
  ...{ number, values: after },
  next: changedValues(values, after),
});

/** The fields that are changed are none that contacts are recognised by: no key changes. */
const writeAll = (database: Database, { workspace, at }: BulkPlace, changes: readonly HeldChange[]): Promise<void> =>
  writeAllHeld(database, { workspace, object: "contact", at }, changes);

/** Contacts that bulk changes have changed since, or left changed. @param wanted numbers of contacts, as `bigints` gives them */
export async function changedInBulk(
  database: Database,
  workspace: number,
  wanted: string,
): Promise<ReadonlySet<number>> {
  const rows = await database.all(
    `select distinct contact_id from bulk_line where workspace_id = $1 and contact_id = any($2::bigint[])
       and (result is null or result not in ('restored', 'gone'))`,
    ...[workspace, wanted],
  );
  return new Set(rows.map(([contact]) => Number(contact)));
}
