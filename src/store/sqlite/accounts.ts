/** Accounts as they are read: one, or a page of them. */
import type { AccountQuery, AccountRow, AccountStore } from "../../app/ports.ts";
import { KEY_KIND, keyHash } from "../../core/match/key-hash.ts";
import type { Database, DbRow, SqlValue } from "./database.ts";
import { likeText } from "./like-text.ts";
import { heldValues, objectTable } from "./object-table.ts";

const { columns } = objectTable("account");
const COLUMNS = `account_id, created_at, updated_at, main_contact, custom, kept, ${columns.join(", ")}`;
const SEARCHED = ["name", "external_id", "domain"];

export class SqliteAccounts implements AccountStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async get(workspace: number, account: number): Promise<AccountRow | null> {
    const row = this.#database.get(
      `select ${COLUMNS} from account where workspace_id = ? and account_id = ?`,
      ...[workspace, account],
    );
    return row ? this.#asRow(workspace, row) : null;
  }

  async list(workspace: number, { search, after, limit }: AccountQuery): Promise<readonly AccountRow[]> {
    const where = ["workspace_id = ?", "account_id > ?"];
    const values: SqlValue[] = [workspace, after];
    for (const word of (search ?? "").split(/\s+/).filter((part) => part !== "")) {
      where.push(`(${SEARCHED.map((column) => `${column} like ? escape '\\'`).join(" or ")})`);
      for (const _ of SEARCHED) values.push(likeText(word));
    }
    const rows = this.#database.all(
      `select ${COLUMNS} from account where ${where.join(" and ")} order by account_id limit ?`,
      ...values,
      limit,
    );
    return rows.map((row) => this.#asRow(workspace, row));
  }

  async count(workspace: number): Promise<number> {
    return Number(this.#database.get("select count(*) from account where workspace_id = ?", workspace)?.[0] ?? 0);
  }

  #asRow(workspace: number, [number, createdAt, updatedAt, main, custom, kept, ...values]: DbRow): AccountRow {
    return {
      number: Number(number),
      values: heldValues(columns, values, [custom, kept]),
      mainContact: typeof main === "number" ? main : null,
      contacts: this.#contactsOf(workspace, Number(number)),
      createdAt: Number(createdAt),
      updatedAt: Number(updatedAt),
    };
  }

  #contactsOf(workspace: number, account: number): number {
    const row = this.#database.get(
      "select count(*) from contact_key where workspace_id = ? and kind = ? and hash = ?",
      ...[workspace, KEY_KIND.of_account, keyHash(String(account))],
    );
    return Number(row?.[0] ?? 0);
  }
}
