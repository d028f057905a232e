/** A copy of the embedded database as it is at one moment, while others go on writing to it; and what has to hold of one before it is used. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import { StoreFault } from "../../app/store-fault.ts";
import { migrations } from "./migrations/index.ts";
import { SIGN_IN_DATABASE } from "./sign-in-database.ts";

export type DatabaseFacts = {
  /** Number of the last migration. */
  readonly schema: number;
  /** Stored files that imports were made of. */
  readonly files: readonly string[];
};

/** All pages in one step: between two, a writer would have the copy begin again. */
const ALL_PAGES = 0x7fff_ffff;

/** @param folder the data folder; the copy is written to `path` */
export async function copyDatabase(folder: string, path: string): Promise<DatabaseFacts> {
  const source = new DatabaseSync(join(folder, "muster.db"), { readOnly: true });
  try {
    await backup(source, path, { rate: ALL_PAGES });
  } finally {
    source.close();
  }
  return databaseFacts(path);
}

/** The same of the database of those who sign in. False = nobody does: there is none. */
export async function copySignIn(folder: string, path: string): Promise<boolean> {
  const file = join(folder, SIGN_IN_DATABASE);
  if (!existsSync(file)) return false;
  const source = new DatabaseSync(file, { readOnly: true });
  try {
    await backup(source, path, { rate: ALL_PAGES });
    return true;
  } finally {
    source.close();
  }
}

/** Throws `StoreFault` where the file is damaged, no database of ours, or one of a later version. */
export function databaseFacts(path: string): DatabaseFacts {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const schema = Number(database.prepare("pragma user_version").get()?.user_version ?? 0);
    if (schema > migrations.length) {
      throw new StoreFault("store_newer", `The database was written by a newer Muster (schema ${schema}).`);
    }
    if (database.prepare("pragma quick_check(1)").get()?.quick_check !== "ok") throw damagedDatabase();
    const keys = database.prepare(
      `with kept as (select settings from import where settings ->> '$.source.since.expiredAt' is null)
       select settings ->> '$.source.key' as key from kept
       union select settings ->> '$.source.original.key' from kept
       union select settings ->> '$.fixes.key' from kept order by 1`,
    );
    const files = keys.all().flatMap(({ key }) => (typeof key === "string" ? [key] : []));
    return { schema, files };
  } catch (error) {
    throw error instanceof StoreFault ? error : damagedDatabase(error);
  } finally {
    database.close();
  }
}

const damagedDatabase = (cause?: unknown): StoreFault =>
  new StoreFault("store_damaged", "The copy of the database is damaged.", { cause });
