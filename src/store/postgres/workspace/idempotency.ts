/** Answers of requests that may be repeated. Nobody holds the workspace for them: the key of a request is what it is claimed by. */
import type { Claimant } from "../../../app/ports/claim.ts";
import type { EarlierRequest, IdempotencyKey, IdempotencyStore } from "../../../app/ports/idempotency-store.ts";
import { isHeld } from "../../held-claim.ts";
import { asEarlierRequest } from "../../workspace/earlier-request.ts";
import type { Database } from "../database.ts";
import type { Ahead } from "../database-clock.ts";

const THIS = "workspace_id = $1 and caller = $2 and key = $3";
const THIS_UNDER_WAY = "workspace_id = $1 and caller = $2 and key = $3 and holder = $4 and digest is null";

export class PostgresIdempotency implements IdempotencyStore {
  readonly #database: Database;
  readonly #ahead: Ahead;

  constructor(database: Database, ahead: Ahead) {
    this.#database = database;
    this.#ahead = ahead;
  }

  async begin(
    { workspace, caller, key }: IdempotencyKey,
    { holder, since, ...claim }: Parameters<IdempotencyStore["begin"]>[1],
  ): Promise<"new" | "busy" | EarlierRequest> {
    const ahead = await this.#ahead(claim.now);
    const now = claim.now + ahead;
    await this.#database.write(
      null,
      "delete from idempotency where workspace_id = $1 and at < $2 and held_until <= $3",
      ...[workspace, since + ahead, now],
    );
    const place = [workspace, caller, key];
    const mine = [holder, now, now + this.#database.leaseMs];
    for (;;) {
      const [begun] = await this.#database.write(
        null,
        `insert into idempotency (workspace_id, caller, key, holder, at, held_until) values ($1, $2, $3, $4, $5, $6)
         on conflict (workspace_id, caller, key) do nothing returning 1`,
        ...[...place, ...mine],
      );
      if (begun) return "new";
      const row = await this.#database.get(
        `select holder, held_until, digest, answer from idempotency where ${THIS}`,
        ...place,
      );
      // Where it was freed meanwhile, it is anybody's again.
      if (!row) continue;
      const earlier = asEarlierRequest(row.slice(2));
      if (earlier) return earlier;
      if (isHeld(row, { ...claim, now })) return "busy";
      const [taken] = await this.#database.write(
        null,
        `update idempotency set holder = $4, at = $5, held_until = $6
         where ${THIS} and holder = $7 and held_until = $8 and digest is null returning 1`,
        ...[...place, ...mine, String(row[0]), Number(row[1])],
      );
      if (taken) return "new";
    }
  }

  async renew({ workspace, caller, key }: IdempotencyKey, { holder, now }: Claimant): Promise<void> {
    await this.#database.write(
      null,
      `update idempotency set held_until = $5 where ${THIS_UNDER_WAY}`,
      ...[workspace, caller, key, holder, now + (await this.#ahead(now)) + this.#database.leaseMs],
    );
  }

  async finish(
    { workspace, caller, key }: IdempotencyKey,
    holder: string,
    { digest, answer }: EarlierRequest,
  ): Promise<void> {
    await this.#database.write(
      null,
      `update idempotency set digest = $5, answer = $6 where ${THIS_UNDER_WAY}`,
      ...[workspace, caller, key, holder, digest, JSON.stringify(answer)],
    );
  }

  async free({ workspace, caller, key }: IdempotencyKey, holder: string): Promise<void> {
    await this.#database.write(
      null,
      `delete from idempotency where ${THIS_UNDER_WAY}`,
      ...[workspace, caller, key, holder],
    );
  }
}
