/** A pool of connections to PostgreSQL: transactions that serialise the writes of a workspace, statements, COPY, faults named. */
import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { LEASE_MS } from "../../app/limits.ts";
import type { DbRow, DbValue } from "../db-row.ts";
import { beginText, numberOf, STALLED } from "./begin-transaction.ts";
import { columnTypes } from "./column-types.ts";
import { migrate } from "./migrate.ts";
import { openPool } from "./open-pool.ts";
import { asFault, isConflict, isLockTimeout } from "./postgres-faults.ts";
import { type Said, sendTogether } from "./send-together.ts";
import { storable } from "./storable-text.ts";

/** Lists are bound as arrays; numbers of a list as `bigints` gives them. */
export type SqlValue = string | number | null | Uint8Array | readonly (string | number | null)[];

/** A whole transaction is tried so often where the database says that it collided with another. */
const MOST_TRIES = 8;
const RETRY_MS = 20;

/**
 * Who has a connection to himself. `workspace`: whose writers wait for each other; null = of none.
 * `failure`: a part of it failed, so that none of it is kept.
 */
type Turn = {
  readonly client: pg.PoolClient;
  readonly writes: boolean;
  readonly workspace: number | null;
  /** Of a writer: how many have written to the workspace by then, itself included. */
  number: number | null;
  isOpen: boolean;
  failure: { readonly error: unknown } | null;
  /** What goes to the server with the next statement that somebody waits for; null = each by itself. */
  together: Said[] | null;
  /** A connection answers one statement after the other. */
  last: Promise<unknown>;
};

export class Database {
  /** Milliseconds for which a process that says nothing keeps what it holds. */
  readonly leaseMs: number;
  readonly #pool: pg.Pool;
  readonly #turn = new AsyncLocalStorage<Turn>();

  constructor(pool: pg.Pool, leaseMs: number) {
    this.#pool = pool;
    this.leaseMs = leaseMs;
  }

  /** Rows as arrays, in the order of the statement's columns. */
  async all(sql: string, ...values: readonly SqlValue[]): Promise<DbRow[]> {
    const turn = this.#turn.getStore();
    try {
      if (turn?.isOpen) {
        await sendGathered(turn);
        return await inTurn(turn, () => query(turn.client, sql, values));
      }
      return await query(this.#pool, sql, values);
    } catch (error) {
      throw asFault(error);
    }
  }

  async get(sql: string, ...values: readonly SqlValue[]): Promise<DbRow | undefined> {
    return (await this.all(sql, ...values))[0];
  }

  /** Inside a transaction only: whoever writes holds the workspace. */
  async run(sql: string, ...values: readonly SqlValue[]): Promise<void> {
    const turn = this.#turn.getStore();
    if (!turn?.isOpen || !turn.writes) throw new Error(`a write outside of any transaction: ${sql}`);
    await this.all(sql, ...values);
  }

  /**
   * The same of a statement that answers nothing and may wait for others (`together`). Its values become part of its text, which
   * servers keep in their logs: no cell of a file is to be among them.
   */
  async send(sql: string, ...values: readonly SqlValue[]): Promise<void> {
    const together = this.#turn.getStore()?.together;
    if (together) together.push({ sql: withValues(sql, values) });
    else await this.run(sql, ...values);
  }

  /** Rows as lines of COPY's text format (`copyLine`), into `TABLE (COLUMNS)`. Inside a transaction only. */
  async copy(into: string, rows: Iterable<string>): Promise<void> {
    const turn = this.#turn.getStore();
    if (!turn?.isOpen || !turn.writes) throw new Error(`a copy outside of any transaction: ${into}`);
    const said = { sql: `copy ${into} from stdin`, rows };
    if (turn.together) {
      turn.together.push(said);
      return;
    }
    try {
      await inTurn(turn, () => sendTogether(turn.client, [said]));
    } catch (error) {
      throw asFault(error);
    }
  }

  /** Inside a transaction: what is copied and sent goes to the server at once, in its order; nobody waits in between. */
  async together(work: () => Promise<void>): Promise<void> {
    const turn = this.#turn.getStore();
    if (!turn?.isOpen || !turn.writes || turn.together)
      throw new Error("not in a transaction that gathers nothing yet");
    turn.together = [];
    try {
      await work();
      await sendGathered(turn);
    } catch (error) {
      throw asFault(error);
    } finally {
      turn.together = null;
    }
  }

  /**
   * All or nothing. Who writes to a workspace holds its row until the end, so that what is read stays true until what is
   * written is there. @param workspace null = the work is of no single workspace, or claims what it writes row by row.
   * Where the database says that it collided with another, `work` is called again.
   */
  async transaction<T>(workspace: number | null, work: () => Promise<T> | T): Promise<T> {
    const outer = this.#turn.getStore();
    if (outer?.isOpen) return joined(outer, workspace, work);
    for (let tries = 1; ; tries++) {
      try {
        return await this.#transaction(workspace, work);
      } catch (error) {
        const mayRepeat = isConflict(error) || (isLockTimeout(error) && (await this.#endStalled()));
        if (tries === MOST_TRIES || !mayRepeat) throw asFault(error);
        await pause(RETRY_MS * 2 ** tries * Math.random());
      }
    }
  }

  /** One statement as a transaction of its own, or as part of the one it is asked for in. Answers the rows that it returns. */
  async write(workspace: number | null, sql: string, ...values: readonly SqlValue[]): Promise<readonly DbRow[]> {
    return this.transaction(workspace, () => this.all(sql, ...values));
  }

  /** One consistent state for several reads; nobody waits for it. */
  async snapshot<T>(work: () => Promise<T> | T): Promise<T> {
    if (this.#turn.getStore()?.isOpen) return work();
    return this.#onClient({ writes: false, workspace: null }, async (turn) => {
      // One that stands still in it would keep the database from clearing up.
      await turn.client.query(
        `begin isolation level repeatable read read only; set local idle_in_transaction_session_timeout = ${this.leaseMs}`,
      );
      const result = await work();
      await turn.client.query("commit");
      return result;
    });
  }

  /** Of the transaction that this is asked in: which one it is of those that write to its workspace. */
  get turn(): number {
    const turn = this.#turn.getStore();
    if (!turn?.isOpen || turn.number === null) throw new Error("no transaction writes to a workspace");
    return turn.number;
  }

  /** On another connection than the transaction in which this is asked for, if any; that one does not wait for it. */
  async beside<T>(work: () => Promise<T>): Promise<T> {
    return this.#turn.exit(() => this.snapshot(work));
  }

  async close(): Promise<void> {
    if (!this.#pool.ending) await this.#pool.end();
  }

  #transaction<T>(workspace: number | null, work: () => Promise<T> | T): Promise<T> {
    return this.#onClient({ writes: true, workspace }, async (turn) => {
      turn.number = numberOf(await turn.client.query(beginText(workspace, this.leaseMs)));
      const result = await work();
      await turn.last;
      if (turn.failure) throw turn.failure.error;
      // Where a statement has failed and nobody said so, the answer is that all of it was taken back.
      const { command } = await turn.client.query("commit");
      if (command !== "COMMIT") throw new Error("a statement of the transaction had failed: nothing of it was kept");
      return result;
    });
  }

  /**
   * Ends the connections of processes that stand still in the middle of a statement, as where COPY waits for its rows: that is
   * no idle transaction, so that it would last until its process wakes. True = there were some, and others go on now.
   */
  async #endStalled(): Promise<boolean> {
    try {
      return (await query(this.#pool, STALLED, [this.leaseMs])).length > 0;
    } catch {
      // A user who may not, or a database that knows of no such thing.
      return false;
    }
  }

  async #onClient<T>(kind: Pick<Turn, "writes" | "workspace">, work: (turn: Turn) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect().catch((error: unknown) => {
      throw asFault(error);
    });
    const turn: Turn = {
      client,
      ...kind,
      number: null,
      isOpen: true,
      failure: null,
      together: null,
      last: Promise.resolve(),
    };
    try {
      const result = await this.#turn.run(turn, work, turn);
      client.release();
      return result;
    } catch (error) {
      turn.isOpen = false;
      await turn.last.catch(() => {});
      // A connection that cannot even take back what it did is of no use to anybody.
      await client.query("rollback").then(
        () => client.release(),
        () => client.release(true),
      );
      throw error;
    } finally {
      turn.isOpen = false;
    }
  }
}

/** A NUL in what somebody searches for, or names something, is left out. */
async function query(on: pg.Pool | pg.PoolClient, text: string, values: readonly SqlValue[]): Promise<DbRow[]> {
  const { rows } = await on.query<DbValue[]>({ text, values: values.map(bound), rowMode: "array" });
  return rows;
}

const bound = (value: SqlValue): SqlValue => (Array.isArray(value) ? value.map(storable) : storable(value));

/** As the server reads them where a statement has places for values. */
const withValues = (sql: string, values: readonly SqlValue[]): string =>
  sql.replace(/\$(\d+)/g, (_, place) => {
    const value = bound(values[Number(place) - 1] ?? null);
    if (value !== null && typeof value === "object") throw new Error(`neither text nor number: ${sql}`);
    return value === null ? "null" : pg.escapeLiteral(String(value));
  });

async function sendGathered(turn: Turn): Promise<void> {
  if (turn.together === null || turn.together.length === 0) return;
  const said = turn.together.splice(0);
  await inTurn(turn, () => sendTogether(turn.client, said));
}

function inTurn<T>(turn: Turn, work: () => Promise<T>): Promise<T> {
  const done = turn.last.then(work, work);
  turn.last = done.catch(() => {});
  return done;
}

async function joined<T>(outer: Turn, workspace: number | null, work: () => Promise<T> | T): Promise<T> {
  if (!outer.writes) throw new Error("a transaction cannot begin inside a snapshot");
  if (workspace !== null && outer.workspace !== workspace) {
    throw new Error(`a transaction of workspace ${outer.workspace} cannot write to ${workspace}`);
  }
  try {
    return await work();
  } catch (error) {
    outer.failure ??= { error };
    throw error;
  }
}

/** Opens the database that the address leads to, and brings its schema up to date. @param connections at most so many at once. Throws `StoreFault`. */
export async function openDatabase(
  url: string,
  connections: number,
  { leaseMs = LEASE_MS, ...options }: { readonly evenHalfMoved?: boolean; readonly leaseMs?: number } = {},
): Promise<Database> {
  const pool = openPool({ connectionString: url, max: connections, application_name: "muster", types: columnTypes });
  try {
    await migrate(pool, options);
  } catch (error) {
    await pool.end();
    throw asFault(error);
  }
  return new Database(pool, leaseMs);
}

/** A list of numbers as the text of a `bigint[]`. */
export const bigints = (numbers: Iterable<number>): string => `{${[...numbers].join(",")}}`;
