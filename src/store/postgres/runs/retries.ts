/** Lines that put right what another import left, and what became of them. */

import type { Attempt, Retry, RetryStore } from "../../../app/ports/retry-store.ts";
import type { ImportRef } from "../../../app/ports.ts";
import { retriesAmong } from "../../runs/retried-lines.ts";
import { bigints, type Database } from "../database.ts";
import { linesAt } from "./ledger-lines.ts";

export class PostgresRetries implements RetryStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async save(
    { workspace, import: by }: ImportRef,
    of: number,
    retries: AsyncIterable<readonly Retry[]>,
  ): Promise<void> {
    await this.#database.write(
      workspace,
      "delete from retried_line where workspace_id = $1 and import_id = $2",
      ...[workspace, by],
    );
    for await (const page of retries) {
      await this.#database.write(
        workspace,
        `insert into retried_line (workspace_id, import_id, line, of_import, of_line)
         select $1::bigint, $2::bigint, retry.line, $3::bigint, retry.of_line
         from unnest($4::bigint[], $5::bigint[]) with ordinality as retry (line, of_line, place) order by retry.place
         on conflict do nothing`,
        ...[workspace, by, of, bigints(page.map(({ line }) => line)), bigints(page.map(({ ofLine }) => ofLine))],
      );
    }
  }

  async ofLines(ref: ImportRef, fromLine: number, toLine: number): Promise<ReadonlyMap<number, number>> {
    const rows = await this.#database.all(
      "select line, of_line from retried_line where workspace_id = $1 and import_id = $2 and line between $3 and $4",
      ...[ref.workspace, ref.import, fromLine, toLine],
    );
    return new Map(rows.map(([line, ofLine]) => [Number(line), Number(ofLine)]));
  }

  async isRetried(ref: ImportRef, ofLine: number): Promise<boolean> {
    const row = await this.#database.get(
      `select 1 from retried_line where workspace_id = $1
         and of_import = (select of_import from retried_line where workspace_id = $1 and import_id = $2 limit 1)
         and of_line = $3 and import_id = $2`,
      ...[ref.workspace, ref.import, ofLine],
    );
    return row !== undefined;
  }

  async attempts(
    ref: ImportRef,
    lines: readonly number[],
    before: number,
  ): Promise<ReadonlyMap<number, readonly Attempt[]>> {
    return this.#database.snapshot(async () => {
      const found = new Map<number, Attempt[]>();
      // Its own word first.
      const own = new Map(lines.map((line) => [line, line]));
      const tried = [[ref.import, own] as const, ...(await this.#retriesOf(ref, lines, before))];
      for (const [number, retries] of tried) {
        const by = { ...ref, import: number };
        const undone = await this.#undone(by, [...retries.keys()]);
        for (const [line, ledger] of await linesAt(this.#database, by, [...retries.keys()])) {
          if (undone.has(line)) continue;
          const of = retries.get(line) ?? 0;
          found.set(of, [...(found.get(of) ?? []), { import: number, ledger }]);
        }
      }
      return found;
    });
  }

  async continuations(ref: ImportRef): Promise<readonly number[]> {
    const rows = await this.#database.all(
      "select distinct import_id from retried_line where workspace_id = $1 and of_import = $2 order by import_id",
      ...[ref.workspace, ref.import],
    );
    return rows.map(([number]) => Number(number));
  }

  /** By import, the first one first: its lines, with the lines that they put right. */
  async #retriesOf(
    ref: ImportRef,
    lines: readonly number[],
    before: number,
  ): Promise<ReadonlyMap<number, ReadonlyMap<number, number>>> {
    const rows = await this.#database.all(
      `select import_id, line, of_line from retried_line
       where workspace_id = $1 and of_import = $2 and of_line = any($3::bigint[]) and import_id < $4
       order by import_id, line`,
      ...[ref.workspace, ref.import, bigints(lines), before],
    );
    return retriesAmong(rows);
  }

  async #undone(ref: ImportRef, lines: readonly number[]): Promise<ReadonlySet<number>> {
    const rows = await this.#database.all(
      `select distinct line from undo_line where workspace_id = $1 and import_id = $2 and line = any($3::bigint[])
         and result in ('deleted', 'restored', 'gone')`,
      ...[ref.workspace, ref.import, bigints(lines)],
    );
    return new Set(rows.map(([line]) => Number(line)));
  }
}
