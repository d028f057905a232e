/** Workspaces with their policies, and who has changed those. */
import type { PolicyChange, Workspace, WorkspaceStore } from "../../app/ports.ts";
import type { Policy } from "../../core/policy/policy.ts";
import { muster } from "../../core/policy/presets/muster.ts";
import { findPreset } from "../../core/policy/presets.ts";
import { accept, type Result, refuseWith } from "../../core/problem/refusal.ts";
import type { Database, DbRow } from "./database.ts";

const COLUMNS = "workspace_id, slug, name, preset, policy, id_key, created_at";

export class SqliteWorkspaces implements WorkspaceStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async list(): Promise<readonly Workspace[]> {
    return this.#database.all(`select ${COLUMNS} from workspace order by slug`).map(asWorkspace);
  }

  async bySlug(slug: string): Promise<Workspace | null> {
    const row = this.#database.get(`select ${COLUMNS} from workspace where slug = ?`, slug);
    return row ? asWorkspace(row) : null;
  }

  async byNumber(number: number): Promise<Workspace | null> {
    const row = this.#database.get(`select ${COLUMNS} from workspace where workspace_id = ?`, number);
    return row ? asWorkspace(row) : null;
  }

  async create(workspace: Omit<Workspace, "number">): Promise<Result<Workspace>> {
    const [row] = await this.#database.write(
      `insert into workspace (slug, name, preset, policy, id_key, created_at) values (?, ?, ?, ?, ?, ?)
       on conflict (slug) do nothing returning ${COLUMNS}`,
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
      .map(([at, by, changed]) => ({
        at: Number(at),
        by: String(by),
        changed: JSON.parse(String(changed)) as PolicyChange["changed"],
      }));
  }
}

const asWorkspace = ([number, slug, name, preset, policy, idKey, createdAt]: DbRow): Workspace => ({
  number: Number(number),
  slug: String(slug),
  name: String(name),
  preset: String(preset),
  // A key that is newer than the stored policy has the value of its preset.
  policy: { ...(findPreset(String(preset)) ?? muster).policy, ...(JSON.parse(String(policy)) as Partial<Policy>) },
  idKey: Number(idKey),
  createdAt: Number(createdAt),
});
