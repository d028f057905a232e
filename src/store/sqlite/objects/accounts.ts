/** Accounts as they are read: one, or a page of them. */
import type { AccountRow, AccountStore, ContactQuery, ContactRow, FoundPage } from "../../../app/ports.ts";
import { KEY_KIND, keyHash } from "../../../core/match/key-hash.ts";
import type { DbRow } from "../../db-row.ts";
import { ACCOUNT_COLUMNS, ACCOUNTS, asAccountRow } from "../../objects/account-row.ts";
import { asContactRow, CONTACT_COLUMNS } from "../../objects/contact-row.ts";
import type { Database } from "../database.ts";
import { findRows } from "./object-pages.ts";
import { demands, usedFields } from "./object-query.ts";

export class SqliteAccounts implements AccountStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async get(workspace: number, account: number): Promise<AccountRow | null> {
    const row = this.#database.get(
      `select ${ACCOUNT_COLUMNS} from account where workspace_id = ? and account_id = ?`,
      ...[workspace, account],
    );
    return row ? this.#asRow(workspace, row) : null;
  }

  async list(workspace: number, query: ContactQuery): Promise<readonly AccountRow[]> {
    return (await this.page(workspace, query, Number.POSITIVE_INFINITY)).rows;
  }

  async page(workspace: number, query: ContactQuery, budgetMs: number): Promise<FoundPage<AccountRow>> {
    const of = { ...ACCOUNTS, columns: ACCOUNT_COLUMNS, demanded: demands(ACCOUNTS, query) };
    const { rows, seenTo } = await findRows(this.#database, of, { workspace, query, budgetMs });
    return { rows: rows.map((row) => this.#asRow(workspace, row)), seenTo };
  }

  async usedFields(workspace: number): Promise<readonly string[]> {
    return usedFields(this.#database, ACCOUNTS, workspace);
  }

  async members(workspace: number, account: number, limit: number): Promise<readonly ContactRow[]> {
    const rows = this.#database.all(
      `select ${CONTACT_COLUMNS} from contact_key as held
       join contact on contact.workspace_id = held.workspace_id and contact.contact_id = held.contact_id
         and contact.account = ?
       where held.workspace_id = ? and held.kind = ${KEY_KIND.of_account} and held.hash = ?
       order by held.contact_id limit ?`,
      ...[account, workspace, keyHash(String(account)), limit],
    );
    return rows.map(asContactRow);
  }

  async count(workspace: number): Promise<number> {
    return Number(this.#database.get("select count(*) from account where workspace_id = ?", workspace)?.[0] ?? 0);
  }

  #asRow(workspace: number, row: DbRow): AccountRow {
    return asAccountRow(row, this.#contactsOf(workspace, Number(row[0])));
  }

  #contactsOf(workspace: number, account: number): number {
    const row = this.#database.get(
      "select count(*) from contact_key where workspace_id = ? and kind = ? and hash = ?",
      ...[workspace, KEY_KIND.of_account, keyHash(String(account))],
    );
    return Number(row?.[0] ?? 0);
  }
}
