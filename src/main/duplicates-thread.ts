/** The comparing thread: one search for possible duplicates, on a connection of its own. */
import { parentPort, workerData } from "node:worker_threads";
import { findDuplicates } from "../app/duplicates/find-duplicates.ts";
import { openSqliteStore } from "../store/sqlite/store.ts";
import type { DuplicatesTask } from "./duplicates-apart.ts";

const { dataFolder, workspace, search } = workerData as DuplicatesTask;
const store = openSqliteStore(dataFolder, Date.now);
try {
  parentPort?.postMessage(await findDuplicates({ store }, { number: workspace }, search));
} finally {
  await store.close();
}
