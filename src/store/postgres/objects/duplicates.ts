/** Contacts as a search for duplicates reads them, and dismissed pairs. */
import type { Candidates, Dismissal, DuplicateStore, FoundPerson } from "../../../app/ports/duplicate-store.ts";
import type { Person } from "../../../core/duplicates/person.ts";
import { asFoundPerson, asPerson, PERSON_COLUMNS } from "../../objects/person-row.ts";
import { openScratchCandidates } from "../../objects/scratch-candidates.ts";
import { bigints, type Database } from "../database.ts";

export class PostgresDuplicates implements DuplicateStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async people(
    workspace: number,
    { after, limit }: { readonly after: number; readonly limit: number },
  ): Promise<readonly FoundPerson[]> {
    const rows = await this.#database.all(
      `select ${PERSON_COLUMNS} from contact where workspace_id = $1 and contact_id > $2
       order by contact_id limit ${Math.trunc(limit)}`,
      ...[workspace, after],
    );
    return rows.map(asFoundPerson);
  }

  async peopleOf(workspace: number, numbers: readonly number[]): Promise<ReadonlyMap<number, Person>> {
    const rows = await this.#database.all(
      `select ${PERSON_COLUMNS} from contact
       where workspace_id = $1 and contact_id = any($2::bigint[]) order by contact_id`,
      ...[workspace, bigints(new Set(numbers))],
    );
    return new Map(rows.map((row) => [Number(row[0]), asPerson(row)]));
  }

  /** On the disk of whoever searches: its keys are nobody else's business. */
  async openCandidates(): Promise<Candidates> {
    return openScratchCandidates();
  }

  async hasMoreThan(workspace: number, contacts: number): Promise<boolean> {
    const row = await this.#database.get(
      "select 1 from workspace where workspace_id = $1 and contacts > $2",
      ...[workspace, contacts],
    );
    return row !== undefined;
  }

  async dismissed(workspace: number): Promise<readonly Dismissal[]> {
    const rows = await this.#database.all(
      "select low, high, by, at from not_duplicate where workspace_id = $1 order by low, high",
      workspace,
    );
    return rows.map(([low, high, by, at]) => ({ pair: [Number(low), Number(high)], by: String(by), at: Number(at) }));
  }

  async dismiss(workspace: number, { pair, by, at }: Dismissal): Promise<void> {
    await this.#database.write(
      workspace,
      `insert into not_duplicate (workspace_id, low, high, by, at) values ($1, $2, $3, $4, $5)
       on conflict (workspace_id, low, high) do nothing`,
      ...[workspace, Math.min(...pair), Math.max(...pair), by, at],
    );
  }

  async recall(workspace: number, pair: readonly [number, number]): Promise<boolean> {
    const [row] = await this.#database.write(
      workspace,
      "delete from not_duplicate where workspace_id = $1 and low = $2 and high = $3 returning 1",
      ...[workspace, Math.min(...pair), Math.max(...pair)],
    );
    return row !== undefined;
  }
}
