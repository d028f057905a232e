/**
 * The accounts that a batch of contacts finds, makes and changes. Their keys are in the index at once, because the next line
 * may name the same account; what a plan would make stands beside it until the plan is made anew.
 */
import type { ImportRef, Pass } from "../../../app/ports.ts";
import { ACCOUNT_KEY, type AccountKeyName } from "../../../core/account/account-keys.ts";
import type { AccountPlan } from "../../../core/account/account-plan.ts";
import type { Account } from "../../../core/account/find-account.ts";
import { emptyKeys } from "../../../core/plan/batch-plan.ts";
import { toDb } from "../../objects/object-table.ts";
import { AskedNumbers } from "../../runs/asked-numbers.ts";
import { ACCOUNT_COLUMNS, asAccount, keysOfAccounts } from "../../runs/known-account.ts";
import type { Database, SqlValue } from "../database.ts";
import { insertRows } from "../insert-rows.ts";
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

  find(key: AccountKeyName, hashes: Float64Array): readonly number[] {
    const wanted = `[${hashes.slice().sort().join(",")}]`;
    const held = this.#database.all(
      `select held.account_id from json_each(?) as wanted cross join account_key as held
       on held.workspace_id = ? and held.kind = ? and held.hash = wanted.value`,
      ...[wanted, this.#ref.workspace, ACCOUNT_KEY[key]],
    );
    const planned = this.#isPlan
      ? this.#database.all(
          `select held.account_id from json_each(?) as wanted cross join planned_account_key as held
           on held.workspace_id = ? and held.import_id = ? and held.kind = ? and held.hash = wanted.value`,
          ...[wanted, this.#ref.workspace, this.#ref.import, ACCOUNT_KEY[key]],
        )
      : [];
    return [...held, ...planned].map(([account]) => Number(account));
  }

  load(numbers: readonly number[]): readonly Account[] {
    const stored = loadAccounts(this.#database, this.#ref.workspace, numbers);
    if (!this.#isPlan || numbers.length === 0) return stored;
    const accounts = new Map(stored.map((account) => [account.id, account]));
    const planned = this.#database.all(
      `select ${ACCOUNT_COLUMNS} from json_each(?) as wanted cross join planned_account as planned
           on planned.workspace_id = ? and planned.import_id = ? and planned.account_id = wanted.value`,
      ...[listOf(numbers), this.#ref.workspace, this.#ref.import],
    );
    for (const account of planned.map(asAccount)) accounts.set(account.id, account);
    return [...accounts.values()];
  }

  next(): number {
    const { workspace } = this.#ref;
    const next = Number(
      this.#database.get("select next_account from workspace where workspace_id = ?", workspace)?.[0],
    );
    if (!this.#isPlan) return next;
    const planned = this.#database.get(
      "select max(account_id) from planned_account where workspace_id = ? and import_id = ?",
      ...[workspace, this.#ref.import],
    );
    return Math.max(next, Number(planned?.[0] ?? 0) + 1);
  }

  write(plan: AccountPlan, now: number): void {
    if (plan.changes.length === 0) return;
    writeAccounts(this.#database, { workspace: this.#ref.workspace, madeBy: this.#ref.import, now }, plan);
    writeSideChanges(this.#database, this.#ref, plan.changes);
  }
}

/** @param of `madeBy`: number of the import; null = somebody made them by hand */
export function writeAccounts(
  database: Database,
  { workspace, madeBy, now }: { readonly workspace: number; readonly madeBy: number | null; readonly now: number },
  { accounts, changes }: AccountPlan,
): void {
  const makers = new Map(changes.filter((change) => change.changes === null).map(({ number, line }) => [number, line]));
  const made = accounts.filter(({ isNew }) => isNew);
  insertRows(database, {
    into: `insert into account (workspace_id, created_by, created_at, updated_at, created_line, ${ACCOUNT_COLUMNS})`,
    row: [...[workspace, madeBy ?? "null", now, now].map(String), ...Array<string>(6).fill("?")],
    values: made.flatMap((account) => [
      madeBy === null ? null : (makers.get(account.id) ?? null),
      ...[account.id, ...textsOf(account), account.mainContact],
    ]),
  });
  const next = made.reduce((most, { id }) => Math.max(most, id + 1), 0);
  if (next > 0) database.run("update workspace set next_account = ? where workspace_id = ?", next, workspace);
  const update = database.statement(
    `update account set external_id = ?, name = ?, domain = ?, main_contact = ?, updated_at = ${now}
     where workspace_id = ${workspace} and account_id = ?`,
  );
  for (const account of accounts) {
    if (!account.isNew) update.run(...textsOf(account), account.mainContact, account.id);
  }
  changeKeys(
    database,
    { workspace, object: "account" },
    { added: keysOfAccounts(accounts.filter(({ hasNewKeys }) => hasNewKeys)), removed: emptyKeys() },
  );
}

const textsOf = ({ external_id, name, domain }: Account): readonly SqlValue[] => [external_id, name, domain].map(toDb);

export function loadAccounts(database: Database, workspace: number, numbers: readonly number[]): readonly Account[] {
  if (numbers.length === 0) return [];
  const asked = new AskedNumbers(numbers);
  if (asked.range !== null) {
    const range = `select ${ACCOUNT_COLUMNS} from account where workspace_id = ? and account_id between ? and ?`;
    return asked.pick(database.all(range, workspace, ...asked.range), 0).map(asAccount);
  }
  const rows = database.all(
    `select ${ACCOUNT_COLUMNS} from json_each(?) as wanted
     cross join account on account.workspace_id = ? and account.account_id = wanted.value`,
    ...[`[${asked.sorted.join(",")}]`, workspace],
  );
  return rows.map(asAccount);
}

/** In order, so that neighbours are found on the same page. */
const listOf = (numbers: readonly number[]): string => `[${[...new Set(numbers)].sort((a, b) => a - b).join(",")}]`;

/** What a plan would do to accounts, for the lines of the plan that follow. */
export function savePlannedAccounts(database: Database, ref: ImportRef, { accounts }: AccountPlan): void {
  if (accounts.length === 0) return;
  const insert = database.statement(
    `insert or replace into planned_account (workspace_id, import_id, ${ACCOUNT_COLUMNS})
     values (${ref.workspace}, ${ref.import}, ?, ?, ?, ?, ?)`,
  );
  for (const { id, external_id, name, domain, mainContact } of accounts)
    insert.run(id, external_id, name, domain, mainContact);
  const insertKey = database.statement(
    `insert or ignore into planned_account_key (workspace_id, import_id, kind, hash, account_id)
     values (${ref.workspace}, ${ref.import}, ?, ?, ?)`,
  );
  const { kinds, hashes, contacts } = keysOfAccounts(accounts);
  for (let at = 0; at < kinds.length; at++) insertKey.run(kinds[at] ?? 0, hashes[at] ?? 0, contacts[at] ?? 0);
}

export function clearPlannedAccounts(database: Database, ref: ImportRef): void {
  for (const table of ["planned_account", "planned_account_key"]) {
    database.run(`delete from ${table} where workspace_id = ? and import_id = ?`, ref.workspace, ref.import);
  }
}
