/** The outbox: effects that were written with what caused them, taken by one worker at a time, and what became of each. */
import { DELIVERY_LEASE_MS } from "../../../app/limits.ts";
import type {
  AttemptEnd,
  ClaimedEffect,
  EffectCount,
  EffectFilter,
  EffectPick,
  OutboxStore,
  StoredEffect,
} from "../../../app/ports/effect-ports.ts";
import type { EffectKind } from "../../../core/workflow/effect.ts";
import type { EffectState } from "../../../core/workflow/effect-state.ts";
import { type ClaimRequest, isStranded } from "../../background/due-effects.ts";
import { asEffect, EFFECT_COLUMNS, NEXT_ATTEMPT, STRANDED, TOO_LATE } from "../../background/stored-effect.ts";
import type { Database } from "../database.ts";
import { claimable, noteReached, noteUnreached, orphansOf, withTexts } from "./outbox-claims.ts";

/** What a person may still do something about. */
const OPEN = "state in ('queued', 'failed', 'dead')";
/** What waited or failed for so long that nobody needs to be told any more. */
const EXPIRED = "workspace_id = ?1 and expires_at <= ?2 and state in ('queued', 'failed')";

export class SqliteOutbox implements OutboxStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async list(workspace: number, filter: EffectFilter): Promise<readonly StoredEffect[]> {
    return this.#database
      .all(
        `select ${EFFECT_COLUMNS} from outbox where workspace_id = ? and effect_id > ? and (? is null or import_id = ?)
         and state in (select value from json_each(?)) order by effect_id limit ?`,
        ...[workspace, filter.after, filter.import, filter.import, JSON.stringify(filter.states), filter.limit],
      )
      .map(asEffect);
  }

  async claim(workspace: number, request: ClaimRequest): Promise<readonly ClaimedEffect[]> {
    const hasStranded = orphansOf(this.#database, workspace, request).some(isStranded);
    const hasDue = claimable(this.#database, workspace, { ...request, limit: 1 }).length > 0;
    if (!hasStranded && !hasDue && !this.#hasExpired(workspace, request.now)) return [];
    return this.#database.transaction(() => {
      this.#expire(workspace, request.now);
      this.#giveUpStranded(workspace, request);
      const claimed = withTexts(this.#database, workspace, claimable(this.#database, workspace, request));
      for (const { number } of claimed) {
        this.#database.run(
          `update outbox set state = 'sending', attempts = attempts + 1, holder = ?, held_until = ?
           where workspace_id = ? and effect_id = ?`,
          ...[request.holder, request.now + DELIVERY_LEASE_MS, workspace, number],
        );
      }
      return claimed.map((effect) => ({ ...effect, attempts: effect.attempts + 1 }));
    });
  }

  async end(workspace: number, { number, attempts, lane }: ClaimedEffect, end: AttemptEnd): Promise<void> {
    const { state } = end;
    await this.#database.transaction(() => {
      // What is sent or cancelled needs its text no more; `attempts` tells whether somebody else has taken it since.
      this.#database.run(
        `update outbox set state = iif(revoked and ? <> 'sent', 'cancelled', ?), error = ?, due_at = ifnull(?, due_at), sent_at = ?, holder = null, held_until = null,
           effect = iif(revoked or ? = 'sent', null, effect)
         where workspace_id = ? and effect_id = ? and state = 'sending' and attempts = ?`,
        ...[state, state, state === "sent" ? null : end.error, state === "failed" ? end.dueAt : null],
        ...[state === "sent" ? end.at : null, state, workspace, number, attempts],
      );
      if (state === "sent" || end.unreachedAt === undefined) noteReached(this.#database, workspace, lane);
      else noteUnreached(this.#database, { workspace, now: end.unreachedAt }, lane);
    });
  }

  async retry(workspace: number, pick: EffectPick, now: number): Promise<number> {
    const { where, values } = picked(pick);
    return this.#database.transaction(() => {
      const retried = this.#database.all(
        `update outbox set state = 'queued', attempts = 0, due_at = ?, error = null
         where workspace_id = ? and ${OPEN} and ${where} returning kind, lane`,
        ...[now, workspace, ...values],
      );
      // A person says that the receiver is there again.
      const lanes = new Map(retried.map(([kind, lane]) => [`${kind} ${lane}`, { kind, lane }]));
      for (const { kind, lane } of lanes.values())
        noteReached(this.#database, workspace, { kind: kind as EffectKind, name: String(lane) });
      return retried.length;
    });
  }

  async cancel(workspace: number, pick: EffectPick): Promise<number> {
    const { where, values } = picked(pick);
    const rows = await this.#database.write(
      `update outbox set state = 'cancelled', effect = null where workspace_id = ? and ${OPEN} and ${where} returning 1`,
      ...[workspace, ...values],
    );
    return rows.length;
  }

  async counts(workspace: number): Promise<readonly EffectCount[]> {
    return this.#database
      .all(
        `select kind, state, count(*), min(${NEXT_ATTEMPT}) from outbox where workspace_id = ?
         group by kind, state order by kind, state`,
        workspace,
      )
      .map(([kind, state, count, dueAt]) => ({
        kind: kind as EffectKind,
        state: state as EffectState,
        count: Number(count),
        dueAt: Number(dueAt),
      }));
  }

  #hasExpired(workspace: number, now: number): boolean {
    const row = this.#database.get(`select 1 from outbox where ${EXPIRED} limit 1`, workspace, now);
    return row !== undefined;
  }

  #expire(workspace: number, now: number): void {
    this.#database.run(
      `update outbox set state = 'cancelled', effect = null, error = ?3 where ${EXPIRED}`,
      ...[workspace, now, TOO_LATE],
    );
  }

  #giveUpStranded(workspace: number, request: ClaimRequest): void {
    for (const [number] of orphansOf(this.#database, workspace, request).filter(isStranded)) {
      this.#database.run(
        `update outbox set state = iif(revoked, 'cancelled', 'dead'), effect = iif(revoked, null, effect), error = ?,
           holder = null, held_until = null
         where workspace_id = ? and effect_id = ?`,
        ...[STRANDED, workspace, Number(number)],
      );
    }
  }
}

function picked(pick: EffectPick): { readonly where: string; readonly values: readonly number[] } {
  if (pick === "all") return { where: "true", values: [] };
  return "number" in pick
    ? { where: "effect_id = ?", values: [pick.number] }
    : { where: "import_id = ?", values: [pick.import] };
}
