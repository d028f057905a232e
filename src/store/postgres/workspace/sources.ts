/** The systems that workspaces are connected to. */
import type { SourceStore } from "../../../app/ports/source-store.ts";
import type { Source } from "../../../core/authority/source.ts";
import { accept, type Result, refuseWith } from "../../../core/problem/refusal.ts";
import { asSource, SOURCE_COLUMNS, sourceKey } from "../../workspace/source-row.ts";
import type { Database } from "../database.ts";

export class PostgresSources implements SourceStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async list(workspace: number): Promise<readonly Source[]> {
    const rows = await this.#database.all(
      `select ${SOURCE_COLUMNS} from source where workspace_id = $1 order by key`,
      workspace,
    );
    return rows.map(asSource);
  }

  async add(workspace: number, source: Source): Promise<Result<Source>> {
    const { name, kind, options } = source;
    const [row] = await this.#database.write(
      workspace,
      `insert into source (workspace_id, key, name, kind, options) values ($1, $2, $3, $4, $5)
       on conflict (workspace_id, key) do nothing returning 1`,
      ...[workspace, sourceKey(name), name, kind, JSON.stringify(options)],
    );
    return row ? accept(source) : refuseWith("source_exists", `There is a source ${name} already.`);
  }

  async change(workspace: number, { name, kind, options }: Source): Promise<void> {
    await this.#database.write(
      workspace,
      "update source set kind = $3, options = $4 where workspace_id = $1 and key = $2",
      ...[workspace, sourceKey(name), kind, JSON.stringify(options)],
    );
  }

  async remove(workspace: number, name: string): Promise<void> {
    await this.#database.write(
      workspace,
      "delete from source where workspace_id = $1 and key = $2",
      ...[workspace, sourceKey(name)],
    );
  }
}
