/**
 * What Muster's times on PostgreSQL are held against: the same file, by the fastest ordinary way into the same server. `COPY`
 * reads it into a staging table and one upsert moves it over, into the same ten columns with an index for each key. It checks
 * nothing, keeps no history and no ledger.
 */
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { COLUMNS, OTHERS } from "./reference-sqlite.ts";

const SETTINGS_SQL = `
create table if not exists contacts (id bigint generated always as identity primary key, ${COLUMNS.map((column) => `${column} text`).join(", ")});
create unique index if not exists contacts_email on contacts (email);
create index if not exists contacts_phone on contacts (phone);
create index if not exists contacts_external_id on contacts (external_id);
drop table if exists staging;
create unlogged table staging (${COLUMNS.map((column) => `${column} text`).join(", ")});`;

const UPSERT_SQL = `
insert into contacts (${COLUMNS.join(", ")}) select * from staging
on conflict (email) do update set ${OTHERS.map((column) => `${column} = excluded.${column}`).join(", ")};
drop table staging;`;

/** Seconds that it takes to put the file into the database. */
export async function runPostgresReference(file: string, url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const begin = performance.now();
    await client.query(SETTINGS_SQL);
    await pipeline(createReadStream(file), client.query(copyFrom("copy staging from stdin with (format csv, header)")));
    await client.query(UPSERT_SQL);
    return (performance.now() - begin) / 1000;
  } finally {
    await client.end();
  }
}
