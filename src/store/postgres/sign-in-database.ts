/**
 * Where accounts, sessions and one-time links of people who sign in are: in the same database as all else, so that every
 * server knows them, in tables with a name of their own. They are those of the library that signs people in.
 */
import { openPool } from "./open-pool.ts";
import { asFault } from "./postgres-faults.ts";

const CONNECTIONS = 3;
/** The library has an `account` too. */
export const SIGN_IN_TABLES = "sign_in_";

/** Throws `StoreFault`. */
export function openSignInDatabase(url: string) {
  const database = openPool({ connectionString: url, max: CONNECTIONS, application_name: "muster sign-in" });
  return {
    database,
    tables: SIGN_IN_TABLES,
    /** Of servers that start at once, one makes the tables and the others find them. */
    async alone<T>(work: () => Promise<T>): Promise<T> {
      const client = await database.connect().catch((error: unknown) => {
        throw asFault(error);
      });
      try {
        await client.query("begin");
        await client.query("select version from muster_schema for update");
        return await work();
      } finally {
        await client.query("rollback").then(
          () => client.release(),
          () => client.release(true),
        );
      }
    },
    close: () => database.end(),
  };
}
