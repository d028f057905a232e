/** What no request shows: whether the search index knows all contacts. */
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

const KNOWN_TO = "select coalesce(max(known_to), 0) as known_to from search_mark";

/** @param folder the data folder of a server that is running; its data may be in PostgreSQL (`DATABASE_URL`) */
export async function untilIndexed(folder: string, contacts: number): Promise<void> {
  const url = process.env.DATABASE_URL;
  if (url) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    while (Number((await client.query(KNOWN_TO)).rows[0]?.known_to) < contacts) await sleep(200);
    await client.end();
    return;
  }
  const database = new DatabaseSync(join(folder, "muster.db"), { readOnly: true });
  try {
    const mark = database.prepare(KNOWN_TO);
    while (Number(mark.get()?.known_to) < contacts) await sleep(200);
  } finally {
    database.close();
  }
}
