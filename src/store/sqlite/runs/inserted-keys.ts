/** Keys on their way into the identity index, in its own order, many with each statement. */
import type { StatementSync } from "node:sqlite";
import type { ObjectKind } from "../../../core/object/object-kind.ts";
import { objectTable } from "../../objects/object-table.ts";
import type { Database } from "../database.ts";

/** A call from JavaScript costs more than a row. */
const ROWS_PER_INSERT = 50;

export class InsertedKeys {
  readonly #database: Database;
  readonly #scope: { readonly workspace: number; readonly object: ObjectKind };
  /** Hash and object of each, in turn. */
  readonly #values: number[] = new Array(ROWS_PER_INSERT * 2).fill(0);
  #filled = 0;
  #kind = 0;
  #insert: StatementSync | null = null;

  constructor(database: Database, scope: { readonly workspace: number; readonly object: ObjectKind }) {
    this.#database = database;
    this.#scope = scope;
  }

  add(kind: number, hash: number, object: number): void {
    if (kind !== this.#kind) {
      this.end();
      this.#kind = kind;
      this.#insert = null;
    }
    this.#values[this.#filled++] = hash;
    this.#values[this.#filled++] = object;
    if (this.#filled < this.#values.length) return;
    this.#insert ??= this.#statement(ROWS_PER_INSERT);
    this.#insert.run(...this.#values);
    this.#filled = 0;
  }

  /** Those that fill no statement. */
  end(): void {
    const one = this.#filled > 0 ? this.#statement(1) : null;
    for (let at = 0; at < this.#filled; at += 2) one?.run(...this.#values.slice(at, at + 2));
    this.#filled = 0;
  }

  /** Workspace and kind stand in the text, which is therefore not kept: to bind them would cost a third of what a key does. */
  #statement(rows: number): StatementSync {
    const { keys, id } = objectTable(this.#scope.object);
    const row = `(${this.#scope.workspace}, ${this.#kind}, ?, ?)`;
    return this.#database.statementOnce(
      `insert or ignore into ${keys} (workspace_id, kind, hash, ${id}) values ${Array(rows).fill(row).join(", ")}`,
    );
  }
}
