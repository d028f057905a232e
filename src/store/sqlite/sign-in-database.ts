/**
 * The database of people who sign in: accounts, sessions and one-time links. A file of its own beside `muster.db`, so that
 * signing in never waits for a batch of an import. Its tables are those of the library that signs people in.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { SIGN_IN_BUSY_MS } from "../../app/limits.ts";
import { StoreFault } from "../../app/store-fault.ts";

export const SIGN_IN_DATABASE = "sign-in.db";

/** @param folder the data folder, made where it is missing. Throws `StoreFault`. */
export function openSignInDatabase(folder: string) {
  const database = openFile(folder);
  return {
    database,
    tables: "",
    /** Of two processes that start at once, one makes the tables and the other finds them. */
    async alone<T>(work: () => Promise<T>): Promise<T> {
      database.exec("begin immediate");
      try {
        const result = await work();
        database.exec("commit");
        return result;
      } catch (error) {
        database.exec("rollback");
        throw error;
      }
    },
    close: async () => database.close(),
  };
}

function openFile(folder: string): DatabaseSync {
  try {
    mkdirSync(folder, { recursive: true });
    const database = new DatabaseSync(join(folder, SIGN_IN_DATABASE), { timeout: SIGN_IN_BUSY_MS });
    database.exec("pragma journal_mode = wal; pragma synchronous = normal; pragma foreign_keys = on;");
    return database;
  } catch (cause) {
    throw new StoreFault("store_damaged", `${SIGN_IN_DATABASE} in the data folder cannot be opened.`, { cause });
  }
}
