/** PostgreSQL as rows of tables: to be filled from another kind of database, or moved to one. */
import type { CopyRow, CopyTable, CopyValue, TableCopy } from "../../app/ports/table-copy.ts";
import { NOT_COPIED } from "../not-copied.ts";
import { copyLine } from "./copy-line.ts";
import { type Database, openDatabase, type SqlValue } from "./database.ts";
import { storableJson } from "./storable-text.ts";

/** Throws `StoreFault`. */
export async function openTableCopy(url: string, connections: number): Promise<TableCopy> {
  return new PostgresTableCopy(await openDatabase(url, connections, { evenHalfMoved: true }));
}

class PostgresTableCopy implements TableCopy {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async tables(): Promise<readonly CopyTable[]> {
    const columns = await this.#database.all(
      `select table_name::text, column_name::text, data_type::text from information_schema.columns
       where table_schema = current_schema() order by table_name::text collate "C", ordinal_position`,
    );
    const keys = await this.#database.all(
      `select used.table_name::text, used.column_name::text from information_schema.key_column_usage as used
       join information_schema.table_constraints as of using (constraint_schema, constraint_name, table_name)
       where of.constraint_type = 'PRIMARY KEY' and used.table_schema = current_schema() order by 1, used.ordinal_position`,
    );
    const keyOf = Map.groupBy(keys, ([table]) => String(table));
    return [...Map.groupBy(columns, ([table]) => String(table))]
      .filter(([name]) => !NOT_COPIED.some((pattern) => pattern.test(name)))
      .map(([name, facts]) => ({
        name,
        hasBytes: facts.some(([, , type]) => type === "bytea"),
        columns: facts.map(([, column]) => String(column)),
        documents: facts
          .filter(([, , type]) => type === "json" || type === "jsonb")
          .map(([, column]) => String(column)),
        key: (keyOf.get(name) ?? []).map(([, column]) => String(column)),
      }));
  }

  async page({ name, columns, key }: CopyTable, after: CopyRow | null, limit: number): Promise<readonly CopyRow[]> {
    const behind = after === null ? "" : `where (${key}) > (${key.map((_, at) => `$${at + 2}`)})`;
    return this.#database.all(
      `select ${columns} from ${name} ${behind} order by ${key} limit $1`,
      limit,
      ...((after ?? []) as readonly SqlValue[]),
    );
  }

  async lastKey({ name, key }: CopyTable): Promise<CopyRow | null> {
    const last = key.map((column) => `${column} desc`);
    return (await this.#database.get(`select ${key} from ${name} order by ${last} limit 1`)) ?? null;
  }

  async put({ name, columns, documents }: CopyTable, rows: readonly CopyRow[]): Promise<void> {
    await this.#database.transaction(null, () =>
      this.#database.copy(
        `${name} (${columns})`,
        rows.map((row) => copyLine(row.map((value, at) => asText(value, documents.includes(columns[at] ?? ""))))),
      ),
    );
  }

  async empty({ name }: CopyTable): Promise<void> {
    await this.#database.write(null, `delete from ${name}`);
  }

  async halfMoved(): Promise<string | null> {
    const row = await this.#database.get("select moving from muster_schema");
    return typeof row?.[0] === "string" ? row[0] : null;
  }

  async beginMove(name: string): Promise<boolean> {
    return this.#database.transaction(null, async () => {
      await this.#database.run("update muster_schema set moving = $1", name);
      if ((await this.#database.get("select 1 from workspace limit 1")) === undefined) return true;
      await this.#database.run("update muster_schema set moving = null");
      return false;
    });
  }

  async endMove(): Promise<void> {
    await this.#database.transaction(null, async () => {
      await this.#database.run(
        `insert into workspace_slug (slug, workspace_id) select slug, workspace_id from workspace on conflict (slug) do nothing`,
      );
      await this.#database.run("update muster_schema set moving = null");
    });
  }

  async olderConnections(seconds: number): Promise<number> {
    // Behind PgBouncer they may be the pool's, and nobody's any more.
    const found = await this.#database.get(
      `select count(*)::integer from pg_stat_activity where datname = current_database()
       and application_name like 'muster%' and backend_start < clock_timestamp() - make_interval(secs => $1)`,
      seconds,
    );
    return Number(found?.[0] ?? 0);
  }

  async close(): Promise<void> {
    await this.#database.close();
  }
}

function asText(value: CopyValue, isDocument: boolean): string | number | null {
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString("hex")}`;
  if (typeof value === "bigint") return String(value);
  return isDocument && typeof value === "string" ? storableJson(value) : value;
}
