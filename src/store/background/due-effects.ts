/** Effects that may be taken, as both databases read them, and the order in which they are. */
import type { ClaimedEffect, OutboxStore } from "../../app/ports/effect-ports.ts";
import type { EffectCause, EffectKind } from "../../core/workflow/effect.ts";
import { MOST_ATTEMPTS } from "../../core/workflow/retry-delay.ts";
import type { DbRow } from "../db-row.ts";

export type ClaimRequest = Parameters<OutboxStore["claim"]>[1];

/** One that may be taken, without its text. */
export type DueEffect = Omit<ClaimedEffect, "effect"> & { readonly dueAt: number };

/** In the order in which `asDue` reads them. */
export const DUE_COLUMNS =
  "outbox.effect_id, outbox.key, outbox.attempts, outbox.created_at, outbox.cause, outbox.kind, outbox.lane, outbox.due_at";

export function asDue([number, key, attempts, createdAt, cause, kind, lane, dueAt]: DbRow): DueEffect {
  return {
    ...{ number: Number(number), key: String(key), attempts: Number(attempts), createdAt: Number(createdAt) },
    ...{ cause: cause as EffectCause, lane: { kind: kind as EffectKind, name: String(lane) }, dueAt: Number(dueAt) },
  };
}

/** One of each receiver, then the next of each; the one whose first has waited longest goes first. */
export function inTurn(lanes: readonly (readonly DueEffect[])[], limit: number): readonly DueEffect[] {
  const inOrder = [...lanes].sort(([a], [b]) => (a && b ? oldestFirst(a, b) : 0));
  const taken: DueEffect[] = [];
  for (let at = 0; taken.length < limit; at++) {
    const round = inOrder.flatMap((lane) => lane[at] ?? []);
    if (round.length === 0) break;
    taken.push(...round);
  }
  return taken.slice(0, limit);
}

export const oldestFirst = (a: DueEffect, b: DueEffect): number => a.dueAt - b.dueAt || a.number - b.number;

/** What stands after the columns of an effect that is being sent. */
export const SENDING_COLUMNS = "outbox.holder, outbox.held_until, outbox.revoked";

/** One that is being sent, and its holder is gone. */
export function isOrphan(
  row: DbRow,
  { now, holder, isGone }: Pick<ClaimRequest, "now" | "holder" | "isGone">,
): boolean {
  const [by, until] = row.slice(-3);
  return Number(until) <= now || (by !== holder && isGone(String(by)));
}

/** An orphan that an undo has revoked, or that has had all its attempts: it may be what its workers die of. */
export const isStranded = (row: DbRow): boolean => Number(row.at(-1)) !== 0 || asDue(row).attempts >= MOST_ATTEMPTS;
