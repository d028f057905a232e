/** Accounts as they are read: one, or a page of them. */
import type { AccountRow, AccountStore, ContactQuery, ContactRow, FoundPage } from "../../../app/ports.ts";
import { KEY_KIND, keyHash } from "../../../core/match/key-hash.ts";
import type { DbRow } from "../../db-row.ts";
import { ACCOUNT_COLUMNS, ACCOUNTS, asAccountRow } from "../../objects/account-row.ts";
import { asContactRow, CONTACT_COLUMNS } from "../../objects/contact-row.ts";
import { bigints, type Database } from "../database.ts";
import { findRows } from "./object-pages.ts";
import { demands, usedFields } from "./object-query.ts";

export class PostgresAccounts implements AccountStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async get(workspace: number, account: number): Promise<AccountRow | null> {
    const rows = await this.#database.all(
      `select ${ACCOUNT_COLUMNS} from account where workspace_id = $1 and account_id = $2`,
      ...[workspace, account],
    );
    return (await this.#asRows(workspace, rows))[0] ?? null;
  }

  async list(workspace: number, query: ContactQuery): Promise<readonly AccountRow[]> {
    return (await this.page(workspace, query, Number.POSITIVE_INFINITY)).rows;
  }

  async page(workspace: number, query: ContactQuery, budgetMs: number): Promise<FoundPage<AccountRow>> {
    const of = { ...ACCOUNTS, columns: ACCOUNT_COLUMNS, demanded: demands(ACCOUNTS, query) };
    const { rows, seenTo } = await findRows(this.#database, of, { workspace, query, budgetMs });
    return { rows: await this.#asRows(workspace, rows), seenTo };
  }

  async usedFields(workspace: number): Promise<readonly string[]> {
    return usedFields(this.#database, ACCOUNTS, workspace);
  }

  async members(workspace: number, account: number, limit: number): Promise<readonly ContactRow[]> {
    const rows = await this.#database.all(
      `select ${CONTACT_COLUMNS} from contact_key as held
       join contact on contact.workspace_id = held.workspace_id and contact.contact_id = held.contact_id
         and contact.account = $2
       where held.workspace_id = $1 and held.kind = ${KEY_KIND.of_account} and held.hash = $3
       order by held.contact_id limit ${Math.trunc(limit)}`,
      ...[workspace, account, keyHash(String(account))],
    );
    return rows.map(asContactRow);
  }

  async count(workspace: number): Promise<number> {
    return Number((await this.#database.get("select count(*) from account where workspace_id = $1", workspace))?.[0]);
  }

  /** With how many contacts each of them has: one statement for all. */
  async #asRows(workspace: number, rows: readonly DbRow[]): Promise<readonly AccountRow[]> {
    if (rows.length === 0) return [];
    const hashOf = (row: DbRow): number => keyHash(String(row[0]));
    const counts = await this.#database.all(
      `select hash, count(*) from contact_key
       where workspace_id = $1 and kind = ${KEY_KIND.of_account} and hash = any($2::bigint[]) group by hash`,
      ...[workspace, bigints(rows.map(hashOf))],
    );
    const countOf = new Map(counts.map(([hash, count]) => [Number(hash), Number(count)]));
    return rows.map((row) => asAccountRow(row, countOf.get(hashOf(row)) ?? 0));
  }
}
