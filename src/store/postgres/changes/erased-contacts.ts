/** What goes with erased contacts: their rows and keys, and every mention of them beside the ledgers. */
import type { People } from "../../../app/ports/erasure-store.ts";
import { keyHash } from "../../../core/match/key-hash.ts";
import { addKey, emptyKeys } from "../../../core/plan/batch-plan.ts";
import { mainsWithout } from "../../changes/mains-without.ts";
import type { KeysOf } from "../../objects/held-keys.ts";
import { heldValues, objectTable } from "../../objects/object-table.ts";
import { bigints, type Database } from "../database.ts";
import { contactsGone } from "../objects/search-index.ts";
import { forgetChangesOf } from "../runs/changed-lines.ts";
import { changeKeys } from "../runs/identity-keys.ts";
import { giveOpportunities } from "./merged-opportunities.ts";

type Place = {
  readonly workspace: number;
  readonly at: number;
  readonly keysOf: KeysOf;
  readonly theirKeys: KeysOf;
};

/** Call inside a transaction. */
export async function eraseContacts(
  database: Database,
  place: Place,
  { contacts, known }: Pick<People, "contacts" | "known">,
): Promise<void> {
  const { workspace, at, theirKeys } = place;
  const wanted = bigints(contacts);
  // Their opportunities stay, and are nobody's.
  await giveOpportunities(database, { workspace, at, keysOf: theirKeys }, { from: contacts, to: null });
  await deleteRows(database, place, wanted);
  for (const sql of OF_CONTACTS) await database.run(sql, workspace, wanted);
  await forgetChangesOf(database, workspace, contacts);
  await eraseMerges(database, workspace, wanted);
  await forgetMains(database, workspace, contacts);
  await database.run(
    `delete from saved_view where workspace_id = $1
       and exists (select 1 from unnest($2::text[]) as known (address) where strpos(lower(saved_view.look), known.address) > 0)`,
    ...[workspace, known],
  );
  await database.run(
    "delete from profile where workspace_id = $1 and lower(url) = any($2::text[])",
    ...[workspace, known],
  );
}

const AMONG = "= any($2::bigint[])";

const OF_CONTACTS: readonly string[] = [
  `update account set main_contact = null where workspace_id = $1 and main_contact ${AMONG}`,
  `update undo_line set contact_id = 0, kept = '[]' where workspace_id = $1 and object = 'contact' and contact_id ${AMONG}`,
  `delete from not_duplicate where workspace_id = $1 and (low ${AMONG} or high ${AMONG})`,
  `delete from file_contact where workspace_id = $1 and object = 'contact' and contact_id ${AMONG}`,
  `delete from run_key where workspace_id = $1 and object = 'contact' and number ${AMONG}`,
  `delete from contact_search where workspace_id = $1 and contact_id ${AMONG}`,
  `delete from bulk_line where workspace_id = $1 and contact_id ${AMONG}`,
  `delete from workflow_run where workspace_id = $1 and contact_id ${AMONG}`,
  `delete from workflow_step where workspace_id = $1 and contact_id ${AMONG}`,
  // What somebody is sending right now may be out; should it fail, it is not tried again.
  `update outbox set target = 'erased', error = null, effect = null,
     revoked = case when state = 'sending' then 1 else revoked end,
     state = case when state in ('queued', 'failed', 'dead') then 'cancelled' else state end
   where workspace_id = $1 and contact_id ${AMONG}`,
  `update side_change set changes = '{}', undone = 'gone'
   where workspace_id = $1 and object = 'contact' and number ${AMONG}`,
];

async function deleteRows(database: Database, { workspace, keysOf }: Place, wanted: string): Promise<void> {
  const { columns } = objectTable("contact");
  const rows = await database.all(
    `delete from contact where workspace_id = $1 and contact_id ${AMONG} returning contact_id, custom, kept, ${columns.join(", ")}`,
    ...[workspace, wanted],
  );
  const removed = emptyKeys();
  for (const [number, custom, kept, ...values] of rows)
    for (const { kind, text } of keysOf(heldValues(columns, values, [custom, kept])))
      addKey(removed, kind, keyHash(text), Number(number));
  await changeKeys(database, { workspace, object: "contact" }, { added: emptyKeys(), removed });
  await contactsGone(
    database,
    workspace,
    rows.map(([number]) => Number(number)),
  );
}

/** Merges that took others in, and those that were undone: what they remember of both is of one person, or may be. */
async function eraseMerges(database: Database, workspace: number, wanted: string): Promise<void> {
  const rows = await database.all(
    `select merge_id from contact_merge where workspace_id = $1 and kept ${AMONG}
     union select merge_id from merged_contact where workspace_id = $1 and contact_id ${AMONG}`,
    ...[workspace, wanted],
  );
  const merges = bigints(rows.map(([merge]) => Number(merge)));
  for (const table of ["merged_contact", "contact_merge"])
    await database.run(`delete from ${table} where workspace_id = $1 and merge_id ${AMONG}`, workspace, merges);
}

/** An undo would make them the main contact of their account again. */
async function forgetMains(database: Database, workspace: number, contacts: readonly number[]): Promise<void> {
  const gone = new Set(contacts.map(String));
  const rows = await database.all(
    `select import_id, line, number, changes from side_change
     where workspace_id = $1 and object = 'account' and changes like '%"main_contact"%'`,
    workspace,
  );
  const changed = rows.flatMap(([by, line, number, text]) => {
    const left = mainsWithout(String(text), gone);
    return left === null ? [] : [{ import: Number(by), line: Number(line), number: Number(number), left }];
  });
  if (changed.length === 0) return;
  await database.run(
    `update side_change set changes = changed.text
     from unnest($2::bigint[], $3::bigint[], $4::bigint[], $5::text[]) as changed (import, line, number, text)
     where side_change.workspace_id = $1 and side_change.import_id = changed.import and side_change.line = changed.line
       and side_change.object = 'account' and side_change.number = changed.number`,
    ...[workspace, bigints(changed.map((one) => one.import)), bigints(changed.map(({ line }) => line))],
    ...[bigints(changed.map(({ number }) => number)), changed.map(({ left }) => left)],
  );
}
