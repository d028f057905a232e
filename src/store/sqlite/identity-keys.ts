/**
 * The identity index. A run does not insert its keys one by one: random insertions into a growing tree cost more than
 * everything else together, and ever more the larger it grows. Each batch leaves its keys packed in one row; when
 * enough have gathered they are sorted and merged in key order, which touches each page of the tree once.
 */
import type { KeyHits } from "../../app/ports.ts";
import type { KeyKind } from "../../core/match/key-hash.ts";
import type { KeyList } from "../../core/plan/batch-plan.ts";
import type { Database } from "./database.ts";

const BYTES_PER_KEY = 16;
const KINDS = 8;
/** Keys per statement: a call from JavaScript costs more than a row. */
const ROWS_PER_INSERT = 20;

/** Pairs of hash and contact x 8 + kind; both exact in a double. */
function pack({ kinds, hashes, contacts }: KeyList): Uint8Array {
  const pairs = new Float64Array(hashes.length * 2);
  for (let at = 0; at < hashes.length; at++) {
    pairs[at * 2] = hashes[at] ?? 0;
    pairs[at * 2 + 1] = (contacts[at] ?? 0) * KINDS + (kinds[at] ?? 0);
  }
  return new Uint8Array(pairs.buffer);
}

const unpack = (blob: Uint8Array): Float64Array => new Float64Array(blob.slice().buffer);

export function addPendingKeys(
  database: Database,
  workspace: number,
  importNumber: number,
  added: KeyList,
  removed: KeyList,
): void {
  if (added.hashes.length === 0 && removed.hashes.length === 0) return;
  database.run(
    `insert into pending_keys (workspace_id, import_id, batch, added, removed)
     values (?, ?, (select ifnull(max(batch), 0) + 1 from pending_keys where workspace_id = ? and import_id = ?), ?, ?)`,
    workspace,
    importNumber,
    workspace,
    importNumber,
    pack(added),
    pack(removed),
  );
}

/** Keys of this run that wait to be merged. */
export function pendingKeyCount(database: Database, workspace: number, importNumber: number): number {
  const row = database.get(
    "select ifnull(sum(length(added)), 0) from pending_keys where workspace_id = ? and import_id = ?",
    workspace,
    importNumber,
  );
  return Number(row?.[0] ?? 0) / BYTES_PER_KEY;
}

export const othersArePending = (database: Database, workspace: number, importNumber: number): boolean =>
  database.get(
    "select 1 from pending_keys where workspace_id = ? and import_id <> ? limit 1",
    workspace,
    importNumber,
  ) !== undefined;

/**
 * Merges pending keys; call inside a transaction. A key may come and go several times in one run: what counts is whether it
 * came more often than it went. With `additionsOf` only keys of that run which never went are merged, the others wait: until
 * a run ends, its rows are matched against the workspace as it was before.
 */
export function settleKeys(database: Database, workspace: number, additionsOf: number | null): void {
  const scope = additionsOf === null ? "workspace_id = ?" : "workspace_id = ? and import_id = ?";
  const values = additionsOf === null ? [workspace] : [workspace, additionsOf];
  const rows = database.all(
    `select added, removed from pending_keys where ${scope} order by import_id, batch`,
    ...values,
  );
  if (rows.length === 0) return;
  const added = joined(rows.map((row) => row[0] as Uint8Array));
  const removed = joined(rows.map((row) => row[1] as Uint8Array));
  const net = netChanges(added, removed);
  insertSorted(database, workspace, additionsOf === null ? net.added : net.onlyAdded);
  if (additionsOf === null) removeKeys(database, workspace, net.removed);
  database.run(`delete from pending_keys where ${scope}`, ...values);
  if (additionsOf === null || removed.length === 0) return;
  database.run(
    "insert into pending_keys (workspace_id, import_id, batch, added, removed) values (?, ?, 1, ?, ?)",
    ...[workspace, additionsOf, bytesOf(net.alsoRemoved), bytesOf(removed)],
  );
}

const bytesOf = (pairs: Float64Array): Uint8Array => new Uint8Array(pairs.buffer, pairs.byteOffset, pairs.byteLength);

type NetChanges = {
  /** Keys to insert and to delete once everything is counted. */
  readonly added: Float64Array;
  readonly removed: Float64Array;
  /** Additions of keys that were never removed, and of those that were. */
  readonly onlyAdded: Float64Array;
  readonly alsoRemoved: Float64Array;
};

const NO_KEYS = new Float64Array(0);

function netChanges(added: Float64Array, removed: Float64Array): NetChanges {
  if (removed.length === 0) return { added, removed, onlyAdded: added, alsoRemoved: NO_KEYS };
  // Keys that went are the exception: each is counted by its text, the rest passes by.
  const counts = new Map<string, number>();
  const keyAt = (pairs: Float64Array, at: number): string => `${pairs[at]}:${pairs[at + 1]}`;
  for (let at = 0; at < removed.length; at += 2)
    counts.set(keyAt(removed, at), (counts.get(keyAt(removed, at)) ?? 0) - 1);
  const onlyAdded: number[] = [];
  const alsoRemoved: number[] = [];
  for (let at = 0; at < added.length; at += 2) {
    const key = keyAt(added, at);
    const count = counts.get(key);
    if (count !== undefined) counts.set(key, count + 1);
    (count === undefined ? onlyAdded : alsoRemoved).push(added[at] ?? 0, added[at + 1] ?? 0);
  }
  const counted = (sign: number): number[] =>
    [...counts].flatMap(([key, count]) => (Math.sign(count) === sign ? key.split(":").map(Number) : []));
  return {
    added: Float64Array.from([...onlyAdded, ...counted(1)]),
    removed: Float64Array.from(counted(-1)),
    onlyAdded: Float64Array.from(onlyAdded),
    alsoRemoved: Float64Array.from(alsoRemoved),
  };
}

function removeKeys(database: Database, workspace: number, pairs: Float64Array): void {
  const remove = database.statement(
    "delete from contact_key where workspace_id = ? and kind = ? and hash = ? and contact_id = ?",
  );
  for (const at of sortedOrder(pairs)) {
    const packed = pairs[at * 2 + 1] ?? 0;
    remove.run(workspace, packed % KINDS, pairs[at * 2] ?? 0, Math.floor(packed / KINDS));
  }
}

function joined(blobs: readonly Uint8Array[]): Float64Array {
  const pairs = new Float64Array(blobs.reduce((sum, blob) => sum + blob.byteLength, 0) / 8);
  let at = 0;
  for (const blob of blobs) {
    const part = unpack(blob);
    pairs.set(part, at);
    at += part.length;
  }
  return pairs;
}

function insertSorted(database: Database, workspace: number, pairs: Float64Array): void {
  const order = sortedOrder(pairs);
  const insertSql = (rows: number): string =>
    `insert or ignore into contact_key (workspace_id, kind, hash, contact_id) values ${Array(rows).fill("(?, ?, ?, ?)").join(", ")}`;
  const many = database.statement(insertSql(ROWS_PER_INSERT));
  const one = database.statement(insertSql(1));
  const values: number[] = new Array(ROWS_PER_INSERT * 4).fill(workspace);
  let filled = 0;
  for (const at of order) {
    const packed = pairs[at * 2 + 1] ?? 0;
    values[filled + 1] = packed % KINDS;
    values[filled + 2] = pairs[at * 2] ?? 0;
    values[filled + 3] = Math.floor(packed / KINDS);
    filled += 4;
    if (filled === values.length) {
      many.run(...values);
      filled = 0;
    }
  }
  for (let at = 0; at < filled; at += 4) one.run(...values.slice(at, at + 4));
}

/** Positions of the pairs by kind, then hash. Buckets by the hash's upper bits first: four times as fast as one sort with a comparison. */
function sortedOrder(pairs: Float64Array): Uint32Array {
  const count = pairs.length / 2;
  const buckets = KINDS * 512;
  const bucketOf = (at: number): number =>
    ((pairs[at * 2 + 1] ?? 0) % KINDS) * 512 + Math.floor((pairs[at * 2] ?? 0) / 2 ** 44);
  const starts = new Uint32Array(buckets + 1);
  for (let at = 0; at < count; at++) {
    const bucket = bucketOf(at) + 1;
    starts[bucket] = (starts[bucket] ?? 0) + 1;
  }
  for (let bucket = 0; bucket < buckets; bucket++)
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0);
  const order = new Uint32Array(count);
  const next = starts.slice();
  for (let at = 0; at < count; at++) {
    const bucket = bucketOf(at);
    const place = next[bucket] ?? 0;
    order[place] = at;
    next[bucket] = place + 1;
  }
  for (let bucket = 0; bucket < buckets; bucket++) {
    order.subarray(starts[bucket], starts[bucket + 1]).sort((a, b) => (pairs[a * 2] ?? 0) - (pairs[b * 2] ?? 0));
  }
  return order;
}

/** Puts keys into the index at once, in its order, so that neighbours touch the same page: for changes outside a run. */
export function changeKeys(database: Database, workspace: number, added: KeyList, removed: KeyList): void {
  removeKeys(database, workspace, joined([pack(removed)]));
  insertSorted(database, workspace, joined([pack(added)]));
}

export const hasKeys = (database: Database, workspace: number, kind: KeyKind): boolean =>
  database.get("select 1 from contact_key where workspace_id = ? and kind = ? limit 1", workspace, kind) !== undefined;

/** Contacts behind a batch's hashes. Sorted first, so that neighbouring keys are found on the same page. */
export function findByKeys(database: Database, workspace: number, kind: KeyKind, hashes: Float64Array): KeyHits {
  const sorted = hashes.slice().sort();
  const rows = database.all(
    `select wanted.value, held.contact_id from json_each(?) as wanted
     cross join contact_key as held on held.workspace_id = ? and held.kind = ? and held.hash = wanted.value`,
    `[${sorted.join(",")}]`,
    workspace,
    kind,
  );
  const found = { hashes: new Array<number>(rows.length), contacts: new Array<number>(rows.length) };
  for (let at = 0; at < rows.length; at++) {
    found.hashes[at] = Number(rows[at]?.[0]);
    found.contacts[at] = Number(rows[at]?.[1]);
  }
  return found;
}
