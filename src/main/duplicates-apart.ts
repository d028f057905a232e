/** Searches for possible duplicates beside the thread that answers requests, one after another: each takes a processor for as long as it lasts. */
import { Worker } from "node:worker_threads";
import type { DuplicateReport, DuplicateSearch } from "../app/duplicates/find-duplicates.ts";

export type DuplicatesTask = {
  readonly dataFolder: string;
  /** Its number. */
  readonly workspace: number;
  readonly search: DuplicateSearch;
};

/** The published package holds compiled files; a clone holds TypeScript. */
const THREAD = new URL(`./duplicates-thread${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`, import.meta.url);

export class DuplicatesApart {
  readonly #dataFolder: string;
  #last: Promise<unknown> = Promise.resolve();
  #thread: Worker | null = null;
  #isClosed = false;

  constructor(dataFolder: string) {
    this.#dataFolder = dataFolder;
  }

  find(workspace: number, search: DuplicateSearch): Promise<DuplicateReport> {
    const found = this.#last.then(() => this.#run({ dataFolder: this.#dataFolder, workspace, search }));
    this.#last = found.catch(() => undefined);
    return found;
  }

  /** A search that is under way ends without an answer. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#thread?.terminate();
  }

  #run(task: DuplicatesTask): Promise<DuplicateReport> {
    return new Promise((resolve, reject) => {
      if (this.#isClosed) throw new Error("the server is being stopped");
      const thread = new Worker(THREAD, { workerData: task });
      this.#thread = thread;
      thread.once("message", resolve);
      thread.once("error", reject);
      thread.once("exit", () => reject(new Error("the search for duplicates was stopped")));
      thread.unref();
    });
  }
}
