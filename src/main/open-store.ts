/** Where the data is: the embedded database of the data folder, or the one that DATABASE_URL names. */
import type { Store } from "../app/ports.ts";
import { type DatabaseConfig, readDatabaseConfig } from "../config/database.ts";
import type { Environment } from "../config.ts";

/** Null = the embedded one. What is set wrongly, each command has refused before it opens anything. */
export function databaseOf(env: Environment): DatabaseConfig | null {
  const config = readDatabaseConfig(env);
  if (!config.ok) throw new Error(config.refusal.message);
  return config.value;
}

export async function openStore(dataFolder: string): Promise<Store> {
  const database = databaseOf(process.env);
  if (database === null) return (await import("../store/sqlite/store.ts")).openSqliteStore(dataFolder, Date.now);
  return (await import("../store/postgres/store.ts")).openPostgresStore(database);
}

/** A store for each request at once: the embedded database takes a connection for each, the other has a pool of its own. */
export async function connections(dataFolder: string, shared: Store): Promise<() => Store> {
  if (databaseOf(process.env) !== null) return () => ({ ...shared, close: async () => {} });
  const { openSqliteStore } = await import("../store/sqlite/store.ts");
  return () => openSqliteStore(dataFolder, Date.now);
}
