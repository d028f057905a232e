/** Answers of requests that may be repeated. */
import { LEASE_MS } from "../../../app/limits.ts";
import type { Claimant } from "../../../app/ports/claim.ts";
import type { EarlierRequest, IdempotencyKey, IdempotencyStore } from "../../../app/ports/idempotency-store.ts";
import { isHeld } from "../../held-claim.ts";
import { asEarlierRequest } from "../../workspace/earlier-request.ts";
import type { Database } from "../database.ts";

const THIS = "workspace_id = ? and caller = ? and key = ?";
const THIS_UNDER_WAY = "workspace_id = ? and caller = ? and key = ? and holder = ? and digest is null";

export class SqliteIdempotency implements IdempotencyStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async begin(
    { workspace, caller, key }: IdempotencyKey,
    { since, ...claim }: Parameters<IdempotencyStore["begin"]>[1],
  ): Promise<"new" | "busy" | EarlierRequest> {
    const { holder, now } = claim;
    return this.#database.transaction(() => {
      this.#database.run(
        "delete from idempotency where workspace_id = ? and at < ? and held_until <= ?",
        ...[workspace, since, now],
      );
      const place = [workspace, caller, key];
      const row = this.#database.get(
        `select holder, held_until, digest, answer from idempotency where ${THIS}`,
        ...place,
      );
      const earlier = row ? asEarlierRequest(row.slice(2)) : null;
      if (earlier) return earlier;
      if (row && isHeld(row, claim)) return "busy";
      this.#database.run(
        "insert or replace into idempotency (workspace_id, caller, key, holder, at, held_until) values (?, ?, ?, ?, ?, ?)",
        ...[...place, holder, now, now + LEASE_MS],
      );
      return "new";
    });
  }

  async renew({ workspace, caller, key }: IdempotencyKey, { holder, now }: Claimant): Promise<void> {
    await this.#database.write(
      `update idempotency set held_until = ? where ${THIS_UNDER_WAY}`,
      ...[now + LEASE_MS, workspace, caller, key, holder],
    );
  }

  async finish(
    { workspace, caller, key }: IdempotencyKey,
    holder: string,
    { digest, answer }: EarlierRequest,
  ): Promise<void> {
    await this.#database.write(
      `update idempotency set digest = ?, answer = ? where ${THIS_UNDER_WAY}`,
      ...[digest, JSON.stringify(answer), workspace, caller, key, holder],
    );
  }

  async free({ workspace, caller, key }: IdempotencyKey, holder: string): Promise<void> {
    await this.#database.write(`delete from idempotency where ${THIS_UNDER_WAY}`, ...[workspace, caller, key, holder]);
  }
}
