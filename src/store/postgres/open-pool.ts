/** A pool of connections to PostgreSQL that lives through a server that goes away, with or without a word. */
import pg from "pg";

const CONNECT_MS = 15_000;

export function openPool(
  settings: Pick<pg.PoolConfig, "connectionString" | "max" | "application_name" | "types">,
): pg.Pool {
  const pool = new pg.Pool({ ...settings, connectionTimeoutMillis: CONNECT_MS, keepAlive: true });
  // A connection that breaks while nobody uses it is no fault: the next one is made anew.
  pool.on("error", () => {});
  // One that breaks while it is lent, between two statements, says so to nobody else, and would end the process.
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}
