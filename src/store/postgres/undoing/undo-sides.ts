/** Takes back what lines did to other objects than their own: accounts they made or told something, contacts they moved. */

import type { SideBatch, SidePage } from "../../../app/ports/undo-ports.ts";
import type { ImportRef } from "../../../app/ports.ts";
import { KEY_KIND, keyHash } from "../../../core/match/key-hash.ts";
import type { ObjectKind } from "../../../core/object/object-kind.ts";
import { addKey, emptyKeys, type KeyList } from "../../../core/plan/batch-plan.ts";
import { ACCOUNT_LINK } from "../../../core/plan/shape.ts";
import type { SideChange } from "../../../core/plan/side-change.ts";
import type { SideChangeNow, SideUndo } from "../../../core/plan/undo-side.ts";
import { objectTable } from "../../objects/object-table.ts";
import { isAbout, isNotUndone } from "../../runs/changed-runs.ts";
import { keysOfAccounts } from "../../runs/known-account.ts";
import { asSideChange, SIDE_COLUMNS } from "../../runs/side-change-row.ts";
import { isOwnLeaving, numbersLeaving, presentFields, SIDE_FIELDS } from "../../undoing/side-fields.ts";
import { bigints, type Database } from "../database.ts";
import { loadAccounts } from "../runs/batch-accounts.ts";
import { changeKeys } from "../runs/identity-keys.ts";
import { restoreTexts } from "../runs/renamed-accounts.ts";
import { LEFT_ACCOUNT } from "./account-users.ts";
import { takenFields, undoPipeline, usedPipelines } from "./undo-pipelines.ts";

/** Side changes that are not undone yet, with what they are about as it stands now. */
export async function sideChangesNow(
  database: Database,
  ref: ImportRef,
  { made, leaving, only, before, limit }: SidePage,
): Promise<readonly SideChangeNow[]> {
  const rows = await database.all(
    `select ${SIDE_COLUMNS} from side_change
     where workspace_id = $1 and import_id = $2 and undone is null and changes is ${made ? "" : "not"} null
       and ($3::bigint is null or line = $3) and (line, object, number) < ($4, $5, $6)
     order by line desc, object desc, number desc limit $7`,
    ...[ref.workspace, ref.import, only],
    ...[before?.line ?? Number.MAX_SAFE_INTEGER, before?.object ?? "", before?.number ?? 0, limit],
  );
  return asTheyAreNow(database, ref, { changes: rows.map(asSideChange), leaving });
}

/** One of them, as what it is about stands now. */
export async function sideChangeNow(
  database: Database,
  ref: ImportRef,
  { leaving, ...change }: SideChange & Pick<SidePage, "leaving">,
): Promise<SideChangeNow> {
  const [now] = await asTheyAreNow(database, ref, { changes: [change], leaving });
  return now ?? { ...change, now: null, isUsed: false, taken: [] };
}

type Changes = { readonly changes: readonly SideChange[] } & Pick<SidePage, "leaving">;

async function asTheyAreNow(
  database: Database,
  ref: ImportRef,
  { changes, leaving }: Changes,
): Promise<readonly SideChangeNow[]> {
  const present = new Map<string, SideChangeNow["now"]>();
  const used = new Set<string>();
  for (const [object, some] of Map.groupBy(changes, (change) => change.object)) {
    const rows = await presentRows(database, ref.workspace, { object, numbers: numbersIn(some) });
    for (const [number, ...row] of rows) present.set(`${object} ${number}`, presentFields(object, row));
    const made = numbersIn(some.filter((change) => change.changes === null));
    const asked = { object, numbers: made, leaving };
    const found = object === "pipeline" ? usedPipelines(database, ref, asked) : usedObjects(database, ref, asked);
    for (const number of await found) used.add(`${object} ${number}`);
  }
  const now: SideChangeNow[] = [];
  for (const change of changes) {
    const about = `${change.object} ${change.number}`;
    const values = present.get(about) ?? null;
    const isUsed = change.changes === null && values !== null && used.has(about);
    now.push({ ...change, now: values, isUsed, taken: await takenFields(database, ref, change) });
  }
  return now;
}

const numbersIn = (changes: readonly SideChange[]): readonly number[] => [
  ...new Set(changes.map(({ number }) => number)),
];

type Asked = { readonly object: ObjectKind; readonly numbers: readonly number[] };

function presentRows(database: Database, workspace: number, { object, numbers }: Asked) {
  const { table, id } = objectTable(object);
  return database.all(
    `select ${[id, ...SIDE_FIELDS[object]].join(", ")} from ${table} where workspace_id = $1 and ${id} = any($2::bigint[])`,
    ...[workspace, bigints(numbers)],
  );
}

/**
 * Those that contacts or opportunities belong to which the import did not make itself, that other imports have changed, or have
 * moved a contact away from that comes back when they are undone.
 */
async function usedObjects(
  database: Database,
  ref: ImportRef,
  { object, numbers, leaving }: Asked & Pick<SidePage, "leaving">,
): Promise<ReadonlySet<number>> {
  if (numbers.length === 0) return new Set();
  const isOthers = (table: string): string => `($6 = 0 or ${table}.created_by is distinct from $2::bigint)`;
  const rows = await database.all(
    `select wanted.number from unnest($4::bigint[], $5::bigint[]) as wanted (number, hash)
     where exists (select 1 from contact_key as held join contact on contact.workspace_id = held.workspace_id
         and contact.contact_id = held.contact_id and contact.account = wanted.number
       where held.workspace_id = $1 and held.kind = ${KEY_KIND.of_account} and held.hash = wanted.hash
         and contact.contact_id <> all($7::bigint[]) and ${isOthers("contact")}
         and ($6 = 0 or not exists (select 1 from side_change as moved where moved.workspace_id = $1
           and moved.import_id = $2 and moved.object = 'contact' and moved.number = contact.contact_id)))
       or exists (select 1 from side_change as other where other.workspace_id = $1 and other.object = $3
         and other.number = wanted.number and other.import_id <> $2 and other.undone is null)
       or exists (select 1 from opportunity where opportunity.workspace_id = $1 and opportunity.account = wanted.number
         and ${isOthers("opportunity")} and opportunity.opportunity_id <> all($8::bigint[]))
       or exists (select 1 from object_change as change where change.workspace_id = $1 and change.object = $3
         and ${isAbout("wanted.number")} and ${isNotUndone("wanted.number")})
       or exists (select 1 from side_change as moved join contact on contact.workspace_id = moved.workspace_id
           and contact.contact_id = moved.number
         where moved.workspace_id = $1 and moved.object = 'contact' and ${LEFT_ACCOUNT} = wanted.number::text
           and ${LEFT_ACCOUNT} is not null and contact.account is not null
           and moved.import_id <> $2 and moved.undone is null and contact.contact_id <> all($7::bigint[])
           and ($9 = 0 or contact.created_by is distinct from $2::bigint))`,
    ...[ref.workspace, ref.import, object],
    ...[numbers, numbers.map((number) => keyHash(String(number)))].map(bigints),
    Number(isOwnLeaving(leaving)),
    ...(["contact", "opportunity"] as const).map((kind) => bigints(numbersLeaving(leaving, kind))),
    Number(leaving === "own"),
  );
  return new Set(rows.map(([number]) => Number(number)));
}

export async function undoSideChanges(database: Database, ref: ImportRef, { undone, at }: SideBatch): Promise<void> {
  const { workspace } = ref;
  // Accounts go together: a batch either takes away what was made, or puts back what was changed.
  const isGoing = ({ object, result }: SideUndo): boolean => object === "account" && result === "deleted";
  await deleteAccounts(
    database,
    workspace,
    undone.filter(isGoing).map(({ number }) => number),
  );
  for (const side of undone) {
    const { object, number, restore } = side;
    if (isGoing(side)) continue;
    if (object === "pipeline") await undoPipeline(database, ref, side, at);
    else if (object === "account") await undoAccount(database, workspace, side, at);
    else {
      if (ACCOUNT_LINK in restore) await moveContact(database, workspace, side);
      await restoreTexts(database, { workspace, now: at }, { contact: number, texts: restore });
    }
  }
  await mark(database, ref, undone);
}

/** What stays because somebody needs it may be undone another time, and a contact that was merged may come back. */
async function mark(database: Database, ref: ImportRef, undone: readonly SideUndo[]): Promise<void> {
  const ended = undone.filter(
    ({ result, object }) => result !== "kept" && !(result === "gone" && object === "contact"),
  );
  await database.run(
    `update side_change set undone = ended.result
     from unnest($3::bigint[], $4::text[], $5::bigint[], $6::text[]) as ended (line, object, number, result)
     where side_change.workspace_id = $1 and side_change.import_id = $2 and side_change.line = ended.line
       and side_change.object = ended.object and side_change.number = ended.number`,
    ...[ref.workspace, ref.import, bigints(ended.map(({ line }) => line)), ended.map(({ object }) => object)],
    ...[bigints(ended.map(({ number }) => number)), ended.map(({ result }) => result)],
  );
}

export async function undoAccount(database: Database, workspace: number, side: SideUndo, at: number): Promise<void> {
  if (side.result === "deleted") await deleteAccounts(database, workspace, [side.number]);
  else await restoreAccount(database, workspace, side, at);
}

async function deleteAccounts(database: Database, workspace: number, numbers: readonly number[]): Promise<void> {
  if (numbers.length === 0) return;
  const removed = await accountKeys(database, workspace, numbers);
  await database.run(
    "delete from account where workspace_id = $1 and account_id = any($2::bigint[])",
    ...[workspace, bigints(numbers)],
  );
  await changeKeys(database, { workspace, object: "account" }, { added: emptyKeys(), removed });
}

async function restoreAccount(
  database: Database,
  workspace: number,
  { number, restore }: SideUndo,
  at: number,
): Promise<void> {
  const fields = Object.keys(restore).filter((field) => SIDE_FIELDS.account.includes(field));
  if (fields.length === 0) return;
  const removed = await accountKeys(database, workspace, [number]);
  const values: (string | number | null)[] = [];
  for (const field of fields) {
    const value = restore[field] ?? null;
    const isMember = field === "main_contact" && value !== null;
    values.push(isMember ? await memberOf(database, workspace, [number, Number(value)]) : value);
  }
  await database.run(
    `update account set ${fields.map((field, place) => `${field} = $${place + 4}, `).join("")}updated_at = $3
     where workspace_id = $1 and account_id = $2`,
    ...[workspace, number, at, ...values],
  );
  await changeKeys(database, { workspace, object: "account" }, { added: emptyKeys(), removed });
  const added = await accountKeys(database, workspace, [number]);
  await changeKeys(database, { workspace, object: "account" }, { added, removed: emptyKeys() });
}

/** The contact, if it belongs to the account. */
async function memberOf(
  database: Database,
  workspace: number,
  [account, contact]: readonly [number, number],
): Promise<number | null> {
  const row = await database.get(
    "select contact_id from contact where workspace_id = $1 and contact_id = $2 and account = $3",
    ...[workspace, contact, account],
  );
  return row ? contact : null;
}

async function moveContact(database: Database, workspace: number, { number, restore }: SideUndo): Promise<void> {
  const wanted = restore[ACCOUNT_LINK] ?? null;
  const [row] = await database.all(
    `select account, exists (select 1 from account where workspace_id = $1 and account_id = $3::bigint)::int
     from contact where workspace_id = $1 and contact_id = $2`,
    ...[workspace, number, wanted],
  );
  const account = row?.[1] === 1 ? wanted : null;
  const removed = emptyKeys();
  const added = emptyKeys();
  if (row?.[0] !== null && row?.[0] !== undefined)
    addKey(removed, KEY_KIND.of_account, keyHash(String(row[0])), number);
  if (account !== null) addKey(added, KEY_KIND.of_account, keyHash(account), number);
  await database.run(
    "update contact set account = $3 where workspace_id = $1 and contact_id = $2",
    ...[workspace, number, account === null ? null : Number(account)],
  );
  await changeKeys(database, { workspace, object: "contact" }, { added, removed });
}

const accountKeys = async (database: Database, workspace: number, numbers: readonly number[]): Promise<KeyList> =>
  keysOfAccounts(await loadAccounts(database, workspace, numbers));
