/**
 * The store of a data folder as the tests open it: the embedded database in the folder, or, where the tests are run on PostgreSQL
 * (`MUSTER_TEST_STORE=postgres`), a database of its own whose address lies in the folder, so that every process of a test finds it.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LEASE_MS } from "../../src/app/limits.ts";
import type { Store } from "../../src/app/ports.ts";
import { openPostgresStore } from "../../src/store/postgres/store.ts";
import { openSqliteStore, type StoreOptions } from "../../src/store/sqlite/store.ts";
import { newEmbeddedDatabase } from "./embedded-database.ts";
import { databaseAt, newDatabase } from "./postgres-database.ts";

export const ON_POSTGRES = process.env.MUSTER_TEST_STORE === "postgres";

const CONNECTIONS = 4;

/** @param now unsaid, PostgreSQL's own clock */
export async function openTestStore(folder: string, now?: () => number, options?: StoreOptions): Promise<Store> {
  if (!ON_POSTGRES) return openSqliteStore(folder, now ?? Date.now, options);
  const url = named(await databaseOf(folder));
  const leaseMs = Number(process.env.MUSTER_TEST_LEASE_MS || LEASE_MS);
  return openPostgresStore({ url, leaseMs, connections: CONNECTIONS, ...(now === undefined ? {} : { now }) });
}

/** What the connections of a process are called at the server. */
export const connectionName = (pid: number | undefined): string => `muster test ${pid}`;

/** In a folder without data. */
export async function newTestStore(folder: string, now: () => number): Promise<Store> {
  if (!ON_POSTGRES) newEmbeddedDatabase(folder);
  return openTestStore(folder, now);
}

function named(address: string): string {
  const url = new URL(address);
  url.searchParams.set("application_name", connectionName(process.pid));
  return url.href;
}

/** Made where the folder has none yet. */
export async function databaseOf(folder: string): Promise<string> {
  const path = join(folder, "database-url");
  const known = keptIn(path);
  if (known !== null) return known;
  mkdirSync(folder, { recursive: true });
  const { url, drop } = await newDatabase();
  try {
    writeFileSync(path, url, { flag: "wx" });
    return url;
  } catch {
    // Another process of the test was faster.
    await drop();
    return readFileSync(path, "utf8");
  }
}

/** Nobody has the data folder open any more, and nobody will. */
export async function removeData(folder: string): Promise<void> {
  const url = keptIn(join(folder, "database-url"));
  rmSync(folder, { recursive: true, force: true });
  if (url !== null) await databaseAt(url).giveBack();
}

function keptIn(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

/** A second data folder with the same in it. Nobody may have the first one open. */
export async function copyData(from: string, to: string): Promise<void> {
  cpSync(from, to, { recursive: true });
  if (!ON_POSTGRES) return;
  const { url } = await newDatabase(new URL(await databaseOf(from)).pathname.slice(1));
  writeFileSync(join(to, "database-url"), url);
}
