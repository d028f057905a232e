/** Writes an effect into the outbox, inside the caller's transaction: with what caused it, or not at all. */
import { type Effect, type EffectCause, effectLane, effectTarget } from "../../core/workflow/effect.ts";
import type { Database } from "./database.ts";

/** 0 = none. `about`: the member or the webhook that it is for. */
type CausedBy = {
  readonly cause: EffectCause;
  readonly import: number;
  readonly workflow?: number;
  readonly contact?: number;
  readonly step?: number;
  readonly about?: number;
};

export type NewOutboxRow = {
  /** Made of what caused it: the same cause can never stand in the outbox twice. */
  readonly key: string;
  readonly effect: Effect;
  readonly from: CausedBy;
  readonly dueAt: number;
  /** From when on it is of no use any more; absent = always of use. */
  readonly expiresAt?: number;
};

export function addEffect(
  database: Database,
  { workspace, now }: { readonly workspace: number; readonly now: number },
  { key, effect, from, dueAt, expiresAt }: NewOutboxRow,
): void {
  const number = Number(
    database.get(
      "update workspace set next_effect = next_effect + 1 where workspace_id = ? returning next_effect - 1",
      workspace,
    )?.[0],
  );
  database.run(
    `insert into outbox (workspace_id, effect_id, key, kind, target, lane, effect, state, cause, import_id, workflow_id,
       contact_id, step, about, due_at, expires_at, created_at) values (?, ?, ?, ?, ?, ?, ?, 'queued', ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[workspace, number, key, effect.kind, effectTarget(effect), effectLane(effect), JSON.stringify(effect)],
    ...[from.cause, from.import, from.workflow ?? 0, from.contact ?? 0, from.step ?? 0, from.about ?? null],
    ...[dueAt, expiresAt ?? null, now],
  );
}

/** A key that is there already has been sent, or will be. */
export const hasEffect = (database: Database, workspace: number, key: string): boolean =>
  database.get("select 1 from outbox where workspace_id = ? and key = ?", workspace, key) !== undefined;
