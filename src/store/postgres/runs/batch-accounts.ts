/**
 * The accounts that a batch of contacts finds, makes and changes. Their keys are in the index at once, because the next line
 * may name the same account; what a plan would make stands beside it until the plan is made anew.
 */
import type { ImportRef, Pass } from "../../../app/ports.ts";
import { ACCOUNT_KEY, type AccountKeyName } from "../../../core/account/account-keys.ts";
import type { AccountPlan, PlannedAccount } from "../../../core/account/account-plan.ts";
import type { Account } from "../../../core/account/find-account.ts";
import { emptyKeys } from "../../../core/plan/batch-plan.ts";
import { toDb } from "../../objects/object-table.ts";
import { AskedNumbers } from "../../runs/asked-numbers.ts";
import { ACCOUNT_COLUMNS, asAccount, keysOfAccounts } from "../../runs/known-account.ts";
import { copyLine } from "../copy-line.ts";
import { bigints, type Database } from "../database.ts";
import { storable } from "../storable-text.ts";
import { changeKeys } from "./identity-keys.ts";
import { writeSideChanges } from "./side-changes.ts";

export class BatchAccounts {
  readonly #database: Database;
  readonly #ref: ImportRef;
  readonly #isPlan: boolean;

  constructor(database: Database, ref: ImportRef, pass: Pass) {
    this.#database = database;
    this.#ref = ref;
    this.#isPlan = pass === "plan";
  }

  async find(key: AccountKeyName, hashes: Float64Array): Promise<readonly number[]> {
    const { workspace, import: importNumber } = this.#ref;
    const wanted = bigints(hashes.slice().sort());
    const held = await this.#database.all(
      "select account_id from account_key where workspace_id = $1 and kind = $2 and hash = any($3::bigint[])",
      ...[workspace, ACCOUNT_KEY[key], wanted],
    );
    const planned = this.#isPlan
      ? await this.#database.all(
          `select account_id from planned_account_key
           where workspace_id = $1 and import_id = $2 and kind = $3 and hash = any($4::bigint[])`,
          ...[workspace, importNumber, ACCOUNT_KEY[key], wanted],
        )
      : [];
    return [...held, ...planned].map(([account]) => Number(account));
  }

  async load(numbers: readonly number[]): Promise<readonly Account[]> {
    const stored = await loadAccounts(this.#database, this.#ref.workspace, numbers);
    if (!this.#isPlan || numbers.length === 0) return stored;
    const accounts = new Map(stored.map((account) => [account.id, account]));
    const planned = await this.#database.all(
      `select ${ACCOUNT_COLUMNS} from planned_account
       where workspace_id = $1 and import_id = $2 and account_id = any($3::bigint[])`,
      ...[this.#ref.workspace, this.#ref.import, bigints(new Set(numbers))],
    );
    for (const account of planned.map(asAccount)) accounts.set(account.id, account);
    return [...accounts.values()];
  }

  async next(): Promise<number> {
    const { workspace } = this.#ref;
    const row = await this.#database.get("select next_account from workspace where workspace_id = $1", workspace);
    const next = Number(row?.[0]);
    if (!this.#isPlan) return next;
    const planned = await this.#database.get(
      "select max(account_id) from planned_account where workspace_id = $1 and import_id = $2",
      ...[workspace, this.#ref.import],
    );
    return Math.max(next, Number(planned?.[0] ?? 0) + 1);
  }

  async write(plan: AccountPlan, now: number): Promise<void> {
    if (plan.changes.length === 0) return;
    await writeAccounts(this.#database, { workspace: this.#ref.workspace, madeBy: this.#ref.import, now }, plan);
    await writeSideChanges(this.#database, this.#ref, plan.changes);
  }
}

type Writing = { readonly workspace: number; readonly madeBy: number | null; readonly now: number };

/** @param of `madeBy`: number of the import; null = somebody made them by hand */
export async function writeAccounts(
  database: Database,
  of: Writing,
  { accounts, changes }: AccountPlan,
): Promise<void> {
  const makers = new Map(changes.filter((change) => change.changes === null).map(({ number, line }) => [number, line]));
  await insertAccounts(
    database,
    { ...of, makers },
    accounts.filter(({ isNew }) => isNew),
  );
  await updateAccounts(
    database,
    of,
    accounts.filter(({ isNew }) => !isNew),
  );
  await changeKeys(
    database,
    { workspace: of.workspace, object: "account" },
    { added: keysOfAccounts(accounts.filter(({ hasNewKeys }) => hasNewKeys)), removed: emptyKeys() },
  );
}

async function insertAccounts(
  database: Database,
  { workspace, madeBy, now, makers }: Writing & { readonly makers: ReadonlyMap<number, number> },
  accounts: readonly PlannedAccount[],
): Promise<void> {
  if (accounts.length === 0) return;
  const lineOf = (id: number): number | null => (madeBy === null ? null : (makers.get(id) ?? null));
  await database.copy(
    `account (workspace_id, created_by, created_at, updated_at, created_line, ${ACCOUNT_COLUMNS})`,
    accounts
      .values()
      .map((account) => copyLine([workspace, madeBy, now, now, lineOf(account.id), account.id, ...textsOf(account)])),
  );
  const next = Math.max(...accounts.map(({ id }) => id)) + 1;
  await database.run("update workspace set next_account = $1 where workspace_id = $2", next, workspace);
}

async function updateAccounts(
  database: Database,
  { workspace, now }: Writing,
  accounts: readonly PlannedAccount[],
): Promise<void> {
  if (accounts.length === 0) return;
  await database.run(
    `update account set external_id = said.external_id, name = said.name, domain = said.domain,
       main_contact = said.main_contact, updated_at = $2
     from unnest($3::bigint[], $4::text[], $5::text[], $6::text[], $7::bigint[])
       as said (account_id, external_id, name, domain, main_contact)
     where account.workspace_id = $1 and account.account_id = any($3::bigint[]) and account.account_id = said.account_id`,
    ...[workspace, now, bigints(accounts.map(({ id }) => id))],
    ...[0, 1, 2, 3].map((column) => accounts.map((account) => textsOf(account)[column] ?? null)),
  );
}

const textsOf = ({ external_id, name, domain, mainContact }: Account): readonly (string | number | null)[] => [
  ...[external_id, name, domain].map((text) => toDb(storable(text))),
  mainContact,
];

export async function loadAccounts(
  database: Database,
  workspace: number,
  numbers: readonly number[],
): Promise<readonly Account[]> {
  if (numbers.length === 0) return [];
  const asked = new AskedNumbers(numbers);
  const rows = await database.all(
    `select ${ACCOUNT_COLUMNS} from account where workspace_id = $1
     and account_id ${asked.range ? "between $2 and $3" : "= any($2::bigint[])"}`,
    ...[workspace, ...(asked.range ?? [bigints(asked.sorted)])],
  );
  return asked.pick(rows, 0).map(asAccount);
}

/** What a plan would do to accounts, for the lines of the plan that follow. */
export async function savePlannedAccounts(
  database: Database,
  ref: ImportRef,
  { accounts }: AccountPlan,
): Promise<void> {
  if (accounts.length === 0) return;
  const scope = [ref.workspace, ref.import];
  await database.run(
    `insert into planned_account (workspace_id, import_id, ${ACCOUNT_COLUMNS})
     select $1::bigint, $2::bigint, * from unnest($3::bigint[], $4::text[], $5::text[], $6::text[], $7::bigint[])
     on conflict (workspace_id, import_id, account_id) do update set external_id = excluded.external_id,
       name = excluded.name, domain = excluded.domain, main_contact = excluded.main_contact`,
    ...[...scope, bigints(accounts.map(({ id }) => id))],
    ...[accounts.map(({ external_id }) => external_id), accounts.map(({ name }) => name)],
    ...[accounts.map(({ domain }) => domain), accounts.map(({ mainContact }) => mainContact)],
  );
  const { kinds, hashes, contacts } = keysOfAccounts(accounts);
  await database.run(
    `insert into planned_account_key (workspace_id, import_id, kind, hash, account_id)
     select $1::bigint, $2::bigint, * from unnest($3::bigint[], $4::bigint[], $5::bigint[]) on conflict do nothing`,
    ...[...scope, bigints(kinds), bigints(hashes), bigints(contacts)],
  );
}

export async function clearPlannedAccounts(database: Database, ref: ImportRef): Promise<void> {
  for (const table of ["planned_account", "planned_account_key"]) {
    await database.run(`delete from ${table} where workspace_id = $1 and import_id = $2`, ref.workspace, ref.import);
  }
}
