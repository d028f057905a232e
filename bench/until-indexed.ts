/** What no request shows: whether the search index knows all contacts. */
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";

/** @param folder the data folder of a server that is running */
export async function untilIndexed(folder: string, contacts: number): Promise<void> {
  const database = new DatabaseSync(join(folder, "muster.db"), { readOnly: true });
  try {
    const mark = database.prepare("select ifnull(max(known_to), 0) as known_to from search_mark");
    while (Number(mark.get()?.known_to) < contacts) await sleep(200);
  } finally {
    database.close();
  }
}
