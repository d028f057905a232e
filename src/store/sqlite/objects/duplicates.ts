/** Contacts as a search for duplicates reads them, and dismissed pairs. */
import type { Candidates, Dismissal, DuplicateStore, FoundPerson } from "../../../app/ports/duplicate-store.ts";
import type { Person } from "../../../core/duplicates/person.ts";
import { asFoundPerson, asPerson, PERSON_COLUMNS } from "../../objects/person-row.ts";
import { openScratchCandidates } from "../../objects/scratch-candidates.ts";
import type { Database } from "../database.ts";

export class SqliteDuplicates implements DuplicateStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async people(
    workspace: number,
    { after, limit }: { readonly after: number; readonly limit: number },
  ): Promise<readonly FoundPerson[]> {
    return this.#database
      .all(
        `select ${PERSON_COLUMNS} from contact where workspace_id = ? and contact_id > ? order by contact_id limit ?`,
        ...[workspace, after, limit],
      )
      .map(asFoundPerson);
  }

  async peopleOf(workspace: number, numbers: readonly number[]): Promise<ReadonlyMap<number, Person>> {
    const wanted = `[${[...new Set(numbers)].sort((a, b) => a - b).join(",")}]`;
    const rows = this.#database.all(
      `select ${PERSON_COLUMNS} from json_each(?) as wanted
       cross join contact on contact.workspace_id = ? and contact.contact_id = wanted.value`,
      ...[wanted, workspace],
    );
    return new Map(rows.map((row) => [Number(row[0]), asPerson(row)]));
  }

  async openCandidates(): Promise<Candidates> {
    return openScratchCandidates();
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
