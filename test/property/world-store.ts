/** The databases that a world may stand on, and a look into their tables. */
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import pg from "pg";
import type { Store } from "../../src/app/ports.ts";
import { openPostgresStore } from "../../src/store/postgres/store.ts";
import { openSqliteStore, type StoreOptions } from "../../src/store/sqlite/store.ts";
import { newDatabase } from "../support/postgres-database.ts";

export type WorldStore = {
  readonly store: Store;
  rows(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  close(): Promise<void>;
};

export type OpenWorld = (folder: string, now: () => number) => Promise<WorldStore>;

export const onSqlite =
  (options: StoreOptions = {}): OpenWorld =>
  async (folder, now) => {
    const store = openSqliteStore(join(folder, "data"), now, options);
    const inspector = new DatabaseSync(join(folder, "data", "muster.db"), { readOnly: true });
    return {
      store,
      rows: async (sql) => inspector.prepare(sql).all(),
      async close() {
        inspector.close();
        await store.close();
      },
    };
  };

export const onPostgres: OpenWorld = async (_folder, now) => {
  const { url, drop } = await newDatabase();
  const store = await openPostgresStore({ url, connections: 4, now });
  const inspector = new pg.Pool({ connectionString: url, max: 1 });
  return {
    store,
    rows: async (sql) => (await inspector.query(sql)).rows,
    async close() {
      await inspector.end();
      await store.close();
      await drop();
    },
  };
};
