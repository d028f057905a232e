/** Ends connections at the server, as an administrator would, and looks at what a process has open there. */
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { connectionName, databaseOf } from "../support/open-test-store.ts";

async function asked<T>(data: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: await databaseOf(data) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The name of a command's and a worker's connections. */
export const MUSTER = "muster";

/** @param name whose connections: `connectionName` or `MUSTER` @returns how many they were */
export const cutOff = (data: string, name: string): Promise<number> =>
  asked(data, async (client) => {
    const { rows } = await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name = $1`,
      [name],
    );
    return rows.length;
  });

/** Where a process stands that was stopped: in the middle of a transaction, in the middle of a statement of one, or nowhere. */
export type Standing = "in a transaction" | "in a statement" | "between";

/** Answers once the server has done what it was asked before the process was stopped. Batches must be under way. */
export const standingOf = (data: string, pid: number | undefined): Promise<Standing> =>
  asked(data, async (client) => {
    for (;;) {
      const { rows } = await client.query<{ readonly state: string; readonly waits: string | null }>(
        `select state, wait_event_type as waits from pg_stat_activity
         where datname = current_database() and application_name = $1 and state <> 'idle'
           and exists (select 1 from import as one where one.state = 'undoing' or (one.state = 'running' and one.progress is not null))`,
        [connectionName(pid)],
      );
      if (rows.length === 0) return "between";
      // Nobody else holds anything, so that whatever the server is at comes to its end.
      const isDone = rows.every(({ state, waits }) => state !== "active" || waits === "Client");
      if (isDone) return rows.some(({ state }) => state === "active") ? "in a statement" : "in a transaction";
      await pause(5);
    }
  });

/** How often anybody has taken each import to work on it. */
export const takenTimes = (data: string): Promise<readonly number[]> =>
  asked(data, async (client) => {
    const { rows } = await client.query("select lease_token from import order by workspace_id, import_id");
    return rows.map(({ lease_token: token }) => Number(token));
  });
