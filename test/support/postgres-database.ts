/**
 * A database of its own for a test, on the server of the tests. It is a copy of one that is up to date, or one that an earlier test
 * has given back: to empty it takes a tenth of the time.
 */
import { randomUUID } from "node:crypto";
import pg from "pg";
import { openDatabase } from "../../src/store/postgres/database.ts";

export type TestDatabase = {
  readonly url: string;
  drop(): Promise<void>;
  /** Instead of `drop`, where nobody has it open any more. */
  giveBack(): Promise<void>;
};

/** @param like the database that it is a copy of; unsaid, one without any workspace */
export async function newDatabase(like?: string): Promise<TestDatabase> {
  const name = (like === undefined ? await givenBack() : null) ?? (await copyOf(like ?? templateName()));
  return databaseAt(urlOf(name));
}

export function databaseAt(url: string): TestDatabase {
  const name = new URL(url).pathname.slice(1);
  return {
    url,
    drop: async () => void (await asked(`drop database if exists ${name} with (force)`)),
    giveBack: () => giveBack(name),
  };
}

/** Done once, before the tests. Answers what undoes it. */
export async function prepareServer(): Promise<() => Promise<void>> {
  const template = templateName();
  await asked(`create database ${template}`);
  await (await openDatabase(urlOf(template), 1)).close();
  await asked(`create table ${freeTable()} (name text primary key)`);
  return async () => {
    for (const [name = ""] of await asked(`delete from ${freeTable()} returning name`))
      await databaseAt(urlOf(name)).drop();
    await asked(`drop table ${freeTable()}`);
    await databaseAt(urlOf(template)).drop();
  };
}

/** Tests of several processes, or of several runs on one server, share what is named after their run. */
const runName = (): string => said("MUSTER_TEST_RUN");
const templateName = (): string => `template_${runName()}`;
const freeTable = (): string => `free_${runName()}`;

async function copyOf(template: string): Promise<string> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await asked(`create database ${name} template ${template}`);
  return name;
}

async function givenBack(): Promise<string | null> {
  const [row] = await asked(
    `delete from ${freeTable()} where name = (select name from ${freeTable()} limit 1 for update skip locked) returning name`,
  );
  return row?.[0] ?? null;
}

async function giveBack(name: string): Promise<void> {
  await asked(EMPTY_SQL, name);
  await asked(`insert into ${freeTable()} values ('${name}')`);
}

const EMPTY_SQL = `do $$
declare
  name text;
begin
  for name in select relname from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'muster_schema'
  loop
    execute format('delete from %I', name);
  end loop;
end $$`;

function said(variable: string): string {
  const value = process.env[variable];
  if (value === undefined) throw new Error("there is no PostgreSQL for the tests: run them by Vitest");
  return value;
}

function urlOf(database: string): string {
  const url = new URL(said("MUSTER_TEST_POSTGRES"));
  url.pathname = `/${database}`;
  return url.href;
}

/** @param database unsaid, that of the server's address */
async function asked(sql: string, database?: string): Promise<readonly (readonly string[])[]> {
  const connectionString = database === undefined ? said("MUSTER_TEST_POSTGRES") : urlOf(database);
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: "array" })).rows;
  } finally {
    await client.end();
  }
}
