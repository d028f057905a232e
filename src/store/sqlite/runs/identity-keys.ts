/**
 * The identity index. A run leaves its keys beside it, packed, batch by batch; when it has ended, or when another import
 * wants to match, they are merged in. Until then its own rows are matched against the workspace as it was before.
 */
import { setImmediate as turn } from "node:timers/promises";
import { PENDING_KEYS } from "../../../app/limits.ts";
import type { KeyAsk, KeyHits } from "../../../app/ports.ts";
import type { KeyKind } from "../../../core/match/key-hash.ts";
import { OBJECT_KINDS, type ObjectKind } from "../../../core/object/object-kind.ts";
import type { KeyList } from "../../../core/plan/batch-plan.ts";
import { objectTable } from "../../objects/object-table.ts";
import { bytesOf, eventsOf, joinEvents, KeyMerge, packEvents, sortEvents } from "../../runs/key-events.ts";
import type { Database, SqlValue } from "../database.ts";
import { InsertedKeys } from "./inserted-keys.ts";

/** Events of a sorted run that are read at a time: 128 KiB of each of the runs that are merged. */
const PART_EVENTS = 8_192;
const BYTES_PER_EVENT = 16;
/** Number of the run whose parts are batches as they came; those above are sorted. */
const UNSORTED = 0;
/** Number of the run that is none: it says that a merge is half way, and whose. It is of no import. */
const HALF_WAY = -1;
const NO_IMPORT = 0;

/** The keys of one kind of object in one workspace. */
export type KeyScope = { readonly workspace: number; readonly object: ObjectKind };

export function addPendingKeys(
  database: Database,
  { workspace, object, importNumber }: KeyScope & { readonly importNumber: number },
  { added, removed }: { readonly added: KeyList; readonly removed: KeyList },
): void {
  const events = packEvents(added, removed);
  if (events.length === 0) return;
  // A key that came and is in the index already must not be taken for one that came and went.
  if (halfWay(database, { workspace, object }) !== null) settleObject(database, { workspace, object });
  const [parts, bytes] = database.get(
    `select count(*), ifnull(sum(length(keys)), 0) from pending_keys
     where workspace_id = ? and object = ? and import_id = ? and run = ${UNSORTED}`,
    ...[workspace, object, importNumber],
  ) ?? [0, 0];
  database.run(
    `insert into pending_keys (workspace_id, object, import_id, run, part, keys) values (?, ?, ?, ${UNSORTED}, ?, ?)`,
    ...[workspace, object, importNumber, Number(parts) + 1, bytesOf(events)],
  );
  if (Number(bytes) > PENDING_KEYS * BYTES_PER_EVENT) sortPending(database, { workspace, object }, importNumber);
}

/** What has gathered becomes a sorted run, so that no more than this is ever sorted at once. */
function sortPending(database: Database, { workspace, object }: KeyScope, importNumber: number): void {
  const scope = "workspace_id = ? and object = ? and import_id = ?";
  const bound = [workspace, object, importNumber];
  const sorted = sortEvents(unsortedEvents(database, scope, bound));
  database.run(`delete from pending_keys where ${scope} and run = ${UNSORTED}`, ...bound);
  const last = database.get(`select ifnull(max(run), 0) from pending_keys where ${scope}`, ...bound);
  const run = Number(last?.[0] ?? 0) + 1;
  for (let part = 0; part * PART_EVENTS * 2 < sorted.length; part++) {
    const events = sorted.subarray(part * PART_EVENTS * 2, (part + 1) * PART_EVENTS * 2);
    database.run(
      "insert into pending_keys (workspace_id, object, import_id, run, part, keys) values (?, ?, ?, ?, ?, ?)",
      ...[...bound, run, part + 1, bytesOf(events)],
    );
  }
}

function unsortedEvents(database: Database, scope: string, values: readonly SqlValue[]): Float64Array {
  const rows = database.all(
    `select keys from pending_keys where ${scope} and run = ${UNSORTED} order by import_id, part`,
    ...values,
  );
  return joinEvents(rows.map(([keys]) => keys as Uint8Array));
}

export const othersArePending = (database: Database, workspace: number, importNumber: number): boolean =>
  database.get(
    "select 1 from pending_keys where workspace_id = ? and import_id <> ? limit 1",
    workspace,
    importNumber,
  ) !== undefined;

/** Merges all pending keys of the workspace into the index; call inside a transaction. */
export function settleKeys(database: Database, workspace: number): void {
  for (const object of OBJECT_KINDS) settleObject(database, { workspace, object });
}

function settleObject(database: Database, scope: KeyScope): void {
  const runs = pendingRuns(database, scope);
  if (runs.length === 0) return;
  applyEvents(database, scope, { merge: new KeyMerge(runs), limit: Number.POSITIVE_INFINITY });
  dropPending(database, scope);
}

/**
 * The same in slices of so many keys, each a transaction, so that others who write wait for no more than one. What is half way is marked: until
 * the last slice all that is pending stays, and whoever adds to it, or wants the index whole, merges it from its beginning. A key
 * that is inserted or removed again is as it was, since nobody else changes the index without doing so.
 */
export async function settleKeysInSlices(database: Database, workspace: number, limit: number): Promise<void> {
  for (const object of OBJECT_KINDS) await settleObjectInSlices(database, { workspace, object }, limit);
}

async function settleObjectInSlices(database: Database, scope: KeyScope, limit: number): Promise<void> {
  const mine = await database.transaction(() => beginSlices(database, scope, limit));
  if (mine === null) return;
  let merge: KeyMerge | null = null;
  for (let more = true; more; ) {
    // SQLite holds the thread while it writes: whoever else is on it has a turn.
    await turn();
    more = await database.transaction(() => {
      // Somebody has merged it meanwhile, or begun to.
      if (halfWay(database, scope) !== mine) settleObject(database, scope);
      else {
        merge ??= new KeyMerge(pendingRuns(database, scope));
        if (applyEvents(database, scope, { merge, limit })) return true;
        dropPending(database, scope);
      }
      return false;
    });
  }
}

/** The name of the merge that is begun; null = there is nothing to merge, or so little that it is done. */
function beginSlices(database: Database, scope: KeyScope, limit: number): string | null {
  const { workspace, object } = scope;
  const [bytes] = database.get(
    "select ifnull(sum(length(keys)), 0) from pending_keys where workspace_id = ? and object = ?",
    ...[workspace, object],
  ) ?? [0];
  if (Number(bytes) <= limit * BYTES_PER_EVENT || halfWay(database, scope) !== null) {
    settleObject(database, scope);
    return null;
  }
  database.run(
    `insert into pending_keys (workspace_id, object, import_id, run, part, keys)
     values (?, ?, ${NO_IMPORT}, ${HALF_WAY}, 0, randomblob(16))`,
    ...[workspace, object],
  );
  return halfWay(database, scope);
}

/** Null = no merge is half way. */
function halfWay(database: Database, { workspace, object }: KeyScope): string | null {
  const row = database.get(
    `select hex(keys) from pending_keys
     where workspace_id = ? and object = ? and import_id = ${NO_IMPORT} and run = ${HALF_WAY} and part = 0`,
    ...[workspace, object],
  );
  return row ? String(row[0]) : null;
}

function pendingRuns(database: Database, scope: KeyScope): readonly Iterable<Float64Array>[] {
  const { workspace, object } = scope;
  const runs = database.all(
    `select distinct import_id, run from pending_keys where workspace_id = ? and object = ? and run <> ${HALF_WAY}`,
    ...[workspace, object],
  ) as unknown as readonly (readonly [number, number])[];
  if (runs.length === 0) return [];
  const sorted = runs.filter(([, run]) => run !== UNSORTED).map((run) => storedRun(database, scope, run));
  return [...sorted, [sortEvents(unsortedEvents(database, "workspace_id = ? and object = ?", [workspace, object]))]];
}

const dropPending = (database: Database, { workspace, object }: KeyScope): void =>
  database.run("delete from pending_keys where workspace_id = ? and object = ?", workspace, object);

/** A sorted run, part by part: several runs are merged without any being whole in memory. */
function* storedRun(
  database: Database,
  { workspace, object }: KeyScope,
  [importNumber, run]: readonly [number, number],
): Generator<Float64Array> {
  for (let part = 1; ; part++) {
    const row = database.get(
      "select keys from pending_keys where workspace_id = ? and object = ? and import_id = ? and run = ? and part = ?",
      ...[workspace, object, importNumber, run, part],
    );
    if (!row) return;
    yield eventsOf(row[0] as Uint8Array);
  }
}

/** Changes keys at once, for what happens outside a run. */
export function changeKeys(
  database: Database,
  scope: KeyScope,
  { added, removed }: { readonly added: KeyList; readonly removed: KeyList },
): void {
  const events = sortEvents(packEvents(added, removed));
  applyEvents(database, scope, { merge: new KeyMerge([[events]]), limit: Number.POSITIVE_INFINITY });
}

/** Forgets all keys of a kind. */
export function dropKeys(database: Database, { workspace, object }: KeyScope, kind: KeyKind): void {
  database.indexChanges[object]++;
  database.run(`delete from ${objectTable(object).keys} where workspace_id = ? and kind = ?`, workspace, kind);
}

/** The next keys of the merge. False = there are no more. */
function applyEvents(
  database: Database,
  { workspace, object }: KeyScope,
  { merge, limit }: { readonly merge: KeyMerge; readonly limit: number },
): boolean {
  database.indexChanges[object]++;
  const { keys, id } = objectTable(object);
  const gone = database.statement(`delete from ${keys} where workspace_id = ? and kind = ? and hash = ? and ${id} = ?`);
  const inserted = new InsertedKeys(database, { workspace, object });
  const more = merge.take(limit, {
    insert: (kind, hash, contact) => inserted.add(kind, hash, contact),
    remove: (kind, hash, contact) => void gone.run(workspace, kind, hash, contact),
  });
  inserted.end();
  return more;
}

export const hasKeys = (database: Database, { workspace, object }: KeyScope, kind: KeyKind): boolean =>
  database.get(
    `select 1 from ${objectTable(object).keys} where workspace_id = ? and kind = ? limit 1`,
    workspace,
    kind,
  ) !== undefined;

/** Objects behind a batch's hashes. Sorted first, so that neighbouring keys are found on the same page. */
export function findByKeys(database: Database, { workspace, object }: KeyScope, { kind, hashes }: KeyAsk): KeyHits {
  const { keys, id } = objectTable(object);
  const rows = database.all(
    `select wanted.value, held.${id} from json_each(?) as wanted
     cross join ${keys} as held on held.workspace_id = ? and held.kind = ? and held.hash = wanted.value`,
    `[${hashes.slice().sort().join(",")}]`,
    workspace,
    kind,
  ) as unknown as readonly (readonly [number, number])[];
  const hits = { hashes: new Float64Array(rows.length), contacts: new Float64Array(rows.length) };
  for (const [at, [hash, contact]] of rows.entries()) {
    hits.hashes[at] = hash;
    hits.contacts[at] = contact;
  }
  return hits;
}
