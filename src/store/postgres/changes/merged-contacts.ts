/** Contacts that merges have deleted: their rows as documents, put away and put back; and which contacts are in others now. */
import type { MergedContact } from "../../../core/merge/part-contacts.ts";
import { type ContactImage, heldInImage } from "../../changes/contact-image.ts";
import type { DbRow } from "../../db-row.ts";
import { bigints, type Database } from "../database.ts";
import { contactsGone } from "../objects/search-index.ts";
import { insertImages, readContactImages } from "./contact-image.ts";

type Of = { readonly workspace: number; readonly merge: number };

/** Puts the rows away and deletes them. Their keys are the caller's. */
export async function putAway(
  database: Database,
  { workspace, merge }: Of,
  contacts: readonly number[],
): Promise<void> {
  const images = await readContactImages(database, workspace, contacts);
  const numbers = [...images.keys()];
  if (numbers.length === 0) return;
  await database.run(
    `insert into merged_contact (workspace_id, merge_id, contact_id, image)
     select $1::bigint, $2::bigint, number, image from unnest($3::bigint[], $4::text[]) as gone (number, image)`,
    ...[workspace, merge, bigints(numbers), [...images.values()].map((image) => JSON.stringify(image))],
  );
  await database.run(
    "delete from contact where workspace_id = $1 and contact_id = any($2::bigint[])",
    ...[workspace, bigints(numbers)],
  );
  await contactsGone(database, workspace, numbers);
}

/** @param changed by contact, what is not as it was: members have new addresses, accounts are gone */
export async function putBack(
  database: Database,
  { workspace, merge }: Of,
  changed: ReadonlyMap<number, Readonly<Record<string, string | null>>>,
): Promise<void> {
  if (changed.size === 0) return;
  const rows = await database.all(
    `select contact_id, image from merged_contact
     where workspace_id = $1 and merge_id = $2 and contact_id = any($3::bigint[]) order by 1`,
    ...[workspace, merge, bigints(changed.keys())],
  );
  const images = rows.map(([number, image]): [number, ContactImage] => [
    Number(number),
    { ...asImage(image), ...changed.get(Number(number)) },
  ]);
  await insertImages(database, workspace, new Map(images));
}

export async function mergedContacts(database: Database, { workspace, merge }: Of): Promise<readonly MergedContact[]> {
  const rows = await database.all(
    "select contact_id, image from merged_contact where workspace_id = $1 and merge_id = $2 order by 1",
    ...[workspace, merge],
  );
  return rows.map(([number, image]) => ({ number: Number(number), values: heldInImage(asImage(image)) }));
}

/** A text that only this file writes. */
const asImage = (text: DbRow[number] | undefined): ContactImage => JSON.parse(String(text)) as ContactImage;

/** Import and line that made a contact which a merge has deleted. */
export const makersOfMerged = (database: Database, workspace: number, contact: number): Promise<readonly DbRow[]> =>
  database.all(
    `select distinct (image::json ->> 'created_by')::bigint, (image::json ->> 'created_line')::bigint from merged_contact
     where workspace_id = $1 and contact_id = $2 and image::json ->> 'created_line' is not null`,
    ...[workspace, contact],
  );

/** @param wanted numbers of contacts, as `bigints` gives them */
export async function keptInMerges(
  database: Database,
  workspace: number,
  wanted: string,
): Promise<ReadonlySet<number>> {
  const rows = await database.all(
    `select distinct kept from contact_merge
     where workspace_id = $1 and kept = any($2::bigint[]) and undone_at is null`,
    ...[workspace, wanted],
  );
  return new Set(rows.map(([kept]) => Number(kept)));
}

/** Contacts that are merged into others now, with the merge and the contact that was kept. */
export async function mergesThatTook(
  database: Database,
  workspace: number,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, { readonly merge: number; readonly kept: number }>> {
  const rows = await database.all(
    `select held.contact_id, done.merge_id, done.kept from merged_contact as held
     join contact_merge as done on done.workspace_id = held.workspace_id and done.merge_id = held.merge_id
     where held.workspace_id = $1 and held.contact_id = any($2::bigint[]) and done.undone_at is null`,
    ...[workspace, bigints(numbers)],
  );
  return new Map(rows.map(([number, merge, kept]) => [Number(number), { merge: Number(merge), kept: Number(kept) }]));
}
