/**
 * Which effects a worker takes next: those that are due, receiver by receiver in turn, so that many for one do not hold up the
 * few for another; none for a receiver that is left alone, and one at a time for one that may be back.
 */
import { LANE_AT_ONCE } from "../../../app/limits.ts";
import type { ClaimedEffect } from "../../../app/ports/effect-ports.ts";
import type { Effect, EffectKind } from "../../../core/workflow/effect.ts";
import { DOWN_AFTER, lanePauseMs } from "../../../core/workflow/lane-pause.ts";
import {
  asDue,
  type ClaimRequest,
  DUE_COLUMNS,
  type DueEffect,
  inTurn,
  isOrphan,
  isStranded,
  oldestFirst,
  SENDING_COLUMNS,
} from "../../background/due-effects.ts";
import type { DbRow } from "../../db-row.ts";
import type { Database } from "../database.ts";

/** An undo of one line has yet to say whose effects it cancels; the others' wait for its end. */
const NOT_UNDOING = `(cause <> 'workflow' or not exists (select 1 from import where import.workspace_id = outbox.workspace_id
  and import.import_id = outbox.import_id and import.state = 'undoing'))`;

export function claimable(database: Database, workspace: number, request: ClaimRequest): readonly DueEffect[] {
  const lanes = request.kinds.flatMap((kind) => dueLanes(database, workspace, { ...request, kind }));
  const taken = inTurn(lanes, request.limit);
  if (taken.length >= request.limit) return taken;
  const orphans = orphansOf(database, workspace, request).filter((orphan) => !isStranded(orphan));
  return [...taken, ...orphans.map(asDue)].slice(0, request.limit);
}

/** The texts of those that are taken: read last, as they are the large part. */
export function withTexts(database: Database, workspace: number, due: readonly DueEffect[]): readonly ClaimedEffect[] {
  return due.map(({ dueAt: _, ...claimed }) => {
    const row = database.get(
      "select effect from outbox where workspace_id = ? and effect_id = ?",
      ...[workspace, claimed.number],
    );
    return { ...claimed, effect: JSON.parse(String(row?.[0])) as Effect };
  });
}

type KindRequest = Pick<ClaimRequest, "limit" | "now"> & { readonly kind: EffectKind };

/** What is due for each receiver of the kind, oldest first. */
function dueLanes(
  database: Database,
  workspace: number,
  { kind, limit, now }: KindRequest,
): readonly (readonly DueEffect[])[] {
  const states = database.all(
    "select lane, failures, paused_until from delivery_lane where workspace_id = ? and kind = ?",
    ...[workspace, kind],
  );
  const stateOf = new Map(states.map(([lane, ...state]) => [String(lane), state]));
  return lanesOf(database, workspace, kind).flatMap((lane) => {
    const [failures = 0, pausedUntil = 0] = stateOf.get(lane) ?? [];
    if (Number(pausedUntil) > now) return [];
    const atOnce = Number(failures) >= DOWN_AFTER ? 1 : LANE_AT_ONCE;
    const free = atOnce - beingSent(database, workspace, { kind, lane, now });
    const due = dueOf(database, workspace, { kind, lane, now, most: Math.min(limit, free) });
    return due.length === 0 ? [] : [due];
  });
}

/** Each look goes to where the next receiver begins in the index, however many effects wait for one. */
function lanesOf(database: Database, workspace: number, kind: EffectKind): readonly string[] {
  const lanes = ["queued", "failed"].flatMap((state) =>
    database.all(
      `with recursive lanes (lane) as (
         select min(lane) from outbox where workspace_id = ?1 and kind = ?2 and state = ?3
         union all
         select (select min(lane) from outbox where workspace_id = ?1 and kind = ?2 and state = ?3 and lane > lanes.lane)
         from lanes where lanes.lane is not null)
       select lane from lanes where lane is not null`,
      ...[workspace, kind, state],
    ),
  );
  return [...new Set(lanes.map(([lane]) => String(lane)))];
}

type LaneRequest = { readonly kind: EffectKind; readonly lane: string; readonly now: number };

function dueOf(
  database: Database,
  workspace: number,
  { kind, lane, now, most }: LaneRequest & { readonly most: number },
): readonly DueEffect[] {
  if (most <= 0) return [];
  const due = ["queued", "failed"].flatMap((state) =>
    database.all(
      `select ${DUE_COLUMNS} from outbox
       where workspace_id = ? and kind = ? and state = ? and lane = ? and due_at <= ? and ${NOT_UNDOING} order by due_at limit ?`,
      ...[workspace, kind, state, lane, now, most],
    ),
  );
  return due.map(asDue).sort(oldestFirst).slice(0, most);
}

function beingSent(database: Database, workspace: number, { kind, lane, now }: LaneRequest): number {
  const row = database.get(
    `select count(*) from outbox where workspace_id = ? and kind = ? and state = 'sending' and lane = ? and held_until > ?`,
    ...[workspace, kind, lane, now],
  );
  return Number(row?.[0] ?? 0);
}

/** Those whose holder is gone. */
export function orphansOf(database: Database, workspace: number, request: ClaimRequest): readonly DbRow[] {
  const held = request.kinds.flatMap((kind) =>
    database.all(
      `select ${DUE_COLUMNS}, ${SENDING_COLUMNS} from outbox
       where workspace_id = ? and kind = ? and state = 'sending' and (revoked or ${NOT_UNDOING}) order by due_at`,
      ...[workspace, kind],
    ),
  );
  return held.filter((row) => isOrphan(row, request));
}

/** Counts a call that did not reach its receiver; those that were under way when it was found to be down count once. */
export function noteUnreached(
  database: Database,
  { workspace, now }: { readonly workspace: number; readonly now: number },
  { kind, name }: ClaimedEffect["lane"],
): void {
  const row = database.get(
    `insert into delivery_lane (workspace_id, kind, lane, failures, paused_until) values (?1, ?2, ?3, 1, 0)
     on conflict (workspace_id, kind, lane) do update set failures = failures + 1 where paused_until <= ?4 returning failures`,
    ...[workspace, kind, name, now],
  );
  if (!row) return;
  database.run(
    "update delivery_lane set paused_until = ? where workspace_id = ? and kind = ? and lane = ?",
    ...[now + lanePauseMs(Number(row[0])), workspace, kind, name],
  );
}

export function noteReached(database: Database, workspace: number, { kind, name }: ClaimedEffect["lane"]): void {
  database.run(
    "delete from delivery_lane where workspace_id = ? and kind = ? and lane = ?",
    ...[workspace, kind, name],
  );
}
