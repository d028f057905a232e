/** One connection to the embedded database: pragmas, migrations, prepared statements kept by their text, faults named. */
import { AsyncLocalStorage } from "node:async_hooks";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import { BUSY_WAIT_MS } from "../../app/limits.ts";
import { StoreFault } from "../../app/store-fault.ts";
import { tagKey } from "../../core/contact/tag-key.ts";
import type { ObjectKind } from "../../core/object/object-kind.ts";
import type { DbRow, DbValue } from "../db-row.ts";
import { migrations } from "./migrations/index.ts";
import { asFault, guard, isBusy } from "./sqlite-faults.ts";
import { MOST_PAUSE_MS, WriteTurns, YIELD_MS } from "./write-turns.ts";

export type SqlValue = DbValue;

/** Numbers chosen by the statement that asks. */
type Given = (row: number, column: number) => SqlValue;

const CACHE_KIB = 16 * 1024;
/** Sorted look-ups meet each page of the index once: hardly more than its upper levels are worth keeping. */
const READER_CACHE_KIB = 4 * 1024;
/** Pages in the write-ahead log before it is copied back: 64 MiB of 8 KiB pages, so that pages written often are copied once. */
const CHECKPOINT_PAGES = 8_192;

/** Prepared statements kept: there are a few dozen texts, and one more for each set of columns that an update changes. */
const MAX_STATEMENTS = 200;

/** What has the connection to itself. `failure`: a part of it failed, so that none of it is kept. */
type Turn = { readonly writes: boolean; isOpen: boolean; failure: { readonly error: unknown } | null };

/**
 * One transaction at a time: who asks for one while another is open waits for its end, and who asks from inside one is part
 * of it. What is read outside of any may show what an open one has written and may yet take back.
 */
export class Database {
  readonly #connection: DatabaseSync;
  readonly #turn = new AsyncLocalStorage<Turn>();
  #lastTurn: Promise<void> = Promise.resolve();
  readonly #turns: WriteTurns;
  readonly #statements = new Map<string, StatementSync>();
  #given: Given | null = null;
  /** How often this connection has changed the identity index of each kind: what was found in it before may no longer be so. */
  readonly indexChanges: Record<ObjectKind, number> = { contact: 0, account: 0, opportunity: 0, pipeline: 0, stage: 0 };

  constructor(connection: DatabaseSync, folder: string) {
    this.#connection = connection;
    this.#turns = new WriteTurns(folder);
    connection.function("given", (row, column) => this.#given?.(Number(row), Number(column)) ?? null);
  }

  /** Rows as arrays, in the order of the statement's columns. They are the caller's own. */
  all(sql: string, ...values: readonly SqlValue[]): SqlValue[][] {
    return guard(() => this.#prepared(sql).all(...values) as unknown as SqlValue[][]);
  }

  get(sql: string, ...values: readonly SqlValue[]): DbRow | undefined {
    return guard(() => this.#prepared(sql).get(...values) as unknown as DbRow | undefined);
  }

  /** Inside a transaction only: a write of its own would hold up the thread for as long as another process is writing. */
  run(sql: string, ...values: readonly SqlValue[]): void {
    if (!this.#connection.isTransaction) throw new Error(`a write outside of any transaction: ${sql}`);
    guard(() => this.#prepared(sql).run(...values));
  }

  /** A statement whose text asks for values by `given(row, column)`: one walk over many rows instead of a call for each. */
  runGiven(sql: string, given: Given, ...values: readonly SqlValue[]): void {
    this.#given = given;
    try {
      this.run(sql, ...values);
    } finally {
      this.#given = null;
    }
  }

  /** For loops over a batch: the statement itself, so that it is looked up once. */
  statement(sql: string): StatementSync {
    return guard(() => this.#prepared(sql));
  }

  /** A statement that is not kept: its text will not come again. */
  statementOnce(sql: string): StatementSync {
    return guard(() => this.#connection.prepare(sql));
  }

  exec(sql: string): void {
    guard(() => this.#connection.exec(sql));
  }

  /** All or nothing, with the write lock from the start, so that what is read is what is written over. */
  async transaction<T>(work: () => Promise<T> | T): Promise<T> {
    const outer = this.#turn.getStore();
    if (outer?.isOpen) return joined(outer, work);
    return this.#inTurn({ writes: true, isOpen: true, failure: null }, async (turn) => {
      await this.#beginWriting();
      try {
        const result = await work();
        if (turn.failure) throw turn.failure.error;
        this.exec("commit");
        this.#turns.wrote();
        return result;
      } catch (error) {
        if (this.#connection.isTransaction) this.#connection.exec("rollback");
        throw asFault(error);
      }
    });
  }

  /** One statement as a transaction of its own, or as part of the one it is asked for in. Answers the rows that it returns. */
  async write(sql: string, ...values: readonly SqlValue[]): Promise<readonly DbRow[]> {
    return this.transaction(() => this.all(sql, ...values));
  }

  /** One consistent state for several reads, or writes to temporary tables; takes no lock that another process would wait for. */
  async snapshot<T>(work: () => Promise<T> | T): Promise<T> {
    if (this.#turn.getStore()?.isOpen) return work();
    return this.#inTurn({ writes: false, isOpen: true, failure: null }, async () => {
      this.exec("begin");
      try {
        return await work();
      } finally {
        if (this.#connection.isTransaction) this.#connection.exec("commit");
      }
    });
  }

  async #inTurn<T>(turn: Turn, work: (turn: Turn) => Promise<T>): Promise<T> {
    const before = this.#lastTurn;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#lastTurn = promise;
    await before;
    try {
      return await this.#turn.run(turn, work, turn);
    } finally {
      turn.isOpen = false;
      resolve();
    }
  }

  /** Where another process is writing, it is asked again and again: SQLite's own waiting would hold up the thread. */
  async #beginWriting(): Promise<void> {
    const giveUpAt = Date.now() + BUSY_WAIT_MS;
    if (this.#turns.shouldYield) await pause(YIELD_MS);
    for (let waitMs = 1; ; waitMs = Math.min(2 * waitMs, MOST_PAUSE_MS)) {
      this.#connection.exec("pragma busy_timeout = 0");
      try {
        this.#connection.exec("begin immediate");
        return;
      } catch (error) {
        if (!isBusy(error) || Date.now() > giveUpAt) throw asFault(error);
      } finally {
        this.#connection.exec(`pragma busy_timeout = ${BUSY_WAIT_MS}`);
      }
      this.#turns.waits();
      await pause(waitMs);
    }
  }

  /** Copies the write-ahead log back and empties it, unless somebody else is at it: then the next one does. */
  checkpoint(): void {
    this.exec("pragma busy_timeout = 0; pragma wal_checkpoint(truncate)");
    this.exec(`pragma busy_timeout = ${BUSY_WAIT_MS}`);
  }

  /** Writes the whole database anew, without what was deleted. False = another connection is writing, or reads what is to go. */
  compact(): boolean {
    try {
      this.exec("pragma busy_timeout = 0; vacuum");
      return true;
    } catch (error) {
      if (error instanceof StoreFault && error.code === "store_busy") return false;
      throw error;
    } finally {
      this.exec(`pragma busy_timeout = ${BUSY_WAIT_MS}`);
    }
  }

  close(): void {
    this.#statements.clear();
    this.#connection.close();
  }

  #prepared(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#connection.prepare(sql);
      statement.setReturnArrays(true);
      const [oldest] = this.#statements.keys();
      if (oldest !== undefined && this.#statements.size >= MAX_STATEMENTS) this.#statements.delete(oldest);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

async function joined<T>(outer: Turn, work: () => Promise<T> | T): Promise<T> {
  if (!outer.writes) throw new Error("a transaction cannot begin inside a snapshot");
  try {
    return await work();
  } catch (error) {
    outer.failure ??= { error };
    throw error;
  }
}

/** Opens `muster.db` in the folder, made where it is missing, and brings its schema up to date. */
export function openDatabase(folder: string, { evenHalfMoved = false } = {}): Database {
  return guard(() => {
    makeFolder(folder);
    const connection = new DatabaseSync(join(folder, "muster.db"), { timeout: BUSY_WAIT_MS });
    try {
      untilFree(() => connection.exec("pragma page_size = 8192; pragma journal_mode = wal;"));
      connection.exec(`pragma synchronous = normal; pragma cache_size = -${CACHE_KIB};
        pragma wal_autocheckpoint = ${CHECKPOINT_PAGES}; pragma foreign_keys = on;`);
      // How tags are compared, for the migration that lists those there are.
      connection.function("tag_key", { deterministic: true }, (tag) => tagKey(String(tag)));
      migrate(connection);
      if (!evenHalfMoved) refuseHalfMoved(connection);
    } catch (error) {
      connection.close();
      throw error;
    }
    return new Database(connection, folder);
  });
}

/**
 * Of two processes that make a database at the same moment, one is told at once that it is busy, whatever time it allows:
 * SQLite does not wait where a reader would become the writer (https://www.sqlite.org/c3ref/busy_handler.html).
 */
function untilFree(work: () => void): void {
  const giveUpAt = Date.now() + BUSY_WAIT_MS;
  for (;;) {
    try {
      work();
      return;
    } catch (error) {
      if (!isBusy(error) || Date.now() > giveUpAt) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, BUSY_PAUSE_MS);
    }
  }
}

/** A second connection to a database that is open, which reads only and keeps little in memory. */
export function openReader(folder: string): Database {
  return guard(() => {
    const connection = new DatabaseSync(join(folder, "muster.db"), { readOnly: true, timeout: BUSY_WAIT_MS });
    connection.exec(`pragma cache_size = -${READER_CACHE_KIB}`);
    return new Database(connection, folder);
  });
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    // What Node says where a path is to be made on a read-only disk.
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    throw new StoreFault("store_read_only", "The data folder cannot be made.", { cause: error });
  }
}

/** The version is looked at again under the write lock: of two processes that start at once, one migrates and the other finds it done. */
function migrate(connection: DatabaseSync): void {
  if (versionOf(connection) === migrations.length) return;
  connection.exec("begin immediate");
  try {
    const version = versionOf(connection);
    if (version > migrations.length) {
      throw new StoreFault(
        "store_newer",
        `The data folder was written by a newer Muster (schema ${version}, this one knows ${migrations.length}).`,
      );
    }
    for (const migration of migrations.slice(version)) connection.exec(migration);
    connection.exec(`pragma user_version = ${migrations.length}; commit`);
  } catch (error) {
    if (connection.isTransaction) connection.exec("rollback");
    throw error;
  }
}

function refuseHalfMoved(connection: DatabaseSync): void {
  const mark = connection.prepare("select 1 from sqlite_schema where name = 'half_moved'").get();
  if (mark === undefined) return;
  throw new StoreFault("store_half_moved", "The data folder is half way through being filled by muster move.");
}

const versionOf = (connection: DatabaseSync): number =>
  Number(connection.prepare("pragma user_version").get()?.user_version ?? 0);

const BUSY_PAUSE_MS = 10;
