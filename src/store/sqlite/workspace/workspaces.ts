/** Workspaces with their policies, and who has changed those. */
import type { PolicyChange, Workspace, WorkspaceStore } from "../../../app/ports.ts";
import { accept, type Result, refuseWith } from "../../../core/problem/refusal.ts";
import { asPolicyChange, asWorkspace, WORKSPACE_COLUMNS } from "../../workspace/workspace-row.ts";
import type { Database } from "../database.ts";

export class SqliteWorkspaces implements WorkspaceStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async list(): Promise<readonly Workspace[]> {
    return this.#database.all(`select ${WORKSPACE_COLUMNS} from workspace order by slug`).map(asWorkspace);
  }

  async bySlug(slug: string): Promise<Workspace | null> {
    const row = this.#database.get(`select ${WORKSPACE_COLUMNS} from workspace where slug = ?`, slug);
    return row ? asWorkspace(row) : null;
  }

  async byNumber(number: number): Promise<Workspace | null> {
    const row = this.#database.get(`select ${WORKSPACE_COLUMNS} from workspace where workspace_id = ?`, number);
    return row ? asWorkspace(row) : null;
  }

  async create(workspace: Omit<Workspace, "number">): Promise<Result<Workspace>> {
    const [row] = await this.#database.write(
      `insert into workspace (slug, name, preset, policy, id_key, created_at) values (?, ?, ?, ?, ?, ?)
       on conflict (slug) do nothing returning ${WORKSPACE_COLUMNS}`,
      ...[
        workspace.slug,
        workspace.name,
        workspace.preset,
        JSON.stringify(workspace.policy),
        workspace.idKey,
        workspace.createdAt,
      ],
    );
    if (row) return accept(asWorkspace(row));
    return refuseWith("workspace_exists", `There is a workspace ${workspace.slug} already.`);
  }

  async setPolicy(
    workspace: number,
    { preset, policy }: Pick<Workspace, "preset" | "policy">,
    change?: PolicyChange,
  ): Promise<void> {
    await this.#database.transaction(() => {
      this.#database.run(
        "update workspace set preset = ?, policy = ? where workspace_id = ?",
        ...[preset, JSON.stringify(policy), workspace],
      );
      if (change === undefined) return;
      this.#database.run(
        `insert into policy_change (workspace_id, change_id, at, by, changed)
         values (?, (select ifnull(max(change_id), 0) + 1 from policy_change where workspace_id = ?), ?, ?, ?)`,
        ...[workspace, workspace, change.at, change.by, JSON.stringify(change.changed)],
      );
    });
  }

  async policyChanges(workspace: number): Promise<readonly PolicyChange[]> {
    return this.#database
      .all("select at, by, changed from policy_change where workspace_id = ? order by change_id desc", workspace)
      .map(asPolicyChange);
  }
}
