/** Contacts as a search for duplicates reads them, its keys in a table of the connection alone, and dismissed pairs. */
import type {
  Block,
  CandidateKey,
  Candidates,
  Dismissal,
  DuplicateStore,
  FoundPerson,
  LargeBlocks,
} from "../../app/ports/duplicate-store.ts";
import type { BlockKind } from "../../core/duplicates/blocking-keys.ts";
import { PERSON_FIELDS, type Person, type PersonField, personOf } from "../../core/duplicates/person.ts";
import type { Database, DbRow } from "./database.ts";

const COLUMNS = `contact.contact_id, contact.created_by, ${PERSON_FIELDS.map((field) => `contact.${field}`).join(", ")}`;
const FIRST_FIELD = 2;
const PLACE_OF: ReadonlyMap<PersonField, number> = new Map(PERSON_FIELDS.map((field, at) => [field, FIRST_FIELD + at]));

export class SqliteDuplicates implements DuplicateStore {
  readonly #database: Database;
  #searches = 0;

  constructor(database: Database) {
    this.#database = database;
  }

  async people(
    workspace: number,
    { after, limit }: { readonly after: number; readonly limit: number },
  ): Promise<readonly FoundPerson[]> {
    return this.#database
      .all(
        `select ${COLUMNS} from contact where workspace_id = ? and contact_id > ? order by contact_id limit ?`,
        ...[workspace, after, limit],
      )
      .map((row) => ({ person: asPerson(row), createdBy: row[1] === null ? null : Number(row[1]) }));
  }

  async peopleOf(workspace: number, numbers: readonly number[]): Promise<ReadonlyMap<number, Person>> {
    const wanted = `[${[...new Set(numbers)].sort((a, b) => a - b).join(",")}]`;
    const rows = this.#database.all(
      `select ${COLUMNS} from json_each(?) as wanted
       cross join contact on contact.workspace_id = ? and contact.contact_id = wanted.value`,
      ...[wanted, workspace],
    );
    return new Map(rows.map((row) => [Number(row[0]), asPerson(row)]));
  }

  async openCandidates(): Promise<Candidates> {
    const table = `temp.candidate_${++this.#searches}`;
    await this.#database.snapshot(() =>
      this.#database.exec(`create table ${table} (hash integer, contact integer, kind text)`),
    );
    return new SqliteCandidates(this.#database, table);
  }

  async hasMoreThan(workspace: number, contacts: number): Promise<boolean> {
    const row = this.#database.get(
      "select 1 from contact where workspace_id = ? limit 1 offset ?",
      ...[workspace, contacts],
    );
    return row !== undefined;
  }

  async dismissed(workspace: number): Promise<readonly Dismissal[]> {
    return this.#database
      .all("select low, high, by, at from not_duplicate where workspace_id = ? order by low, high", workspace)
      .map(([low, high, by, at]) => ({ pair: [Number(low), Number(high)], by: String(by), at: Number(at) }));
  }

  async dismiss(workspace: number, { pair, by, at }: Dismissal): Promise<void> {
    await this.#database.write(
      "insert or ignore into not_duplicate (workspace_id, low, high, by, at) values (?, ?, ?, ?, ?)",
      ...[workspace, Math.min(...pair), Math.max(...pair), by, at],
    );
  }

  async recall(workspace: number, pair: readonly [number, number]): Promise<boolean> {
    const [row] = await this.#database.write(
      "delete from not_duplicate where workspace_id = ? and low = ? and high = ? returning 1",
      ...[workspace, Math.min(...pair), Math.max(...pair)],
    );
    return row !== undefined;
  }
}

/** SQLite keeps a temporary table in a file of its own once it is larger than a few pages of memory. */
class SqliteCandidates implements Candidates {
  readonly #database: Database;
  readonly #table: string;

  constructor(database: Database, table: string) {
    this.#database = database;
    this.#table = table;
  }

  async add(keys: readonly CandidateKey[]): Promise<void> {
    await this.#database.snapshot(() => {
      const insert = this.#database.statement(`insert into ${this.#table} (hash, contact, kind) values (?, ?, ?)`);
      for (const { hash, contact, kind } of keys) insert.run(hash, contact, kind);
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
    await this.#index();
    return this.#database
      .all(
        `select hash, json_group_array(contact) from ${this.#table} where hash > ?
         group by hash having count(*) between 2 and ? order by hash limit ?`,
        ...[after ?? -1, most, limit],
      )
      .map(([hash, contacts]) => ({ hash: Number(hash), contacts: JSON.parse(String(contacts)) as readonly number[] }));
  }

  async larger(most: number): Promise<readonly LargeBlocks[]> {
    await this.#index();
    return this.#database
      .all(
        `select kind, count(*), sum(contacts) from
           (select min(kind) as kind, count(*) as contacts from ${this.#table} group by hash having count(*) > ?)
         group by kind order by 3 desc`,
        most,
      )
      .map(([kind, blocks, contacts]) => ({
        kind: String(kind) as BlockKind,
        blocks: Number(blocks),
        contacts: Number(contacts),
      }));
  }

  /** Once all keys are there: sorting millions of them takes a tenth of the time that inserting each in its place does. */
  async #index(): Promise<void> {
    const [, name] = this.#table.split(".");
    await this.#database.snapshot(() =>
      this.#database.exec(`create index if not exists ${this.#table}_hash on ${name} (hash, contact, kind)`),
    );
  }

  async close(): Promise<void> {
    await this.#database.snapshot(() => this.#database.exec(`drop table if exists ${this.#table}`));
  }
}

function asPerson(row: DbRow): Person {
  return personOf(Number(row[0]), (field) => {
    const value = row[PLACE_OF.get(field) ?? 0];
    return value === null || value === undefined ? "" : String(value);
  });
}
