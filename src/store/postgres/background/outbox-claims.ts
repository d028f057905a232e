/**
 * Which effects a worker takes next: those that are due, receiver by receiver in turn, so that many for one do not hold up the
 * few for another; none for a receiver that is left alone, and one at a time for one that may be back. All receivers are asked
 * for at once: each statement is a way to the database and back.
 */
import { LANE_AT_ONCE } from "../../../app/limits.ts";
import type { ClaimedEffect } from "../../../app/ports/effect-ports.ts";
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
import { bigints, type Database } from "../database.ts";

/** An undo of one line has yet to say whose effects it cancels; the others' wait for its end. */
const NOT_UNDOING = `(outbox.cause <> 'workflow' or not exists (select 1 from import
  where import.workspace_id = outbox.workspace_id and import.import_id = outbox.import_id and import.state = 'undoing'))`;

/** @param orphans as `orphansOf` has found them */
export async function claimable(
  database: Database,
  workspace: number,
  { request, orphans }: { readonly request: ClaimRequest; readonly orphans: readonly DbRow[] },
): Promise<readonly DueEffect[]> {
  const lanes = await lanesOf(database, workspace, request);
  const taken = inTurn(await dueOf(database, workspace, { ...request, lanes }), request.limit);
  const left = orphans.filter((orphan) => !isStranded(orphan)).map(asDue);
  return [...taken, ...left].slice(0, request.limit);
}

/** A receiver that is not left alone, and how many more it may be sent at once. */
type FreeLane = { readonly kind: string; readonly lane: string; readonly free: number };

/** Each look goes to where the next receiver begins in the index, however many effects wait for one. */
async function lanesOf(
  database: Database,
  workspace: number,
  { kinds, limit, now }: Pick<ClaimRequest, "kinds" | "limit" | "now">,
): Promise<readonly FreeLane[]> {
  const next = `select min(lane) from outbox
    where workspace_id = $1 and outbox.kind = open.kind and outbox.state = open.state`;
  const rows = await database.all(
    `with open_lane as (
       select distinct open.kind, found.lane
       from (select kind, state from unnest($2::text[]) as kind cross join (values ('queued'), ('failed')) as s (state)) as open
       cross join lateral (
         with recursive lanes (lane) as (
           (${next})
           union all
           select (${next} and outbox.lane > lanes.lane) from lanes where lanes.lane is not null)
         select lane from lanes where lane is not null) as found)
     select open_lane.kind, open_lane.lane, coalesce(delivery_lane.failures, 0),
       (select count(*) from outbox where outbox.workspace_id = $1 and outbox.kind = open_lane.kind
          and outbox.state = 'sending' and outbox.lane = open_lane.lane and outbox.held_until > $3)
     from open_lane left join delivery_lane on delivery_lane.workspace_id = $1
       and delivery_lane.kind = open_lane.kind and delivery_lane.lane = open_lane.lane
     where coalesce(delivery_lane.paused_until, 0) <= $3`,
    ...[workspace, kinds, now],
  );
  return rows
    .map(([kind, lane, failures, sending]) => {
      const atOnce = Number(failures) >= DOWN_AFTER ? 1 : LANE_AT_ONCE;
      return { kind: String(kind), lane: String(lane), free: Math.min(limit, atOnce - Number(sending)) };
    })
    .filter(({ free }) => free > 0);
}

/** What is due for each receiver, oldest first. */
async function dueOf(
  database: Database,
  workspace: number,
  { lanes, now }: { readonly lanes: readonly FreeLane[]; readonly now: number },
): Promise<readonly (readonly DueEffect[])[]> {
  if (lanes.length === 0) return [];
  const rows = await database.all(
    `select due.* from unnest($2::text[], $3::text[], $4::bigint[]) as wanted (kind, lane, free)
     cross join (values ('queued'), ('failed')) as open (state)
     cross join lateral (
       select ${DUE_COLUMNS} from outbox
       where workspace_id = $1 and outbox.kind = wanted.kind and outbox.state = open.state and outbox.lane = wanted.lane
         and due_at <= $5 and ${NOT_UNDOING}
       order by due_at, effect_id limit wanted.free) as due`,
    ...[workspace, lanes.map(({ kind }) => kind), lanes.map(({ lane }) => lane)],
    ...[bigints(lanes.map(({ free }) => free)), now],
  );
  const byLane = Map.groupBy(rows.map(asDue), ({ lane }) => `${lane.kind} ${lane.name}`);
  return lanes.flatMap(({ kind, lane, free }) => {
    const due = byLane.get(`${kind} ${lane}`);
    return due === undefined ? [] : [[...due].sort(oldestFirst).slice(0, free)];
  });
}

/** Those whose holder is gone. */
export async function orphansOf(
  database: Database,
  workspace: number,
  request: ClaimRequest,
): Promise<readonly DbRow[]> {
  const held = await database.all(
    `select ${DUE_COLUMNS}, ${SENDING_COLUMNS} from outbox
     where workspace_id = $1 and kind = any($2::text[]) and state = 'sending' and (revoked = 1 or ${NOT_UNDOING})
     order by due_at, effect_id`,
    ...[workspace, request.kinds],
  );
  return held.filter((row) => isOrphan(row, request));
}

/** Counts a call that did not reach its receiver; those that were under way when it was found to be down count once. */
export async function noteUnreached(
  database: Database,
  { workspace, now }: { readonly workspace: number; readonly now: number },
  { kind, name }: ClaimedEffect["lane"],
): Promise<void> {
  const row = await database.get(
    `insert into delivery_lane (workspace_id, kind, lane, failures, paused_until) values ($1, $2, $3, 1, 0)
     on conflict (workspace_id, kind, lane) do update set failures = delivery_lane.failures + 1
     where delivery_lane.paused_until <= $4 returning failures`,
    ...[workspace, kind, name, now],
  );
  if (!row) return;
  await database.run(
    "update delivery_lane set paused_until = $4 where workspace_id = $1 and kind = $2 and lane = $3",
    ...[workspace, kind, name, now + lanePauseMs(Number(row[0]))],
  );
}

export async function noteReached(
  database: Database,
  workspace: number,
  { kind, name }: ClaimedEffect["lane"],
): Promise<void> {
  await database.run(
    "delete from delivery_lane where workspace_id = $1 and kind = $2 and lane = $3",
    ...[workspace, kind, name],
  );
}
