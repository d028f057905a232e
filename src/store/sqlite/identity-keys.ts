/**
 * The identity index. A run leaves its keys beside it, packed, batch by batch; when it has ended, or when another import
 * wants to match, they are merged in. Until then its own rows are matched against the workspace as it was before.
 */
import { PENDING_KEYS } from "../../app/limits.ts";
import type { KeyAsk, KeyHits } from "../../app/ports.ts";
import type { KeyKind } from "../../core/match/key-hash.ts";
import { OBJECT_KINDS, type ObjectKind } from "../../core/object/object-kind.ts";
import type { KeyList } from "../../core/plan/batch-plan.ts";
import type { Database, SqlValue } from "./database.ts";
import { bytesOf, eventsOf, joinEvents, mergeEvents, packEvents, sortEvents } from "./key-events.ts";
import { objectTable } from "./object-table.ts";

/** Events of a sorted run that are read at a time: 128 KiB of each of the runs that are merged. */
const PART_EVENTS = 8_192;
const BYTES_PER_EVENT = 16;
/** Keys per statement: a call from JavaScript costs more than a row. */
const ROWS_PER_INSERT = 20;
/** Number of the run whose parts are batches as they came; those above are sorted. */
const UNSORTED = 0;

/** The keys of one kind of object in one workspace. */
export type KeyScope = { readonly workspace: number; readonly object: ObjectKind };

export function addPendingKeys(
  database: Database,
  { workspace, object, importNumber }: KeyScope & { readonly importNumber: number },
  { added, removed }: { readonly added: KeyList; readonly removed: KeyList },
): void {
  const events = packEvents(added, removed);
  if (events.length === 0) return;
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
  const { workspace, object } = scope;
  const runs = database.all(
    "select distinct import_id, run from pending_keys where workspace_id = ? and object = ?",
    ...[workspace, object],
  ) as unknown as readonly (readonly [number, number])[];
  if (runs.length === 0) return;
  const sorted = runs.filter(([, run]) => run !== UNSORTED).map((run) => storedRun(database, scope, run));
  const rest = sortEvents(unsortedEvents(database, "workspace_id = ? and object = ?", [workspace, object]));
  applyEvents(database, scope, [...sorted, [rest]]);
  database.run("delete from pending_keys where workspace_id = ? and object = ?", workspace, object);
}

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
  applyEvents(database, scope, [[sortEvents(packEvents(added, removed))]]);
}

/** Forgets all keys of a kind. */
export function dropKeys(database: Database, { workspace, object }: KeyScope, kind: KeyKind): void {
  database.indexChanges[object]++;
  database.run(`delete from ${objectTable(object).keys} where workspace_id = ? and kind = ?`, workspace, kind);
}

function applyEvents(
  database: Database,
  { workspace, object }: KeyScope,
  runs: readonly Iterable<Float64Array>[],
): void {
  database.indexChanges[object]++;
  const { keys, id } = objectTable(object);
  const insertSql = (rows: number): string =>
    `insert or ignore into ${keys} (workspace_id, kind, hash, ${id}) values ${Array(rows).fill("(?, ?, ?, ?)").join(", ")}`;
  const many = database.statement(insertSql(ROWS_PER_INSERT));
  const one = database.statement(insertSql(1));
  const gone = database.statement(`delete from ${keys} where workspace_id = ? and kind = ? and hash = ? and ${id} = ?`);
  const values: number[] = new Array(ROWS_PER_INSERT * 4).fill(workspace);
  let filled = 0;
  mergeEvents(runs, {
    insert(kind, hash, contact): void {
      values[filled + 1] = kind;
      values[filled + 2] = hash;
      values[filled + 3] = contact;
      filled += 4;
      if (filled < values.length) return;
      many.run(...values);
      filled = 0;
    },
    remove: (kind, hash, contact) => void gone.run(workspace, kind, hash, contact),
  });
  for (let at = 0; at < filled; at += 4) one.run(...values.slice(at, at + 4));
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
