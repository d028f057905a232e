/** API keys of workspaces: their digests, and who made them. */
import type { ApiKey, FoundKey, KeyStore, NewKey } from "../../../app/ports/key-store.ts";
import type { Role } from "../../../core/member/member.ts";
import { accept, type Result, refuseWith } from "../../../core/problem/refusal.ts";
import { asKey, KEY_COLUMNS } from "../../workspace/api-key-row.ts";
import type { Database } from "../database.ts";

export class SqliteKeys implements KeyStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async list(workspace: number): Promise<readonly ApiKey[]> {
    return this.#database
      .all(`select ${KEY_COLUMNS} from api_key where workspace_id = ? order by key_id`, workspace)
      .map(asKey);
  }

  async add(workspace: number, key: NewKey): Promise<Result<ApiKey>> {
    return this.#database.transaction(() => {
      const row = this.#database.get(
        `insert into api_key (workspace_id, key_id, name, role, scopes, hint, digest, maker, created_by, created_at, expires_at)
         values (?, (select ifnull(max(key_id), 0) + 1 from api_key where workspace_id = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?)
         on conflict (workspace_id, name) where revoked_at is null do nothing returning ${KEY_COLUMNS}`,
        ...[workspace, workspace, key.name, key.role, JSON.stringify(key.scopes), key.hint, key.digest, key.maker],
        ...[key.createdBy, key.createdAt, key.expiresAt],
      );
      return row ? accept(asKey(row)) : refuseWith("key_exists", `The workspace has a key ${key.name} already.`);
    });
  }

  async beginningWith(hint: string): Promise<readonly FoundKey[]> {
    const columns = KEY_COLUMNS.split(", ").map((column) => `k.${column}`);
    return this.#database
      .all(
        `select ${columns.join(", ")}, k.workspace_id, k.digest, m.role from api_key k
         left join member m on m.workspace_id = k.workspace_id and m.member_id = k.maker and m.removed_at is null
         where k.hint = ?`,
        hint,
      )
      .map((row) => {
        const [workspace, digest, role] = row.slice(columns.length);
        return {
          key: asKey(row),
          workspace: Number(workspace),
          digest: String(digest),
          makerRole: role === null ? null : (String(role) as Role),
        };
      });
  }

  async revoke(workspace: number, number: number, at: number): Promise<void> {
    await this.#database.transaction(() =>
      this.#database.run(
        "update api_key set revoked_at = ? where workspace_id = ? and key_id = ? and revoked_at is null",
        ...[at, workspace, number],
      ),
    );
  }

  async used(workspace: number, number: number, at: number): Promise<void> {
    await this.#database.transaction(() =>
      this.#database.run(
        `update api_key set last_used_at = max(ifnull(last_used_at, 0), ?) where workspace_id = ? and key_id = ?`,
        ...[at, workspace, number],
      ),
    );
  }
}
