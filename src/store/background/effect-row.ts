/** What an effect is in the outbox of both databases. */
import { type Effect, type EffectCause, effectLane, effectTarget } from "../../core/workflow/effect.ts";

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

/** As `OUTBOX_COLUMNS` name them. */
export function outboxValues({
  key,
  effect,
  from,
  dueAt,
  expiresAt,
}: NewOutboxRow): readonly (string | number | null)[] {
  return [
    ...[key, effect.kind, effectTarget(effect), effectLane(effect), JSON.stringify(effect), from.cause, from.import],
    ...[from.workflow ?? 0, from.contact ?? 0, from.step ?? 0, from.about ?? null, dueAt, expiresAt ?? null],
  ];
}

/** After the workspace and the number of the effect. */
export const OUTBOX_COLUMNS =
  "key, kind, target, lane, effect, cause, import_id, workflow_id, contact_id, step, about, due_at, expires_at";
