/** A database of its own for a test, on the server of the tests: copied from one that is up to date, which takes no time to speak of. */
import { randomUUID } from "node:crypto";
import pg from "pg";
import { openDatabase } from "../../src/store/postgres/database.ts";

export type TestDatabase = { readonly url: string; drop(): Promise<void> };

let template: Promise<string> | null = null;

/** @param like the database that it is a copy of; unsaid, one without any workspace */
export async function newDatabase(like?: string): Promise<TestDatabase> {
  if (like === undefined) template ??= makeTemplate();
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await command(`create database ${name} template ${like ?? (await template)}`);
  return { url: urlOf(name), drop: () => command(`drop database if exists ${name} with (force)`) };
}

/** One for each process that runs tests. */
async function makeTemplate(): Promise<string> {
  const name = `template_${randomUUID().replaceAll("-", "")}`;
  await command(`create database ${name}`);
  await (await openDatabase(urlOf(name), 1)).close();
  return name;
}

function serverUrl(): string {
  const url = process.env.MUSTER_TEST_POSTGRES;
  if (url === undefined) throw new Error("there is no PostgreSQL for the tests: run them by Vitest");
  return url;
}

function urlOf(database: string): string {
  const url = new URL(serverUrl());
  url.pathname = `/${database}`;
  return url.href;
}

async function command(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
