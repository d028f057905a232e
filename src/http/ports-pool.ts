/**
 * A connection for each request while it lasts: no request sees what another has begun and not committed. There are a few,
 * made when they are needed; who comes when all are taken waits for his turn.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import type { Ports, Store } from "../app/ports.ts";
import { CONNECTIONS } from "./limits.ts";

export class PortsPool {
  readonly #shared: Omit<Ports, "store">;
  readonly #open: () => Store;
  readonly #free: Store[] = [];
  readonly #waiting: ((store: Store) => void)[] = [];
  readonly #inTransaction = new AsyncLocalStorage<Store>();
  #opened = 0;

  constructor(shared: Omit<Ports, "store">, open: () => Store) {
    this.#shared = shared;
    this.#open = open;
  }

  async use<T>(work: (ports: Ports) => Promise<T>): Promise<T> {
    const store = await this.#next();
    try {
      return await work({ ...this.#shared, store });
    } finally {
      this.#giveBack(store);
    }
  }

  /** Holds no connection: each call of the store takes one while it lasts, and what a transaction asks goes over its own. */
  lent(): Ports {
    const part = (name: string): unknown =>
      new Proxy(
        {},
        {
          get:
            (_, method) =>
            (...given: unknown[]) =>
              this.#pinned(async (store) => callOf(store, name, String(method))(...given)),
        },
      );
    const transaction: Store["transaction"] = (workspace, work) =>
      this.#pinned((store) => this.#inTransaction.run(store, () => store.transaction(workspace, work)));
    const store = new Proxy(
      {},
      { get: (_, name) => (name === "transaction" ? transaction : part(String(name))) },
    ) as Store;
    return { ...this.#shared, store };
  }

  /** The connection of the transaction that this is asked in, else one of its own. */
  #pinned<T>(work: (store: Store) => Promise<T>): Promise<T> {
    const store = this.#inTransaction.getStore();
    return store ? work(store) : this.use((ports) => work(ports.store));
  }

  /** When all requests have ended. */
  async close(): Promise<void> {
    for (const store of this.#free.splice(0)) await store.close();
    await this.#shared.drafts.close();
  }

  #next(): Promise<Store> | Store {
    const free = this.#free.pop();
    if (free) return free;
    if (this.#opened < CONNECTIONS) {
      // One that cannot be opened takes no place from those that come after it.
      const store = this.#open();
      this.#opened++;
      return store;
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #giveBack(store: Store): void {
    const next = this.#waiting.shift();
    if (next) next(store);
    else this.#free.push(store);
  }
}

type Call = (...given: unknown[]) => unknown;

function callOf(store: Store, part: string, method: string): Call {
  const owner = Reflect.get(store, part) as Readonly<Record<string, Call>>;
  return (...given) => owner[method]?.call(owner, ...given);
}
