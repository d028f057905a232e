/** The outbox: effects that were written with what caused them, taken by one worker at a time, and what became of each. */

import { DELIVERY_LEASE_MS } from "../../app/limits.ts";
import type {
  AttemptEnd,
  ClaimedEffect,
  EffectCount,
  EffectFilter,
  EffectPick,
  EffectState,
  OutboxStore,
  StoredEffect,
} from "../../app/ports/effect-ports.ts";
import type { Effect, EffectKind } from "../../core/workflow/effect.ts";
import { MOST_ATTEMPTS } from "../../core/workflow/retry-delay.ts";
import type { Database, DbRow } from "./database.ts";

const COLUMNS = `effect_id, key, kind, target, state, import_id, workflow_id, contact_id, step, attempts, due_at, error,
  created_at, sent_at`;
/** What a person may still do something about. */
const OPEN = "state in ('queued', 'failed', 'dead')";
/** An undo of one line has yet to say whose effects it cancels; the others' wait for its end. */
const NOT_UNDOING = `not exists (select 1 from import where import.workspace_id = outbox.workspace_id
  and import.import_id = outbox.import_id and import.state = 'undoing')`;

/** Why nobody takes an effect again whose worker is gone. */
const STRANDED = "The worker that was sending it stopped: it may be out.";

type ClaimRequest = Parameters<OutboxStore["claim"]>[1];

export class SqliteOutbox implements OutboxStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async list(workspace: number, filter: EffectFilter): Promise<readonly StoredEffect[]> {
    return this.#database
      .all(
        `select ${COLUMNS} from outbox where workspace_id = ? and effect_id > ? and (? is null or import_id = ?)
         and state in (select value from json_each(?)) order by effect_id limit ?`,
        ...[workspace, filter.after, filter.import, filter.import, JSON.stringify(filter.states), filter.limit],
      )
      .map(asEffect);
  }

  async claim(workspace: number, request: ClaimRequest): Promise<readonly ClaimedEffect[]> {
    const hasStranded = this.#orphans(workspace, request).some(isStranded);
    if (!hasStranded && this.#claimable(workspace, { ...request, limit: 1 }).length === 0) return [];
    return this.#database.transaction(() => {
      this.#giveUpStranded(workspace, request);
      const claimed = this.#claimable(workspace, request);
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

  async end(workspace: number, { number, attempts }: ClaimedEffect, end: AttemptEnd): Promise<void> {
    const { state } = end;
    // What is sent or cancelled needs its text no more; `attempts` tells whether somebody else has taken it since.
    await this.#database.write(
      `update outbox set state = iif(revoked and ? <> 'sent', 'cancelled', ?), error = ?, due_at = ifnull(?, due_at), sent_at = ?, holder = null, held_until = null,
         effect = iif(revoked or ? = 'sent', null, effect)
       where workspace_id = ? and effect_id = ? and state = 'sending' and attempts = ?`,
      ...[state, state, state === "sent" ? null : end.error, state === "failed" ? end.dueAt : null],
      ...[state === "sent" ? end.at : null, state, workspace, number, attempts],
    );
  }

  async retry(workspace: number, pick: EffectPick, now: number): Promise<number> {
    const { where, values } = picked(pick);
    const rows = await this.#database.write(
      `update outbox set state = 'queued', attempts = 0, due_at = ?, error = null
       where workspace_id = ? and ${OPEN} and ${where} returning 1`,
      ...[now, workspace, ...values],
    );
    return rows.length;
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
        "select kind, state, count(*), min(due_at) from outbox where workspace_id = ? group by kind, state order by kind, state",
        workspace,
      )
      .map(([kind, state, count, dueAt]) => ({
        kind: kind as EffectKind,
        state: state as EffectState,
        count: Number(count),
        dueAt: Number(dueAt),
      }));
  }

  /** Those that are due, and those whose holder is gone: they may be out, and go again under the same key. */
  #claimable(workspace: number, request: ClaimRequest): readonly ClaimedEffect[] {
    const { kinds, limit, now } = request;
    // One look for each kind and state: the index then has them in order, however many wait.
    const due = kinds.flatMap((kind) =>
      ["queued", "failed"].flatMap((state) =>
        this.#database.all(
          `select effect_id, key, attempts, created_at, effect, due_at from outbox
           where workspace_id = ? and kind = ? and state = ? and due_at <= ? and ${NOT_UNDOING} order by due_at limit ?`,
          ...[workspace, kind, state, now, limit],
        ),
      ),
    );
    const oldestFirst = due.sort((a, b) => Number(a[5]) - Number(b[5]) || Number(a[0]) - Number(b[0]));
    if (oldestFirst.length >= limit) return oldestFirst.slice(0, limit).map(asClaimed);
    const orphans = this.#orphans(workspace, request).filter((orphan) => !isStranded(orphan));
    return [...oldestFirst, ...orphans].slice(0, limit).map(asClaimed);
  }

  /** Those whose holder is gone. */
  #orphans(workspace: number, { kinds, now, holder, isGone }: ClaimRequest): readonly DbRow[] {
    const held = kinds.flatMap((kind) =>
      this.#database.all(
        `select effect_id, key, attempts, created_at, effect, holder, held_until, revoked from outbox
         where workspace_id = ? and kind = ? and state = 'sending' and (revoked or ${NOT_UNDOING}) order by due_at`,
        ...[workspace, kind],
      ),
    );
    return held.filter(([, , , , , by, until]) => Number(until) <= now || (by !== holder && isGone(String(by))));
  }

  #giveUpStranded(workspace: number, request: ClaimRequest): void {
    for (const [number] of this.#orphans(workspace, request).filter(isStranded)) {
      this.#database.run(
        `update outbox set state = iif(revoked, 'cancelled', 'dead'), effect = iif(revoked, null, effect), error = ?,
           holder = null, held_until = null
         where workspace_id = ? and effect_id = ?`,
        ...[STRANDED, workspace, Number(number)],
      );
    }
  }
}

/** An orphan that an undo has revoked, or that has had all its attempts: it may be what its workers die of. */
const isStranded = ([, , attempts, , , , , revoked]: DbRow): boolean =>
  Number(revoked) !== 0 || Number(attempts) >= MOST_ATTEMPTS;

function picked(pick: EffectPick): { readonly where: string; readonly values: readonly number[] } {
  if (pick === "all") return { where: "true", values: [] };
  return "number" in pick
    ? { where: "effect_id = ?", values: [pick.number] }
    : { where: "import_id = ?", values: [pick.import] };
}

const asClaimed = ([number, key, attempts, createdAt, effect]: DbRow): ClaimedEffect => ({
  number: Number(number),
  key: String(key),
  attempts: Number(attempts),
  createdAt: Number(createdAt),
  effect: JSON.parse(String(effect)) as Effect,
});

function asEffect([number, key, kind, target, state, importNumber, workflow, ...rest]: DbRow): StoredEffect {
  const [contact, step, attempts, dueAt, error, createdAt, sentAt] = rest;
  return {
    number: Number(number),
    key: String(key),
    kind: kind as EffectKind,
    target: String(target),
    state: state as EffectState,
    import: Number(importNumber),
    workflow: Number(workflow),
    contact: Number(contact),
    step: Number(step),
    attempts: Number(attempts),
    dueAt: Number(dueAt),
    error: typeof error === "string" ? error : null,
    createdAt: Number(createdAt),
    sentAt: sentAt === null || sentAt === undefined ? null : Number(sentAt),
  };
}
