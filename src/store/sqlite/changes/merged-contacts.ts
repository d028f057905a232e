/** Contacts that merges have deleted: their rows as documents, put away and put back; and which contacts are in others now. */
import type { MergedContact } from "../../../core/merge/part-contacts.ts";
import { type ContactImage, heldInImage } from "../../changes/contact-image.ts";
import type { DbRow } from "../../db-row.ts";
import type { Database } from "../database.ts";
import { insertImage, readContactImage } from "./contact-image.ts";

type Of = { readonly workspace: number; readonly merge: number };

/** Puts the row away and deletes it. Its keys are the caller's. */
export function putAway(database: Database, { workspace, merge }: Of, contact: number): void {
  const image = readContactImage(database, workspace, contact);
  if (image === null) return;
  database.run(
    "insert into merged_contact (workspace_id, merge_id, contact_id, image) values (?, ?, ?, ?)",
    ...[workspace, merge, contact, JSON.stringify(image)],
  );
  database.run("delete from contact where workspace_id = ? and contact_id = ?", workspace, contact);
}

/** @param values what it holds, where that is not what it held: members have new addresses, accounts are gone */
export function putBack(
  database: Database,
  { workspace, merge }: Of,
  contact: number,
  changed: Readonly<Record<string, string | null>>,
): void {
  const image = { ...readImage(database, { workspace, merge }, contact), ...changed };
  insertImage(database, { workspace, contact }, image);
}

export function mergedContacts(database: Database, { workspace, merge }: Of): readonly MergedContact[] {
  return database
    .all("select contact_id from merged_contact where workspace_id = ? and merge_id = ? order by 1", workspace, merge)
    .map(([number]) => {
      const image = readImage(database, { workspace, merge }, Number(number));
      return { number: Number(number), values: heldInImage(image) };
    });
}

/** A text that only this file writes. */
function readImage(database: Database, { workspace, merge }: Of, contact: number): ContactImage {
  const row = database.get(
    "select image from merged_contact where workspace_id = ? and merge_id = ? and contact_id = ?",
    ...[workspace, merge, contact],
  );
  return JSON.parse(String(row?.[0] ?? "{}")) as ContactImage;
}

/** Import and line that made a contact which a merge has deleted. */
export const makersOfMerged = (database: Database, workspace: number, contact: number): readonly DbRow[] =>
  database.all(
    `select distinct image ->> 'created_by', image ->> 'created_line'
     from merged_contact indexed by merged_contact_number
     where workspace_id = ? and contact_id = ? and image ->> 'created_line' is not null`,
    ...[workspace, contact],
  );

/** @param wanted numbers of contacts as a JSON list */
export function keptInMerges(database: Database, workspace: number, wanted: string): ReadonlySet<number> {
  const rows = database.all(
    `select distinct held.kept from json_each(?) as wanted cross join contact_merge as held indexed by contact_merge_kept
     on held.workspace_id = ? and held.kept = wanted.value where held.undone_at is null`,
    ...[wanted, workspace],
  );
  return new Set(rows.map(([kept]) => Number(kept)));
}

/** Contacts that are merged into others now, with the merge and the contact that was kept. */
export function mergesThatTook(
  database: Database,
  workspace: number,
  numbers: readonly number[],
): ReadonlyMap<number, { readonly merge: number; readonly kept: number }> {
  const rows = database.all(
    `select held.contact_id, done.merge_id, done.kept from json_each(?) as wanted
     cross join merged_contact as held on held.workspace_id = ? and held.contact_id = wanted.value
     join contact_merge as done on done.workspace_id = held.workspace_id and done.merge_id = held.merge_id
     where done.undone_at is null`,
    ...[JSON.stringify(numbers), workspace],
  );
  return new Map(rows.map(([number, merge, kept]) => [Number(number), { merge: Number(merge), kept: Number(kept) }]));
}
