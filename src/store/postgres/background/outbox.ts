/**
 * The outbox: effects that were written with what caused them, taken by one worker at a time, and what became of each. Whoever
 * takes some holds the workspace while he does; that attempt alone can end it. Times are the database's (`database-clock.ts`).
 */
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
import type { Effect, EffectKind } from "../../../core/workflow/effect.ts";
import type { EffectState } from "../../../core/workflow/effect-state.ts";
import { asDue, type ClaimRequest, type DueEffect, isStranded } from "../../background/due-effects.ts";
import { asEffect, EFFECT_COLUMNS, NEXT_ATTEMPT, STRANDED, TOO_LATE } from "../../background/stored-effect.ts";
import type { DbRow } from "../../db-row.ts";
import { bigints, type Database } from "../database.ts";
import type { Ahead } from "../database-clock.ts";
import { claimable, noteReached, noteUnreached, orphansOf } from "./outbox-claims.ts";

/** What a person may still do something about. */
const OPEN = "state in ('queued', 'failed', 'dead')";
/** What waited or failed for so long that nobody needs to be told any more. */
const EXPIRED = "workspace_id = $1 and expires_at <= $2 and state in ('queued', 'failed')";

export class PostgresOutbox implements OutboxStore {
  readonly #database: Database;
  readonly #ahead: Ahead;

  constructor(database: Database, ahead: Ahead) {
    this.#database = database;
    this.#ahead = ahead;
  }

  async list(workspace: number, filter: EffectFilter): Promise<readonly StoredEffect[]> {
    const rows = await this.#database.all(
      `select ${EFFECT_COLUMNS} from outbox where workspace_id = $1 and effect_id > $2
         and ($3::bigint is null or import_id = $3) and state = any($4::text[]) order by effect_id limit $5`,
      ...[workspace, filter.after, filter.import, filter.states, filter.limit],
    );
    return rows.map(asEffect);
  }

  async claim(workspace: number, asked: ClaimRequest): Promise<readonly ClaimedEffect[]> {
    const request = { ...asked, now: asked.now + (await this.#ahead(asked.now)) };
    if (!(await this.#mayHaveWork(workspace, request))) return [];
    return this.#database.transaction(workspace, async () => {
      await this.#expire(workspace, request.now);
      const orphans = await orphansOf(this.#database, workspace, request);
      await this.#giveUp(workspace, orphans.filter(isStranded));
      const due = await claimable(this.#database, workspace, { request, orphans });
      return this.#take(workspace, due, request);
    });
  }

  async end(workspace: number, { number, attempts, lane }: ClaimedEffect, end: AttemptEnd): Promise<void> {
    const { state } = end;
    const ahead = await this.#ahead();
    await this.#database.transaction(workspace, async () => {
      // What is sent or cancelled needs its text no more; `attempts` tells whether somebody else has taken it since.
      await this.#database.run(
        `update outbox set state = case when revoked = 1 and $4 <> 'sent' then 'cancelled' else $4 end, error = $5::text,
           due_at = coalesce($6::bigint, due_at), sent_at = $7::bigint, holder = null, held_until = null,
           effect = case when revoked = 1 or $4 = 'sent' then null else effect end
         where workspace_id = $1 and effect_id = $2 and state = 'sending' and attempts = $3`,
        ...[workspace, number, attempts, state, state === "sent" ? null : end.error],
        ...[state === "failed" ? end.dueAt + ahead : null, state === "sent" ? end.at + ahead : null],
      );
      if (state === "sent" || end.unreachedAt === undefined) await noteReached(this.#database, workspace, lane);
      else await noteUnreached(this.#database, { workspace, now: end.unreachedAt + ahead }, lane);
    });
  }

  async retry(workspace: number, pick: EffectPick, now: number): Promise<number> {
    const dueAt = now + (await this.#ahead(now));
    const { where, value } = picked(pick);
    return this.#database.transaction(workspace, async () => {
      const retried = await this.#database.all(
        `update outbox set state = 'queued', attempts = 0, due_at = $2, error = null
         where workspace_id = $1 and ${OPEN} and ${where("$3")} returning kind, lane`,
        ...[workspace, dueAt, value],
      );
      // A person says that the receiver is there again.
      await this.#database.run(
        `delete from delivery_lane using unnest($2::text[], $3::text[]) as back (kind, lane)
         where workspace_id = $1 and delivery_lane.kind = back.kind and delivery_lane.lane = back.lane`,
        ...[workspace, retried.map(([kind]) => String(kind)), retried.map(([, lane]) => String(lane))],
      );
      return retried.length;
    });
  }

  async cancel(workspace: number, pick: EffectPick): Promise<number> {
    const { where, value } = picked(pick);
    const rows = await this.#database.write(
      workspace,
      `update outbox set state = 'cancelled', effect = null where workspace_id = $1 and ${OPEN} and ${where("$2")} returning 1`,
      ...[workspace, value],
    );
    return rows.length;
  }

  async counts(workspace: number): Promise<readonly EffectCount[]> {
    const rows = await this.#database.all(
      `select kind, state, count(*), min(${NEXT_ATTEMPT}) from outbox where workspace_id = $1
       group by kind, state order by kind, state`,
      workspace,
    );
    return rows.map(([kind, state, count, dueAt]) => ({
      kind: kind as EffectKind,
      state: state as EffectState,
      count: Number(count),
      dueAt: Number(dueAt),
    }));
  }

  /** Looked at without holding the workspace; most of the time nothing is to be done, and one statement says so. */
  async #mayHaveWork(workspace: number, request: ClaimRequest): Promise<boolean> {
    const row = await this.#database.get(
      `select exists (select 1 from outbox where ${EXPIRED})::int, exists (select 1 from outbox
         where workspace_id = $1 and kind = any($3::text[]) and state in ('queued', 'failed', 'sending'))::int`,
      ...[workspace, request.now, request.kinds],
    );
    const [hasExpired, hasOpen] = row ?? [];
    if (hasExpired === 1 || hasOpen === 0) return hasExpired === 1;
    const orphans = await orphansOf(this.#database, workspace, request);
    if (orphans.length > 0) return true;
    return (await claimable(this.#database, workspace, { request: { ...request, limit: 1 }, orphans })).length > 0;
  }

  async #expire(workspace: number, now: number): Promise<void> {
    await this.#database.run(
      `update outbox set state = 'cancelled', effect = null, error = $3 where ${EXPIRED}`,
      ...[workspace, now, TOO_LATE],
    );
  }

  async #giveUp(workspace: number, stranded: readonly DbRow[]): Promise<void> {
    if (stranded.length === 0) return;
    await this.#database.run(
      `update outbox set state = case when revoked = 1 then 'cancelled' else 'dead' end,
         effect = case when revoked = 1 then null else effect end, error = $3, holder = null, held_until = null
       where workspace_id = $1 and effect_id = any($2::bigint[])`,
      ...[workspace, bigints(stranded.map((row) => asDue(row).number)), STRANDED],
    );
  }

  /** In the order in which they were chosen, with their texts, which are the large part. */
  async #take(
    workspace: number,
    due: readonly DueEffect[],
    { holder, now }: ClaimRequest,
  ): Promise<readonly ClaimedEffect[]> {
    if (due.length === 0) return [];
    const rows = await this.#database.all(
      `update outbox set state = 'sending', attempts = outbox.attempts + 1, holder = $4, held_until = $5
       from unnest($2::bigint[], $3::bigint[]) as chosen (number, attempts)
       where outbox.workspace_id = $1 and outbox.effect_id = chosen.number and outbox.attempts = chosen.attempts
         and outbox.state in ('queued', 'failed', 'sending')
       returning outbox.effect_id, outbox.effect`,
      ...[workspace, bigints(due.map(({ number }) => number)), bigints(due.map(({ attempts }) => attempts))],
      ...[holder, now + DELIVERY_LEASE_MS],
    );
    const texts = new Map(rows.map(([number, text]) => [Number(number), String(text)]));
    return due.flatMap(({ dueAt: _, ...chosen }) => {
      const text = texts.get(chosen.number);
      if (text === undefined) return [];
      return [{ ...chosen, attempts: chosen.attempts + 1, effect: JSON.parse(text) as Effect }];
    });
  }
}

/** @returns `where`: given the parameter that the value is bound to */
function picked(pick: EffectPick): { readonly where: (value: string) => string; readonly value: number | null } {
  if (pick === "all") return { where: (value) => `${value}::bigint is null`, value: null };
  return "number" in pick
    ? { where: (value) => `effect_id = ${value}`, value: pick.number }
    : { where: (value) => `import_id = ${value}`, value: pick.import };
}
