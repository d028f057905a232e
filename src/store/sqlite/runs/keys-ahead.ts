/**
 * Keys that were looked up for batches to come, on a thread of their own. An answer counts only where exactly the same is
 * asked and the index cannot have changed since: neither by this connection nor by a commit of any other. Everything else
 * is looked up by the batch itself, so that this saves time and decides nothing.
 */
import { Worker } from "node:worker_threads";
import type { BatchScope, KeyAsk, KeyHits, KeysAhead } from "../../../app/ports.ts";
import type { Database } from "../database.ts";
import type { KeyScope } from "./identity-keys.ts";
import type { FinderAnswer, FinderRequest } from "./key-finder.ts";

/** The published package holds compiled files; a clone holds TypeScript. */
const WORKER = new URL(`./key-finder${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`, import.meta.url);

/** Mebibytes: what a group of batches asks is small, and garbage at once. */
const THREAD_LIMITS = { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 128 };

/** The threads that look ahead, one for each import that is at work and has lines enough to go. */
export class AheadThreads {
  readonly #database: Database;
  readonly #folder: string;
  readonly #fromLines: number;
  readonly #threads = new Map<string, LookupThread>();

  /** @param folder the data folder: each thread opens the database there once more */
  constructor(database: Database, folder: string, fromLines: number) {
    this.#database = database;
    this.#folder = folder;
    this.#fromLines = fromLines;
  }

  begin(scope: BatchScope, lines: number): KeysAhead | null {
    if (lines < this.#fromLines) return null;
    const thread = new LookupThread(this.#database, this.#folder, scopeOf(scope));
    this.#threads.set(asText(scope), thread);
    return {
      find: (asks) => thread.find(asks),
      end: async () => {
        this.#threads.delete(asText(scope));
        await thread.end();
      },
    };
  }

  of(scope: BatchScope): FoundAhead | null {
    return this.#threads.get(asText(scope)) ?? null;
  }
}

const asText = ({ ref, object }: BatchScope): string => `${ref.workspace} ${ref.import} ${object}`;
const scopeOf = ({ ref, object }: BatchScope): KeyScope => ({ workspace: ref.workspace, object });

type Found = KeyAsk & { readonly hits: KeyHits; readonly index: string };

/** What a batch takes from it. */
export type FoundAhead = Pick<LookupThread, "take">;

class LookupThread {
  readonly #database: Database;
  readonly #scope: KeyScope;
  readonly #worker: Worker;
  /** In the order in which batches will ask. */
  #found: readonly Found[] = [];
  /** Who waits for the thread's next answers, in turn; null = it answers no more. */
  #waiting: ((answer: FinderAnswer) => void)[] | null = [];

  constructor(database: Database, folder: string, scope: KeyScope) {
    this.#database = database;
    this.#scope = scope;
    this.#worker = new Worker(WORKER, { workerData: folder, resourceLimits: THREAD_LIMITS });
    this.#worker.on("message", (answer: FinderAnswer) => {
      this.#waiting?.shift()?.(answer);
      if (this.#waiting?.length === 0) this.#worker.unref();
    });
    // What it could not do, the batches do: a fault of the disk shows itself there, with its name.
    this.#worker.on("error", () => this.#giveUp());
    this.#worker.on("exit", () => this.#giveUp());
    this.#worker.unref();
  }

  async find(asks: readonly KeyAsk[]): Promise<void> {
    if (asks.length === 0 || this.#waiting === null) return;
    const index = this.#index();
    const request: FinderRequest = { scope: this.#scope, asks };
    this.#worker.ref();
    this.#worker.postMessage(request);
    const answer = await new Promise<FinderAnswer>((resolve) => this.#waiting?.push(resolve));
    const found = asks.flatMap((ask, at) => (answer[at] === undefined ? [] : [{ ...ask, hits: answer[at], index }]));
    this.#found = [...this.#found, ...found];
  }

  /** Null where it is not known. Call inside a transaction. */
  take({ kind, hashes }: KeyAsk): KeyHits | null {
    const place = this.#found.findIndex((found) => found.kind === kind && sameHashes(found.hashes, hashes));
    const found = this.#found[place];
    if (!found) return null;
    this.#found = this.#found.slice(place + 1);
    return found.index === this.#index() ? found.hits : null;
  }

  async end(): Promise<void> {
    if (this.#waiting === null) return;
    const exited = new Promise((resolve) => this.#worker.once("exit", resolve));
    this.#worker.ref();
    this.#worker.postMessage("end" satisfies FinderRequest);
    await exited;
  }

  /** Changes with every change of the identity index, and with some other changes. */
  #index(): string {
    const [others] = this.#database.get("pragma data_version") ?? [];
    return `${others} ${this.#database.indexChanges[this.#scope.object]}`;
  }

  #giveUp(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    for (const resolve of waiting) resolve([]);
  }
}

function sameHashes(a: Float64Array, b: Float64Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
