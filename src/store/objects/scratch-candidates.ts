/**
 * Keys of one search for duplicates, in a database of their own that nobody else sees: SQLite keeps it in memory while it is
 * small, and else in a file without a name (https://www.sqlite.org/inmemorydb.html#temp_db).
 */
import { DatabaseSync } from "node:sqlite";
import type { Block, CandidateKey, Candidates, LargeBlocks } from "../../app/ports/duplicate-store.ts";
import type { BlockKind } from "../../core/duplicates/blocking-keys.ts";
import { guard } from "../sqlite/sqlite-faults.ts";

const CACHE_KIB = 16 * 1024;

export const openScratchCandidates = (): Candidates => guard(() => new ScratchCandidates(new DatabaseSync("")));

class ScratchCandidates implements Candidates {
  readonly #scratch: DatabaseSync;

  constructor(scratch: DatabaseSync) {
    this.#scratch = scratch;
    // Nothing of it is ever taken back, or read again after a fault.
    scratch.exec(`pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -${CACHE_KIB};
      create table candidate (hash integer, contact integer, kind text)`);
  }

  async add(keys: readonly CandidateKey[]): Promise<void> {
    guard(() => {
      const insert = this.#scratch.prepare("insert into candidate (hash, contact, kind) values (?, ?, ?)");
      this.#scratch.exec("begin");
      for (const { hash, contact, kind } of keys) insert.run(hash, contact, kind);
      this.#scratch.exec("commit");
    });
  }

  async blocks({
    after,
    limit,
    most,
  }: {
    readonly after: number | null;
    readonly limit: number;
    readonly most: number;
  }): Promise<readonly Block[]> {
    const rows = this.#all(
      `select hash, json_group_array(contact) as contacts from candidate where hash > ?
       group by hash having count(*) between 2 and ? order by hash limit ?`,
      ...[after ?? -1, most, limit],
    );
    return rows.map(({ hash, contacts }) => ({
      hash: Number(hash),
      contacts: JSON.parse(String(contacts)) as readonly number[],
    }));
  }

  async larger(most: number): Promise<readonly LargeBlocks[]> {
    const rows = this.#all(
      `select kind, count(*) as blocks, sum(contacts) as contacts from
         (select min(kind) as kind, count(*) as contacts from candidate group by hash having count(*) > ?)
       group by kind order by 3 desc`,
      most,
    );
    return rows.map(({ kind, blocks, contacts }) => ({
      kind: String(kind) as BlockKind,
      blocks: Number(blocks),
      contacts: Number(contacts),
    }));
  }

  /** Indexed once all keys are there: sorting millions of them takes a tenth of the time that inserting each in its place does. */
  #all(sql: string, ...values: readonly number[]) {
    return guard(() => {
      this.#scratch.exec("create index if not exists candidate_hash on candidate (hash, contact, kind)");
      return this.#scratch.prepare(sql).all(...values);
    });
  }

  async close(): Promise<void> {
    this.#scratch.close();
  }
}
