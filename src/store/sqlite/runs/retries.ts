/** Lines that put right what another import left, and what became of them. */

import type { Attempt, Retry, RetryStore } from "../../../app/ports/retry-store.ts";
import type { ImportRef } from "../../../app/ports.ts";
import { retriesAmong } from "../../runs/retried-lines.ts";
import type { Database } from "../database.ts";
import { linesAt } from "./ledger-lines.ts";

export class SqliteRetries implements RetryStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async save(
    { workspace, import: by }: ImportRef,
    of: number,
    retries: AsyncIterable<readonly Retry[]>,
  ): Promise<void> {
    await this.#database.write("delete from retried_line where workspace_id = ? and import_id = ?", workspace, by);
    for await (const page of retries) {
      await this.#database.transaction(() => {
        const insert = this.#database.statement(
          `insert into retried_line (workspace_id, import_id, line, of_import, of_line) values (?, ?, ?, ?, ?)
           on conflict do nothing`,
        );
        for (const { line, ofLine } of page) insert.run(workspace, by, line, of, ofLine);
      });
    }
  }

  async ofLines(ref: ImportRef, fromLine: number, toLine: number): Promise<ReadonlyMap<number, number>> {
    const rows = this.#database.all(
      "select line, of_line from retried_line where workspace_id = ? and import_id = ? and line between ? and ?",
      ...[ref.workspace, ref.import, fromLine, toLine],
    );
    return new Map(rows.map(([line, ofLine]) => [Number(line), Number(ofLine)]));
  }

  async isRetried(ref: ImportRef, ofLine: number): Promise<boolean> {
    const of = this.#database.get(
      "select of_import from retried_line where workspace_id = ? and import_id = ? limit 1",
      ...[ref.workspace, ref.import],
    );
    const row = this.#database.get(
      "select 1 from retried_line where workspace_id = ? and of_import = ? and of_line = ? and import_id = ?",
      ...[ref.workspace, of?.[0] ?? null, ofLine, ref.import],
    );
    return row !== undefined;
  }

  async attempts(
    ref: ImportRef,
    lines: readonly number[],
    before: number,
  ): Promise<ReadonlyMap<number, readonly Attempt[]>> {
    const found = new Map<number, Attempt[]>();
    const add = (of: number, attempt: Attempt): void => {
      const list = found.get(of);
      if (list === undefined) found.set(of, [attempt]);
      else list.push(attempt);
    };
    const undone = this.#undone(ref, lines);
    for (const [line, ledger] of linesAt(this.#database, ref, lines)) {
      if (!undone.has(line)) add(line, { import: ref.import, ledger });
    }
    for (const [number, retries] of this.#retriesOf(ref, lines, before)) {
      const by = { ...ref, import: number };
      const own = [...retries.keys()];
      const undoneOfIt = this.#undone(by, own);
      for (const [line, ledger] of linesAt(this.#database, by, own)) {
        if (!undoneOfIt.has(line)) add(retries.get(line) ?? 0, { import: number, ledger });
      }
    }
    return found;
  }

  async continuations(ref: ImportRef): Promise<readonly number[]> {
    return this.#database
      .all(
        "select distinct import_id from retried_line where workspace_id = ? and of_import = ? order by import_id",
        ...[ref.workspace, ref.import],
      )
      .map(([number]) => Number(number));
  }

  /** By import, the first one first: its lines, with the lines that they put right. */
  #retriesOf(
    ref: ImportRef,
    lines: readonly number[],
    before: number,
  ): ReadonlyMap<number, ReadonlyMap<number, number>> {
    const rows = this.#database.all(
      `select retried_line.import_id, retried_line.line, retried_line.of_line from json_each(?) as wanted
       cross join retried_line on retried_line.workspace_id = ? and retried_line.of_import = ?
         and retried_line.of_line = wanted.value and retried_line.import_id < ?
       order by retried_line.import_id, retried_line.line`,
      ...[JSON.stringify(lines), ref.workspace, ref.import, before],
    );
    return retriesAmong(rows);
  }

  #undone(ref: ImportRef, lines: readonly number[]): ReadonlySet<number> {
    const rows = this.#database.all(
      `select wanted.value from json_each(?) as wanted
       cross join undo_line on undo_line.workspace_id = ? and undo_line.import_id = ? and undo_line.line = wanted.value
       where undo_line.result in ('deleted', 'restored', 'gone')`,
      ...[JSON.stringify(lines), ref.workspace, ref.import],
    );
    return new Set(rows.map(([line]) => Number(line)));
  }
}
