/** Answers of requests that may be repeated. */
import type {
  EarlierRequest,
  IdempotencyKey,
  IdempotencyStore,
  KeptAnswer,
} from "../../app/ports/idempotency-store.ts";
import { asEarlierRequest, REQUEST_COLUMNS } from "../earlier-request.ts";
import type { Database } from "./database.ts";

export class SqliteIdempotency implements IdempotencyStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async begin(
    { workspace, caller, key }: IdempotencyKey,
    { holder, at, since }: Parameters<IdempotencyStore["begin"]>[1],
  ): Promise<EarlierRequest | null> {
    return this.#database.transaction(() => {
      this.#database.run("delete from idempotency where workspace_id = ? and at < ?", workspace, since);
      const row = this.#database.get(
        `select ${REQUEST_COLUMNS} from idempotency where workspace_id = ? and caller = ? and key = ?`,
        ...[workspace, caller, key],
      );
      if (row) return asEarlierRequest(row);
      this.#database.run(
        "insert into idempotency (workspace_id, caller, key, holder, at) values (?, ?, ?, ?, ?)",
        ...[workspace, caller, key, holder, at],
      );
      return null;
    });
  }

  async finish({ workspace, caller, key }: IdempotencyKey, digest: string, answer: KeptAnswer): Promise<void> {
    await this.#database.write(
      "update idempotency set digest = ?, answer = ? where workspace_id = ? and caller = ? and key = ?",
      ...[digest, JSON.stringify(answer), workspace, caller, key],
    );
  }

  async free({ workspace, caller, key }: IdempotencyKey, holder: string): Promise<void> {
    await this.#database.write(
      "delete from idempotency where workspace_id = ? and caller = ? and key = ? and holder = ? and digest is null",
      ...[workspace, caller, key, holder],
    );
  }
}
