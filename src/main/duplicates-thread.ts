/** The comparing thread: one search for possible duplicates, on a connection of its own. */
import { parentPort, workerData } from "node:worker_threads";
import { findDuplicates } from "../app/duplicates/find-duplicates.ts";
import type { DuplicatesTask } from "./duplicates-apart.ts";
import { openStore } from "./open-store.ts";

const { dataFolder, workspace, search } = workerData as DuplicatesTask;
const store = await openStore(dataFolder);
try {
  parentPort?.postMessage(await findDuplicates({ store }, { number: workspace }, search));
} finally {
  await store.close();
}
