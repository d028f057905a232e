/** Workspaces with their policies, and who has changed those. */
import type { PolicyChange, Workspace, WorkspaceStore } from "../../../app/ports.ts";
import { accept, type Result, refuseWith } from "../../../core/problem/refusal.ts";
import { asPolicyChange, asWorkspace, WORKSPACE_COLUMNS } from "../../workspace/workspace-row.ts";
import type { Database } from "../database.ts";
import { isTaken } from "../postgres-faults.ts";

export class PostgresWorkspaces implements WorkspaceStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async list(): Promise<readonly Workspace[]> {
    return (await this.#database.all(`select ${WORKSPACE_COLUMNS} from workspace order by slug`)).map(asWorkspace);
  }

  async bySlug(slug: string): Promise<Workspace | null> {
    const row = await this.#database.get(
      `select ${WORKSPACE_COLUMNS} from workspace
       where workspace_id = (select workspace_id from workspace_slug where slug = $1)`,
      slug,
    );
    return row ? asWorkspace(row) : null;
  }

  async byNumber(number: number): Promise<Workspace | null> {
    const row = await this.#database.get(
      `select ${WORKSPACE_COLUMNS} from workspace where workspace_id = $1`,
      ...[number],
    );
    return row ? asWorkspace(row) : null;
  }

  /** Of two that are made at once, the one whose number the other has taken is made again, with the next. */
  async create(workspace: Omit<Workspace, "number">): Promise<Result<Workspace>> {
    for (;;) {
      try {
        return await this.#database.transaction(null, () => this.#create(workspace));
      } catch (error) {
        if (!isTaken(error)) throw error;
      }
    }
  }

  async setPolicy(
    workspace: number,
    { preset, policy }: Pick<Workspace, "preset" | "policy">,
    change?: PolicyChange,
  ): Promise<void> {
    await this.#database.transaction(workspace, async () => {
      await this.#database.run(
        "update workspace set preset = $2, policy = $3 where workspace_id = $1",
        ...[workspace, preset, JSON.stringify(policy)],
      );
      if (change === undefined) return;
      await this.#database.run(
        `insert into policy_change (workspace_id, change_id, at, by, changed)
         values ($1, (select coalesce(max(change_id), 0) + 1 from policy_change where workspace_id = $1), $2, $3, $4)`,
        ...[workspace, change.at, change.by, JSON.stringify(change.changed)],
      );
    });
  }

  async policyChanges(workspace: number): Promise<readonly PolicyChange[]> {
    const rows = await this.#database.all(
      "select at, by, changed from policy_change where workspace_id = $1 order by change_id desc",
      workspace,
    );
    return rows.map(asPolicyChange);
  }

  async #create({
    slug,
    name,
    preset,
    policy,
    idKey,
    createdAt,
  }: Omit<Workspace, "number">): Promise<Result<Workspace>> {
    const [given] = await this.#database.all(
      `insert into workspace_slug (slug, workspace_id)
       select $1::text, coalesce(max(workspace_id), 0) + 1 from workspace
       on conflict (slug) do nothing returning workspace_id`,
      slug,
    );
    if (!given) return refuseWith("workspace_exists", `There is a workspace ${slug} already.`);
    const [row] = await this.#database.all(
      `insert into workspace (workspace_id, slug, name, preset, policy, id_key, created_at)
       values ($1, $2, $3, $4, $5, $6, $7) returning ${WORKSPACE_COLUMNS}`,
      ...[Number(given[0]), slug, name, preset, JSON.stringify(policy), idKey, createdAt],
    );
    return accept(asWorkspace(row ?? []));
  }
}
