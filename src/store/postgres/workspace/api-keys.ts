/** API keys of workspaces: their digests, and who made them. */
import type { ApiKey, FoundKey, KeyStore, NewKey } from "../../../app/ports/key-store.ts";
import type { Role } from "../../../core/member/member.ts";
import { accept, type Result, refuseWith } from "../../../core/problem/refusal.ts";
import { asKey, KEY_COLUMNS } from "../../workspace/api-key-row.ts";
import type { Database } from "../database.ts";

export class PostgresKeys implements KeyStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async list(workspace: number): Promise<readonly ApiKey[]> {
    const rows = await this.#database.all(
      `select ${KEY_COLUMNS} from api_key where workspace_id = $1 order by key_id`,
      workspace,
    );
    return rows.map(asKey);
  }

  async add(workspace: number, key: NewKey): Promise<Result<ApiKey>> {
    const [row] = await this.#database.write(
      workspace,
      `insert into api_key (workspace_id, key_id, name, role, scopes, hint, digest, maker, created_by, created_at, expires_at)
       values ($1, (select coalesce(max(key_id), 0) + 1 from api_key where workspace_id = $1), $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (workspace_id, name) where revoked_at is null do nothing returning ${KEY_COLUMNS}`,
      ...[workspace, key.name, key.role, JSON.stringify(key.scopes), key.hint, key.digest, key.maker],
      ...[key.createdBy, key.createdAt, key.expiresAt],
    );
    return row ? accept(asKey(row)) : refuseWith("key_exists", `The workspace has a key ${key.name} already.`);
  }

  async beginningWith(hint: string): Promise<readonly FoundKey[]> {
    const columns = KEY_COLUMNS.split(", ").map((column) => `k.${column}`);
    const rows = await this.#database.all(
      `select ${columns.join(", ")}, k.workspace_id, k.digest, m.role from api_key k
       left join member m on m.workspace_id = k.workspace_id and m.member_id = k.maker and m.removed_at is null
       where k.hint = $1`,
      hint,
    );
    return rows.map((row) => {
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
    await this.#database.write(
      workspace,
      "update api_key set revoked_at = $3 where workspace_id = $1 and key_id = $2 and revoked_at is null",
      ...[workspace, number, at],
    );
  }

  /** Of the key alone: a request does not wait for whoever is writing to the workspace. */
  async used(workspace: number, number: number, at: number): Promise<void> {
    await this.#database.write(
      null,
      `update api_key set last_used_at = greatest(coalesce(last_used_at, 0), $3)
       where workspace_id = $1 and key_id = $2`,
      ...[workspace, number, at],
    );
  }
}
