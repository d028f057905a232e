/** Takes back what lines did to other objects than their own: accounts they made or told something, contacts they moved. */

import type { SideBatch, SidePage } from "../../../app/ports/undo-ports.ts";
import type { ImportRef } from "../../../app/ports.ts";
import { KEY_KIND, keyHash } from "../../../core/match/key-hash.ts";
import { addKey, emptyKeys, type KeyList } from "../../../core/plan/batch-plan.ts";
import { ACCOUNT_LINK } from "../../../core/plan/shape.ts";
import type { SideChange } from "../../../core/plan/side-change.ts";
import type { SideChangeNow, SideUndo } from "../../../core/plan/undo-side.ts";
import { objectTable } from "../../objects/object-table.ts";
import { isAbout, isNotUndone } from "../../runs/changed-runs.ts";
import { keysOfAccounts } from "../../runs/known-account.ts";
import { asSideChange, SIDE_COLUMNS } from "../../runs/side-change-row.ts";
import { isOwnLeaving, numbersLeaving, presentFields, SIDE_FIELDS } from "../../undoing/side-fields.ts";
import type { Database } from "../database.ts";
import { loadAccounts } from "../runs/batch-accounts.ts";
import { changeKeys } from "../runs/identity-keys.ts";
import { restoreTexts } from "../runs/renamed-accounts.ts";
import { LEFT_ACCOUNT } from "./account-users.ts";
import { isPipelineUsed, takenFields, undoPipeline } from "./undo-pipelines.ts";

/** Side changes that are not undone yet, with what they are about as it stands now. */
export function sideChangesNow(
  database: Database,
  ref: ImportRef,
  { made, leaving, only, before, limit }: SidePage,
): readonly SideChangeNow[] {
  const rows = database.all(
    `select ${SIDE_COLUMNS} from side_change
     where workspace_id = ? and import_id = ? and undone is null and (changes is null) = ? and (? is null or line = ?)
       and (line, object, number) < (?, ?, ?)
     order by line desc, object desc, number desc limit ?`,
    ...[ref.workspace, ref.import, Number(made), only, only],
    ...[before?.line ?? Number.MAX_SAFE_INTEGER, before?.object ?? "", before?.number ?? 0, limit],
  );
  return rows.map((row) => sideChangeNow(database, ref, { ...asSideChange(row), leaving }));
}

/** One of them, as what it is about stands now. */
export function sideChangeNow(
  database: Database,
  ref: ImportRef,
  { leaving, ...change }: SideChange & Pick<SidePage, "leaving">,
): SideChangeNow {
  const now = presentValues(database, ref.workspace, change);
  const used = change.changes === null && now !== null && isUsed(database, ref, { ...change, leaving });
  return { ...change, now, isUsed: used, taken: takenFields(database, ref, change) };
}

function presentValues(
  database: Database,
  workspace: number,
  { object, number }: SideChange,
): Readonly<Record<string, string | null>> | null {
  const { table, id } = objectTable(object);
  const row = database.get(
    `select ${SIDE_FIELDS[object].join(", ")} from ${table} where workspace_id = ? and ${id} = ?`,
    ...[workspace, number],
  );
  return row ? presentFields(object, row) : null;
}

/**
 * Contacts or opportunities that the import did not make itself belong to it, other imports have changed it, or moved a contact
 * away from it that comes back when they are undone.
 */
function isUsed(
  database: Database,
  ref: ImportRef,
  { object, number, leaving }: SideChange & Pick<SidePage, "leaving">,
): boolean {
  if (object === "pipeline") return isPipelineUsed(database, ref, { number, leaving });
  const used = database.get(
    `select 1 from contact_key as held join contact on contact.workspace_id = held.workspace_id
       and contact.contact_id = held.contact_id and contact.account = ?1
     where held.workspace_id = ?2 and held.kind = ${KEY_KIND.of_account} and held.hash = ?3
       and contact.contact_id not in (select value from json_each(?7))
       and (?6 = 0 or (contact.created_by is not ?5 and not exists (select 1 from side_change as moved
         where moved.workspace_id = ?2 and moved.import_id = ?5 and moved.object = 'contact' and moved.number = contact.contact_id)))
     union all
     select 1 from side_change indexed by side_change_object
     where workspace_id = ?2 and object = ?4 and number = ?1 and import_id <> ?5 and undone is null
     union all
     select 1 from opportunity indexed by opportunity_account where workspace_id = ?2 and account = ?1 and (?6 = 0 or created_by is not ?5)
       and opportunity_id not in (select value from json_each(?8))
     union all
     select 1 from object_change as change where change.workspace_id = ?2 and change.object = ?4 and ${isAbout("?1")}
       and ${isNotUndone("?1")}
     union all
     select 1 from side_change as moved indexed by side_change_left join contact on contact.workspace_id = moved.workspace_id
       and contact.contact_id = moved.number
     where moved.workspace_id = ?2 and moved.object = 'contact' and ${LEFT_ACCOUNT} = ?10
       and ${LEFT_ACCOUNT} is not null and contact.account is not null
       and moved.import_id <> ?5 and moved.undone is null and (?9 = 0 or contact.created_by is not ?5)
       and contact.contact_id not in (select value from json_each(?7))
     limit 1`,
    ...[number, ref.workspace, keyHash(String(number)), object, ref.import, Number(isOwnLeaving(leaving))],
    ...(["contact", "opportunity"] as const).map((kind) => JSON.stringify(numbersLeaving(leaving, kind))),
    ...[Number(leaving === "own"), String(number)],
  );
  return used !== undefined;
}

export function undoSideChanges(database: Database, ref: ImportRef, { undone, at }: SideBatch): void {
  const mark = database.statement(
    "update side_change set undone = ? where workspace_id = ? and import_id = ? and line = ? and object = ? and number = ?",
  );
  for (const side of undone) {
    const { line, object, number, result } = side;
    if (object === "pipeline") undoPipeline(database, ref, side, at);
    else if (object === "account") undoAccount(database, ref.workspace, side, at);
    else {
      if (ACCOUNT_LINK in side.restore) moveContact(database, ref.workspace, side);
      restoreTexts(database, { workspace: ref.workspace, now: at }, { contact: number, texts: side.restore });
    }
    // What stays because somebody needs it may be undone another time, and a contact that was merged may come back.
    if (result !== "kept" && !(result === "gone" && object === "contact"))
      mark.run(result, ref.workspace, ref.import, line, object, number);
  }
}

export function undoAccount(database: Database, workspace: number, side: SideUndo, at: number): void {
  if (side.result === "deleted") deleteAccount(database, workspace, side.number);
  else restoreAccount(database, workspace, side, at);
}

function deleteAccount(database: Database, workspace: number, number: number): void {
  const removed = accountKeys(database, workspace, number);
  database.run("delete from account where workspace_id = ? and account_id = ?", workspace, number);
  changeKeys(database, { workspace, object: "account" }, { added: emptyKeys(), removed });
}

function restoreAccount(database: Database, workspace: number, { number, restore }: SideUndo, at: number): void {
  const fields = Object.keys(restore).filter((field) => SIDE_FIELDS.account.includes(field));
  if (fields.length === 0) return;
  const removed = accountKeys(database, workspace, number);
  database.run(
    `update account set ${fields.map((field) => `${field} = ?, `).join("")}updated_at = ?
     where workspace_id = ? and account_id = ?`,
    ...fields.map((field) => {
      const value = restore[field] ?? null;
      return field === "main_contact" && value !== null
        ? memberOf(database, workspace, [number, Number(value)])
        : value;
    }),
    ...[at, workspace, number],
  );
  changeKeys(database, { workspace, object: "account" }, { added: emptyKeys(), removed });
  const added = accountKeys(database, workspace, number);
  changeKeys(database, { workspace, object: "account" }, { added, removed: emptyKeys() });
}

/** The contact, if it belongs to the account. */
function memberOf(database: Database, workspace: number, [account, contact]: readonly [number, number]): number | null {
  const row = database.get(
    "select contact_id from contact where workspace_id = ? and contact_id = ? and account = ?",
    ...[workspace, contact, account],
  );
  return row ? contact : null;
}

function moveContact(database: Database, workspace: number, { number, restore }: SideUndo): void {
  const wanted = restore[ACCOUNT_LINK] ?? null;
  const exists = "select account_id from account where workspace_id = ? and account_id = ?";
  const account = wanted !== null && database.get(exists, workspace, Number(wanted)) ? wanted : null;
  const row = database.get("select account from contact where workspace_id = ? and contact_id = ?", workspace, number);
  const removed = emptyKeys();
  const added = emptyKeys();
  if (row?.[0] !== null && row?.[0] !== undefined)
    addKey(removed, KEY_KIND.of_account, keyHash(String(row[0])), number);
  if (account !== null) addKey(added, KEY_KIND.of_account, keyHash(account), number);
  database.run(
    "update contact set account = ? where workspace_id = ? and contact_id = ?",
    ...[account === null ? null : Number(account), workspace, number],
  );
  changeKeys(database, { workspace, object: "contact" }, { added, removed });
}

function accountKeys(database: Database, workspace: number, number: number): KeyList {
  return keysOfAccounts(loadAccounts(database, workspace, [number]));
}
