/**
 * What keeps the scaled database fit for being spread over several machines by workspace (Citus, CockroachDB, YugabyteDB), and for
 * PgBouncer: read from the catalogue of a migrated database and from the statements themselves. It fails where somebody adds a table,
 * an index or a statement that is not.
 */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newDatabase, type TestDatabase } from "../support/postgres-database.ts";
import { literalsIn, says, statementsOn } from "../support/sql-in-source.ts";

/** Tables that no workspace's data are in. */
const OF_NO_WORKSPACE: Readonly<Record<string, string>> = {
  muster_schema: "says which schema the database has: one row",
  workspace_slug: "a slug is given once among all workspaces, and is what a workspace is found by",
};

/** Indexes that are asked before it is known which workspace is meant, or about something that workspaces share. */
const OF_ALL_WORKSPACES: Readonly<Record<string, string>> = {
  api_key_hint: "a key says who calls: its workspace is found by it",
  member_address: "a person who signs in is a member of several workspaces, which are found by the address",
  upload_key: "a stored file is named by its bytes, and goes when no workspace uses it",
  upload_rows_key: "as upload_key",
  import_source: "as upload_key",
  import_original: "as upload_key",
  import_fixes: "as upload_key",
};

/** Beginnings of statements that say no workspace_id. */
const WITHOUT: readonly (readonly [beginning: string, reason: string])[] = [
  [
    "select 1 from import where settings #>> '{source,key}'",
    "whether any workspace uses a stored file: see upload_key",
  ],
  [
    `select \${UPLOAD_COLUMNS} from upload where expires_at <=`,
    "those whose time is over; each is removed in its own workspace",
  ],
  ["select lease_until from import where lease_holder is not null", "how much is at work in all workspaces"],
  ["select count(*) from erasure where state in", "how much there is to do in all workspaces"],
  ["select count(*) from bulk_change where state in", "as the one above"],
  ["select 1 from erasure where compacted = 0", "whether pages of the whole database are to be written anew"],
  [`select \${WORKSPACE_COLUMNS} from workspace order by slug`, "the workspaces themselves"],
  [`exists (select 1 from \${itemsOf(list)}`, "of no table: the items of a list, in statements that say it"],
  [`case when \${holds(list)} then`, "as the one above"],
  [`select \${columns} from \${name}`, "a database is moved whole"],
  [`select \${key} from \${name}`, "a database is moved whole"],
  [`delete from \${name}`, "a database is moved whole"],
  ["select 1 from workspace limit 1", "whether a database that is to be filled is empty"],
];

let made: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  made = await newDatabase();
  client = new pg.Client({ connectionString: made.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await made.drop();
});

const names = async (sql: string): Promise<string[]> => {
  const { rows } = await client.query<string[]>({ text: sql, rowMode: "array" });
  return rows.map(([name]) => String(name));
};

const HERE = "relnamespace = current_schema()::regnamespace";
/** The first column of the index `held`, on the table `of`; null = an expression. */
const FIRST = "(select attname from pg_attribute where attrelid = held.indrelid and attnum = held.indkey[0])";
const INDEXES = `from pg_index as held join pg_class as of on of.oid = held.indrelid
  join pg_class as index on index.oid = held.indexrelid where of.${HERE}`;

const tablesIn = (): Promise<string[]> => names(`select relname from pg_class where ${HERE} and relkind in ('r', 'p')`);

const CATALOGUE: Readonly<Record<string, { readonly sql: string; readonly but?: Readonly<Record<string, string>> }>> = {
  "a table whose primary key does not begin with workspace_id": {
    sql: `select relname from pg_class as of where ${HERE} and relkind in ('r', 'p') and not exists (
            select 1 from pg_index as held where held.indrelid = of.oid and held.indisprimary and ${FIRST} = 'workspace_id')`,
    but: OF_NO_WORKSPACE,
  },
  "an index or a unique constraint that does not begin with workspace_id": {
    sql: `select index.relname ${INDEXES} and not held.indisprimary and ${FIRST} is distinct from 'workspace_id'`,
    but: OF_ALL_WORKSPACES,
  },
  "a unique key that no workspace_id is in": {
    sql: `select index.relname ${INDEXES} and held.indisunique and not exists (
            select 1 from pg_attribute where attrelid = of.oid and attname = 'workspace_id' and attnum = any(held.indkey))`,
    but: { muster_schema_pkey: "its one row", workspace_slug_pkey: "see the table" },
  },
  "a sequence": { sql: `select relname from pg_class where ${HERE} and relkind = 'S'` },
  "a column that the database numbers": {
    sql: `select attname from pg_attribute join pg_class as of on of.oid = attrelid where of.${HERE} and attidentity <> ''`,
  },
  "a trigger": { sql: "select tgname from pg_trigger where not tgisinternal" },
  "a reference to another table that does not begin with workspace_id": {
    sql: `select conname from pg_constraint join pg_class as of on of.oid = conrelid
          join pg_attribute on attrelid = conrelid and attnum = conkey[1]
          where of.${HERE} and contype = 'f' and attname <> 'workspace_id'`,
  },
};

const offendersIn = async (rule: string): Promise<string[]> => {
  const { sql, but = {} } = CATALOGUE[rule]!;
  return (await names(sql)).filter((name) => !(name in but)).sort();
};

describe("the schema has no", () => {
  test.each(Object.keys(CATALOGUE))("%s", async (rule) => expect(await offendersIn(rule)).toEqual([]));

  test("such thing that is excused, and is not there any more", async () => {
    for (const { sql, but = {} } of Object.values(CATALOGUE)) {
      const found = await names(sql);
      expect(Object.keys(but).filter((name) => !found.includes(name))).toEqual([]);
    }
  });

  test("exception for whatever somebody adds: each rule names it", async () => {
    await client.query("begin");
    await client.query(`
      create table made_up (number serial primary key, workspace_id bigint, name text unique, parent bigint references made_up);
      create table counted (workspace_id bigint, id bigint generated always as identity, primary key (workspace_id, id));
      create index backwards on counted (id, workspace_id);
      create function nothing() returns trigger language plpgsql as 'begin return null; end';
      create trigger made_up_gone after delete on made_up execute function nothing();`);
    const found: string[][] = [];
    for (const rule of Object.keys(CATALOGUE)) found.push(await offendersIn(rule));
    await client.query("rollback");
    expect(found).toEqual([
      ["made_up"],
      ["backwards", "made_up_name_key"],
      ["made_up_name_key", "made_up_pkey"],
      ["counted_id_seq", "made_up_number_seq"],
      ["id"],
      ["made_up_gone"],
      ["made_up_parent_fkey"],
    ]);
  });
});

/** What a transaction of PgBouncer's does not carry, or what a database on several machines has not. */
const FORBIDDEN =
  /\block table\b|pg_(?:try_)?advisory|\b(?:un)?listen [a-z"]|\bnotify [a-z"]|pg_notify|nextval|\b(?:big)?serial\b/i;

const folder = fileURLToPath(new URL("../../src/store/postgres", import.meta.url));
const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => [path, readFileSync(`${folder}/${path}`, "utf8")] as const);

const withoutWorkspace = (source: string, tables: ReadonlySet<string>): readonly string[] =>
  statementsOn(source, tables).filter((text) => !says(text, "workspace_id", { source, others }));
const others = sources.map(([, text]) => text);
const forbiddenIn = (source: string): readonly string[] => literalsIn(source).filter((text) => FORBIDDEN.test(text));

describe("the statements", () => {
  const tables = async () => new Set((await tablesIn()).filter((name) => !(name in OF_NO_WORKSPACE)));

  test("are found", async () => {
    const known = await tables();
    const found = new Set(sources.flatMap(([, text]) => statementsOn(text, known)));
    expect(found.size).toBeGreaterThan(200);
  });

  test("say of which workspace they are about", async () => {
    const known = await tables();
    const excused = (text: string) => WITHOUT.some(([beginning]) => text.startsWith(beginning));
    const offenders = sources.flatMap(([path, text]) =>
      withoutWorkspace(text, known)
        .filter((one) => !excused(one))
        .map((one) => `${path}: ${one}`),
    );
    expect(offenders).toEqual([]);
  });

  test("that are excused are there", async () => {
    const known = await tables();
    const found = sources.flatMap(([, text]) => withoutWorkspace(text, known));
    expect(WITHOUT.filter(([beginning]) => !found.some((text) => text.startsWith(beginning)))).toEqual([]);
  });

  test("use nothing that a pool of connections or several machines break", () => {
    expect(sources.flatMap(([path, text]) => forbiddenIn(text).map((one) => `${path}: ${one}`))).toEqual([]);
  });

  test("of somebody who forgets it are named", async () => {
    const known = await tables();
    const source = [
      `const a = \`select name from contact where contact_id = $1 and city = \${bind(\`x\`)}\`;`,
      'const b = "delete from tag where key = $1"; // delete from upload',
      `const c = \`update \${table} set a = 1\`;`,
      "const d = 'select 1 from contact where workspace_id = $1';",
      'const e = "select version from muster_schema";',
    ].join("\n");
    expect(withoutWorkspace(source, known)).toEqual([
      `select name from contact where contact_id = $1 and city = \${bind(\`x\`)}`,
      "delete from tag where key = $1",
      `update \${table} set a = 1`,
    ]);
    const words = ["lock table contact", "select pg_advisory_xact_lock(1)", "listen jobs", "select nextval('a')"];
    const made = words.map((word) => `await run("${word}");`).join("\n");
    expect(forbiddenIn(`${made}\n/** Nobody has to listen to it. */`)).toEqual(words);
  });
});
