/** The script that spreads the tables over a cluster says of each of them where it goes. Citus itself is not asked. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { expect, test } from "vitest";
import { newDatabase } from "../support/postgres-database.ts";

const script = readFileSync(fileURLToPath(new URL("../../examples/scale/citus.sql", import.meta.url)), "utf8");
const named = (pattern: RegExp): string[] => [...script.matchAll(pattern)].map(([, table = ""]) => table).sort();

test("examples/scale/citus.sql names each table, those of a workspace by its workspace_id", async () => {
  const database = await newDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; spread: boolean }>(
      `select relname as name, exists (
         select 1 from pg_attribute where attrelid = of.oid and attname = 'workspace_id') as spread
       from pg_class as of where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')
         and relname not in ('workspace_slug', 'muster_schema') order by relname`,
    );
    expect(rows.filter(({ spread }) => !spread)).toEqual([]);
    expect(named(/^select create_distributed_table\('(\w+)', 'workspace_id'/gm)).toEqual(rows.map(({ name }) => name));
    expect(named(/^select create_reference_table\('(\w+)'\)/gm)).toEqual(["workspace_slug"]);
    expect(script).toContain("muster_schema");
  } finally {
    await client.end();
    await database.drop();
  }
});
