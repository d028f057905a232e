/** The embedded database as rows of tables: to be moved to another kind of database, or filled from one. */
import type { CopyRow, CopyTable, TableCopy } from "../../app/ports/table-copy.ts";
import { StoreFault } from "../../app/store-fault.ts";
import { NOT_COPIED } from "../not-copied.ts";
import { type Database, openDatabase, type SqlValue } from "./database.ts";
import { insertRows } from "./insert-rows.ts";

const DOCUMENTS: ReadonlySet<string> = new Set(["custom", "kept", "settings"]);

/** @param folder the data folder, made where it is missing. Throws `StoreFault`. */
export function openTableCopy(folder: string): TableCopy {
  return new SqliteTableCopy(openDatabase(folder, { evenHalfMoved: true }));
}

class SqliteTableCopy implements TableCopy {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async tables(): Promise<readonly CopyTable[]> {
    const names = this.#database
      .all("select name from sqlite_schema where type = 'table' order by name")
      .map(([name]) => String(name));
    return names.filter((name) => !NOT_COPIED.some((pattern) => pattern.test(name))).map((name) => this.#table(name));
  }

  async page({ name, columns, key }: CopyTable, after: CopyRow | null, limit: number): Promise<readonly CopyRow[]> {
    const behind = after === null ? "" : `where (${key}) > (${key.map(() => "?")})`;
    return this.#database.all(
      `select ${columns} from ${name} ${behind} order by ${key} limit ?`,
      ...[...((after ?? []) as readonly SqlValue[]), limit],
    );
  }

  async lastKey({ name, key }: CopyTable): Promise<CopyRow | null> {
    const last = key.map((column) => `${column} desc`);
    return this.#database.get(`select ${key} from ${name} order by ${last} limit 1`) ?? null;
  }

  async put({ name, columns }: CopyTable, rows: readonly CopyRow[]): Promise<void> {
    await this.#database.transaction(() =>
      insertRows(this.#database, {
        into: `insert into ${name} (${columns})`,
        row: columns.map(() => "?"),
        values: rows.flat() as readonly SqlValue[],
      }),
    );
  }

  async empty({ name }: CopyTable): Promise<void> {
    await this.#database.write(`delete from ${name}`);
  }

  async halfMoved(): Promise<string | null> {
    const there = this.#database.get("select 1 from sqlite_schema where name = 'half_moved'");
    return there === undefined ? null : String(this.#database.get("select name from half_moved")?.[0]);
  }

  async beginMove(name: string): Promise<boolean> {
    return this.#database.transaction(() => {
      if (this.#database.get("select 1 from workspace limit 1") !== undefined) return false;
      this.#database.exec("create table half_moved (name text not null) strict");
      this.#database.run("insert into half_moved (name) values (?)", name);
      return true;
    });
  }

  async endMove(): Promise<void> {
    await this.#database.transaction(() => this.#database.exec("drop table half_moved"));
  }

  async olderConnections(): Promise<number> {
    return 0;
  }

  async close(): Promise<void> {
    this.#database.close();
  }

  #table(name: string): CopyTable {
    const facts = this.#database.all("select name, type, pk from pragma_table_info(?) order by cid", name);
    const columns = facts.map(([column]) => String(column));
    const key = facts.filter(([, , place]) => Number(place) > 0).sort((a, b) => Number(a[2]) - Number(b[2]));
    if (key.length === 0) throw new StoreFault("store_damaged", `The table ${name} of the data folder has no key.`);
    return {
      ...{ name, columns, hasBytes: facts.some(([, type]) => type === "BLOB") },
      documents: facts
        .filter(([column, type]) => type === "TEXT" && DOCUMENTS.has(String(column)))
        .map(([column]) => String(column)),
      key: key.map(([column]) => String(column)),
    };
  }
}
