/** The systems that workspaces are connected to. */
import type { SourceStore } from "../../../app/ports/source-store.ts";
import type { Source } from "../../../core/authority/source.ts";
import { accept, type Result, refuseWith } from "../../../core/problem/refusal.ts";
import { asSource, SOURCE_COLUMNS, sourceKey } from "../../workspace/source-row.ts";
import type { Database } from "../database.ts";

export class SqliteSources implements SourceStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async list(workspace: number): Promise<readonly Source[]> {
    return this.#database
      .all(`select ${SOURCE_COLUMNS} from source where workspace_id = ? order by key`, workspace)
      .map(asSource);
  }

  async add(workspace: number, source: Source): Promise<Result<Source>> {
    const [row] = await this.#database.write(
      `insert into source (workspace_id, key, name, kind, options) values (?, ?, ?, ?, ?)
       on conflict (workspace_id, key) do nothing returning 1`,
      ...[workspace, sourceKey(source.name), source.name, source.kind, JSON.stringify(source.options)],
    );
    return row ? accept(source) : refuseWith("source_exists", `There is a source ${source.name} already.`);
  }

  async change(workspace: number, { name, kind, options }: Source): Promise<void> {
    await this.#database.write(
      "update source set kind = ?, options = ? where workspace_id = ? and key = ?",
      ...[kind, JSON.stringify(options), workspace, sourceKey(name)],
    );
  }

  async remove(workspace: number, name: string): Promise<void> {
    await this.#database.write("delete from source where workspace_id = ? and key = ?", workspace, sourceKey(name));
  }
}
