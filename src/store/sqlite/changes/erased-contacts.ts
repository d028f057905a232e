/** What goes with erased contacts: their rows and keys, and every mention of them beside the ledgers. */
import type { People } from "../../../app/ports/erasure-store.ts";
import { keyHash } from "../../../core/match/key-hash.ts";
import { addKey, addKeyChanges, emptyKeys } from "../../../core/plan/batch-plan.ts";
import { mainsWithout } from "../../changes/mains-without.ts";
import type { KeysOf } from "../../objects/held-keys.ts";
import { heldValues, objectTable } from "../../objects/object-table.ts";
import type { Database } from "../database.ts";
import { writeHeld } from "../objects/held-objects.ts";
import { forgetChangesOf } from "../runs/changed-lines.ts";
import { changeKeys } from "../runs/identity-keys.ts";

type Place = {
  readonly workspace: number;
  readonly at: number;
  readonly keysOf: KeysOf;
  readonly theirKeys: KeysOf;
};

/** Call inside a transaction, with no keys pending. */
export function eraseContacts(database: Database, place: Place, { contacts, opportunities, known }: People): void {
  const { workspace } = place;
  const wanted = JSON.stringify(contacts);
  for (const number of opportunities) leaveOpportunity(database, place, { number, contacts });
  deleteRows(database, place, contacts);
  const among = "in (select value from json_each(?2))";
  const statements = [
    `update account set main_contact = null where workspace_id = ?1 and main_contact ${among}`,
    `update undo_line indexed by undone_object set contact_id = 0, kept = '[]' where workspace_id = ?1 and object = 'contact' and contact_id ${among}`,
    `delete from not_duplicate where workspace_id = ?1 and (low ${among} or high ${among})`,
    `delete from file_contact where workspace_id = ?1 and object = 'contact' and contact_id ${among}`,
    `delete from bulk_line indexed by bulk_line_contact where workspace_id = ?1 and contact_id ${among}`,
    `delete from workflow_run where workspace_id = ?1 and contact_id ${among}`,
    `delete from workflow_step where workspace_id = ?1 and contact_id ${among}`,
    // What somebody is sending right now may be out; should it fail, it is not tried again.
    `update outbox set target = 'erased', error = null, effect = null, revoked = iif(state = 'sending', 1, revoked),
       state = iif(state in ('queued', 'failed', 'dead'), 'cancelled', state)
     where workspace_id = ?1 and contact_id ${among}`,
    `update side_change indexed by side_change_object set changes = '{}', undone = 'gone'
     where workspace_id = ?1 and object = 'contact' and number ${among}`,
  ];
  for (const sql of statements) database.run(sql, workspace, wanted);
  forgetChangesOf(database, workspace, contacts);
  eraseMerges(database, workspace, wanted);
  forgetMains(database, workspace, contacts);
  database.run(
    `delete from saved_view where workspace_id = ?
       and exists (select 1 from json_each(?) as known where instr(lower(saved_view.look), known.value) > 0)`,
    ...[workspace, JSON.stringify(known)],
  );
  database.run(
    "delete from profile where workspace_id = ? and lower(url) in (select value from json_each(?))",
    ...[workspace, JSON.stringify(known)],
  );
}

function deleteRows(database: Database, { workspace, keysOf }: Place, contacts: readonly number[]): void {
  const { columns } = objectTable("contact");
  const removed = emptyKeys();
  for (const number of contacts) {
    const row = database.get(
      `select custom, kept, ${columns.join(", ")} from contact where workspace_id = ? and contact_id = ?`,
      ...[workspace, number],
    );
    if (!row) continue;
    const [custom, kept, ...values] = row;
    for (const { kind, text } of keysOf(heldValues(columns, values, [custom, kept])))
      addKey(removed, kind, keyHash(text), number);
    database.run("delete from contact where workspace_id = ? and contact_id = ?", workspace, number);
  }
  changeKeys(database, { workspace, object: "contact" }, { added: emptyKeys(), removed });
}

/** Merges that took others in, and those that were undone: what they remember of both is of one person, or may be. */
function eraseMerges(database: Database, workspace: number, wanted: string): void {
  const merges = JSON.stringify(
    database
      .all(
        `select merge_id from contact_merge indexed by contact_merge_kept where workspace_id = ?1 and kept in (select value from json_each(?2))
         union select merge_id from merged_contact indexed by merged_contact_number where workspace_id = ?1 and contact_id in (select value from json_each(?2))`,
        ...[workspace, wanted],
      )
      .map(([merge]) => Number(merge)),
  );
  for (const table of ["merged_contact", "contact_merge"])
    database.run(
      `delete from ${table} where workspace_id = ? and merge_id in (select value from json_each(?))`,
      ...[workspace, merges],
    );
}

/** An undo would make them the main contact of their account again. */
function forgetMains(database: Database, workspace: number, contacts: readonly number[]): void {
  const gone = new Set(contacts.map(String));
  const rows = database.all(
    `select import_id, line, number, changes from side_change
     where workspace_id = ? and object = 'account' and changes like '%"main_contact"%'`,
    workspace,
  );
  for (const [by, line, number, text] of rows) {
    const left = mainsWithout(String(text), gone);
    if (left === null) continue;
    database.run(
      `update side_change set changes = ?
       where workspace_id = ? and import_id = ? and line = ? and object = 'account' and number = ?`,
      ...[left, workspace, by ?? 0, line ?? 0, number ?? 0],
    );
  }
}

function leaveOpportunity(
  database: Database,
  { workspace, at, theirKeys }: Place,
  { number, contacts }: { readonly number: number; readonly contacts: readonly number[] },
): void {
  const { columns } = objectTable("opportunity");
  const row = database.get(
    `select custom, kept, ${columns.join(", ")} from opportunity where workspace_id = ? and opportunity_id = ?`,
    ...[workspace, number],
  );
  const [custom, kept, ...values] = row ?? [];
  const before = heldValues(columns, values, [custom, kept]);
  // The index that named it knows hashes only.
  if (!contacts.includes(Number(before.get("contact") ?? 0))) return;
  const next = new Map([...before].filter(([field]) => field !== "contact"));
  writeHeld(database, { workspace, object: "opportunity", number, at }, { values: new Map([["contact", null]]), next });
  const keys = { added: emptyKeys(), removed: emptyKeys() };
  addKeyChanges(number, { before: theirKeys(before), after: theirKeys(next) }, keys);
  changeKeys(database, { workspace, object: "opportunity" }, keys);
}
