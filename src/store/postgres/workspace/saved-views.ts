/** Views of the list of contacts, kept by members. */
import type { SavedView, ViewStore } from "../../../app/ports/view-store.ts";
import { asView, VIEW_COLUMNS } from "../../workspace/view-row.ts";
import type { Database } from "../database.ts";

export class PostgresViews implements ViewStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async list(workspace: number, keeper: string): Promise<readonly SavedView[]> {
    const rows = await this.#database.all(
      `select ${VIEW_COLUMNS} from saved_view where workspace_id = $1 and (keeper = $2 or is_shared = 1)
       order by name, view_id`,
      ...[workspace, keeper],
    );
    return rows.map(asView);
  }

  async get(workspace: number, view: number): Promise<SavedView | null> {
    const row = await this.#database.get(
      `select ${VIEW_COLUMNS} from saved_view where workspace_id = $1 and view_id = $2`,
      ...[workspace, view],
    );
    return row ? asView(row) : null;
  }

  async save(workspace: number, { keeper, by, name, isShared, look }: Omit<SavedView, "number">): Promise<SavedView> {
    const [row] = await this.#database.write(
      workspace,
      `insert into saved_view (workspace_id, view_id, keeper, by, name, is_shared, look)
       values ($1, (select coalesce(max(view_id), 0) + 1 from saved_view where workspace_id = $1), $2, $3, $4, $5, $6)
       on conflict (workspace_id, keeper, name) do update
         set by = excluded.by, is_shared = excluded.is_shared, look = excluded.look
       returning ${VIEW_COLUMNS}`,
      ...[workspace, keeper, by, name, isShared ? 1 : 0, JSON.stringify(look)],
    );
    return asView(row ?? []);
  }

  async remove(workspace: number, view: number): Promise<void> {
    await this.#database.write(
      workspace,
      "delete from saved_view where workspace_id = $1 and view_id = $2",
      ...[workspace, view],
    );
  }
}
