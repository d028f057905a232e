/** What there is to do, as the embedded database has it. */
import type { WorkFigures, WorkFiguresStore } from "../../../app/ports/work-figures.ts";
import { FIGURE_COLUMNS, workFigures } from "../../background/work-figures.ts";
import type { Database } from "../database.ts";

export class SqliteWorkFigures implements WorkFiguresStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async read(now: number): Promise<WorkFigures> {
    const read = {
      jobs: this.#database.all(
        `select ${FIGURE_COLUMNS} from import_job as job
         join import on import.workspace_id = job.workspace_id and import.import_id = job.import_id
         join workspace on workspace.workspace_id = job.workspace_id`,
      ),
      leases: this.#database.all("select lease_until from import where lease_holder is not null"),
      erasures: this.#count("select count(*) from erasure where state in ('planning', 'erasing')"),
      bulkChanges: this.#count("select count(*) from bulk_change where state in ('running', 'undoing')"),
    };
    return workFigures(read, now);
  }

  #count(sql: string): number {
    return Number(this.#database.get(sql)?.[0] ?? 0);
  }
}
