/** What there is to do, of all workspaces and by the database's clock: the processes that ask and work are on several machines. */
import type { WorkFigures, WorkFiguresStore } from "../../../app/ports/work-figures.ts";
import { FIGURE_COLUMNS, workFigures } from "../../background/work-figures.ts";
import type { Database } from "../database.ts";
import type { Ahead } from "../database-clock.ts";

export class PostgresWorkFigures implements WorkFiguresStore {
  readonly #database: Database;
  readonly #ahead: Ahead;

  constructor(database: Database, ahead: Ahead) {
    this.#database = database;
    this.#ahead = ahead;
  }

  async read(now: number): Promise<WorkFigures> {
    const read = {
      jobs: await this.#database.all(
        `select ${FIGURE_COLUMNS} from import_job as job
         join import on import.workspace_id = job.workspace_id and import.import_id = job.import_id
         join workspace on workspace.workspace_id = job.workspace_id`,
      ),
      leases: await this.#database.all("select lease_until from import where lease_holder is not null"),
      erasures: await this.#count("select count(*) from erasure where state in ('planning', 'erasing')"),
      bulkChanges: await this.#count("select count(*) from bulk_change where state in ('running', 'undoing')"),
    };
    return workFigures(read, now + (await this.#ahead(now)));
  }

  async #count(sql: string): Promise<number> {
    return Number((await this.#database.get(sql))?.[0] ?? 0);
  }
}
