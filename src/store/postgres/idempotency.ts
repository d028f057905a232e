/** Answers of requests that may be repeated. Nobody holds the workspace for them: the key of a request is what it is claimed by. */
import type {
  EarlierRequest,
  IdempotencyKey,
  IdempotencyStore,
  KeptAnswer,
} from "../../app/ports/idempotency-store.ts";
import { asEarlierRequest, REQUEST_COLUMNS } from "../earlier-request.ts";
import type { Database } from "./database.ts";

export class PostgresIdempotency implements IdempotencyStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async begin(
    { workspace, caller, key }: IdempotencyKey,
    { holder, at, since }: Parameters<IdempotencyStore["begin"]>[1],
  ): Promise<EarlierRequest | null> {
    for (;;) {
      await this.#database.write(
        null,
        "delete from idempotency where workspace_id = $1 and at < $2",
        ...[workspace, since],
      );
      const [begun] = await this.#database.write(
        null,
        `insert into idempotency (workspace_id, caller, key, holder, at) values ($1, $2, $3, $4, $5)
         on conflict (workspace_id, caller, key) do nothing returning 1`,
        ...[workspace, caller, key, holder, at],
      );
      if (begun) return null;
      const row = await this.#database.get(
        `select ${REQUEST_COLUMNS} from idempotency where workspace_id = $1 and caller = $2 and key = $3`,
        ...[workspace, caller, key],
      );
      // Where it was freed meanwhile, it is anybody's again.
      if (row) return asEarlierRequest(row);
    }
  }

  async finish({ workspace, caller, key }: IdempotencyKey, digest: string, answer: KeptAnswer): Promise<void> {
    await this.#database.write(
      null,
      "update idempotency set digest = $4, answer = $5 where workspace_id = $1 and caller = $2 and key = $3",
      ...[workspace, caller, key, digest, JSON.stringify(answer)],
    );
  }

  async free({ workspace, caller, key }: IdempotencyKey, holder: string): Promise<void> {
    await this.#database.write(
      null,
      `delete from idempotency
       where workspace_id = $1 and caller = $2 and key = $3 and holder = $4 and digest is null`,
      ...[workspace, caller, key, holder],
    );
  }
}
