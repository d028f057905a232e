/** Brings the schema up to date. Safe to race: of processes that start at once one migrates, and the others find it done. */
import type pg from "pg";
import { StoreFault } from "../../app/store-fault.ts";
import { migrations } from "./migrations/index.ts";

/** Two who make the same table at once: PostgreSQL's `if not exists` looks before it makes. */
const MADE_AT_ONCE: ReadonlySet<unknown> = new Set(["23505", "42P07"]);

export async function migrate(pool: pg.Pool, { evenHalfMoved = false } = {}): Promise<void> {
  const known = await schemaOf(pool);
  if (known?.moving && !evenHalfMoved) {
    throw new StoreFault("store_half_moved", "The database is half way through being filled by muster move.");
  }
  if (known?.version === migrations.length) return;
  const client = await pool.connect();
  try {
    await makeVersionTable(client);
    await client.query("begin");
    const { rows } = await client.query("select version from muster_schema for update");
    const version = Number(rows[0]?.version ?? 0);
    if (version > migrations.length) {
      throw new StoreFault(
        "store_newer",
        `The database was written by a newer Muster (schema ${version}, this one knows ${migrations.length}).`,
      );
    }
    for (const migration of migrations.slice(version)) await client.query(migration);
    await client.query("update muster_schema set version = $1", [migrations.length]);
    await client.query("commit");
    client.release();
  } catch (error) {
    await client.query("rollback").then(
      () => client.release(),
      () => client.release(true),
    );
    throw error;
  }
}

/** The one row is what everybody who migrates holds. */
async function makeVersionTable(client: pg.PoolClient): Promise<void> {
  for (;;) {
    try {
      await client.query(
        "create table if not exists muster_schema (id bigint primary key, version bigint not null, moving text)",
      );
      await client.query("insert into muster_schema (id, version) values (1, 0) on conflict (id) do nothing");
      return;
    } catch (error) {
      if (!MADE_AT_ONCE.has((error as { code?: unknown }).code)) throw error;
    }
  }
}

/** Null = there is no schema yet. */
async function schemaOf(pool: pg.Pool): Promise<{ readonly version: number; readonly moving: boolean } | null> {
  const there = await pool.query("select to_regclass('muster_schema')::text as there");
  if (there.rows[0]?.there === null) return null;
  const { rows } = await pool.query("select version, moving from muster_schema");
  return rows.length === 0 ? null : { version: Number(rows[0]?.version), moving: rows[0]?.moving !== null };
}
