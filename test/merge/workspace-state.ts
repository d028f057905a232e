/** All that a merge can change in a workspace, as the database has it, for comparing before and after. */
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import pg from "pg";
import { databaseOf, ON_POSTGRES } from "../support/open-test-store.ts";
import type { TestWorkspace } from "../support/workspace.ts";

type Row = Readonly<Record<string, unknown>>;

const STATE = {
  contacts: "select * from contact order by contact_id",
  keys: "select * from contact_key order by kind, hash, contact_id",
  accounts: "select account_id, name, domain, external_id, main_contact from account order by account_id",
};

export async function workspaceState({ folder }: TestWorkspace): Promise<Readonly<Record<keyof typeof STATE, Row[]>>> {
  const data = join(folder, "data");
  return ON_POSTGRES ? stateInPostgres(await databaseOf(data)) : stateInFile(join(data, "muster.db"));
}

function stateInFile(path: string) {
  const database = new DatabaseSync(path, { readOnly: true });
  const all = (sql: string): Row[] =>
    database
      .prepare(sql)
      .all()
      .map((row) => ({ ...row }));
  try {
    return { contacts: all(STATE.contacts), keys: all(STATE.keys), accounts: all(STATE.accounts) };
  } finally {
    database.close();
  }
}

async function stateInPostgres(url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const all = async (sql: string): Promise<Row[]> => (await client.query<Row>(sql)).rows;
  try {
    return { contacts: await all(STATE.contacts), keys: await all(STATE.keys), accounts: await all(STATE.accounts) };
  } finally {
    await client.end();
  }
}
