/**
 * The identity index. A batch writes its keys straight into it, so that it is always whole: there is nothing to merge in when a run
 * has ended, or before another import, an undo or a page looks at it.
 *
 * A run's rows are matched against the workspace as it was before it all the same. What it has made is passed over by its
 * `created_by`, as everywhere. Of keys that it has given to older objects, or taken from them, `run_key` says whether the index had them
 * before it; the first word stands, so that a key that comes and goes from batch to batch is as it was. These rows are written with
 * the batch: a run that was killed goes on with the same answers. Nobody but the run itself reads them, so that they may lie there
 * until the import's other scratch goes.
 */
import type { ImportRef, KeyAsk, KeyHits } from "../../../app/ports.ts";
import type { KeyKind } from "../../../core/match/key-hash.ts";
import type { ObjectKind } from "../../../core/object/object-kind.ts";
import type { KeyList } from "../../../core/plan/batch-plan.ts";
import type { DbRow } from "../../db-row.ts";
import { objectTable } from "../../objects/object-table.ts";
import { KeyMerge, packEvents, sortEvents } from "../../runs/key-events.ts";
import { bigints, type Database, type SqlValue } from "../database.ts";

/** The keys of one kind of object in one workspace. */
export type KeyScope = { readonly workspace: number; readonly object: ObjectKind };
export type RunScope = KeyScope & { readonly importNumber: number };

export type KeyChanges = { readonly added: KeyList; readonly removed: KeyList };

/** One key in each position of the three lists, in the index's own order. */
type Keys = { readonly kinds: number[]; readonly hashes: number[]; readonly numbers: number[] };
type NetChanges = { readonly added: Keys; readonly removed: Keys };

/** Changes keys for what happens outside a run. Inside the caller's transaction. */
export async function changeKeys(database: Database, scope: KeyScope, changes: KeyChanges): Promise<void> {
  const { added, removed } = netChanges(changes);
  if (added.hashes.length > 0) await database.send(...inserted(scope, added));
  for (const [kind, keys] of byKind(removed)) await database.run(...deleted(scope, kind, keys));
}

/** The same for a batch of a run. @param firstMade objects from this number on were made by the batch: their keys are new */
export async function changeKeysInRun(
  database: Database,
  { firstMade, ...run }: RunScope & { readonly firstMade: number },
  changes: KeyChanges,
): Promise<void> {
  const { added, removed } = netChanges(changes);
  const [older, made] = partedAt(added, firstMade);
  if (made.hashes.length > 0) await copyKeys(database, run, made);
  if (older.hashes.length > 0) await database.send(...remembered(run, inserted(run, older), 0));
  for (const [kind, keys] of byKind(removed)) await database.send(...remembered(run, deleted(run, kind, keys), 1));
}

/** What a run has remembered of keys, once it has ended. Inside the caller's transaction. */
export const forgetRunKeys = (database: Database, { workspace, import: importNumber }: ImportRef): Promise<void> =>
  database.run("delete from run_key where workspace_id = $1 and import_id = $2", workspace, importNumber);

/** Forgets all keys of a kind. Inside the caller's transaction. */
export const dropKeys = (database: Database, { workspace, object }: KeyScope, kind: KeyKind): Promise<void> =>
  database.run(`delete from ${objectTable(object).keys} where workspace_id = $1 and kind = $2`, workspace, kind);

export const hasKeys = async (database: Database, { workspace, object }: KeyScope, kind: KeyKind): Promise<boolean> =>
  (await database.get(
    // By the order the index is meant, even where the database knows nothing of how its keys are spread.
    `select 1 from ${objectTable(object).keys} where workspace_id = $1 and kind = $2 order by hash limit 1`,
    ...[workspace, kind],
  )) !== undefined;

/** Objects behind a batch's hashes. */
export async function findByKeys(database: Database, scope: KeyScope, ask: KeyAsk): Promise<KeyHits> {
  return asHits(await rowsOfKeys(database, scope, ask));
}

/** The same as it was before the run began. */
export async function findBeforeRun(database: Database, run: RunScope, ask: KeyAsk): Promise<KeyHits> {
  const rows = await rowsOfKeys(database, run, ask);
  const changed = await database.all(
    `select hash, number, was_there from run_key
     where workspace_id = $1 and import_id = $2 and object = $3 and kind = $4 and hash = any($5::bigint[])`,
    ...[run.workspace, run.importNumber, run.object, ask.kind, sorted(ask.hashes)],
  );
  if (changed.length === 0) return asHits(rows);
  const changedKeys = new Set(changed.map(asText));
  const before = changed.filter(([, , wasThere]) => wasThere === 1);
  return asHits([...rows.filter((row) => !changedKeys.has(asText(row))), ...before]);
}

/** By a list of values and not by a join: the index is looked up whatever the database believes of its size. */
function rowsOfKeys(database: Database, { workspace, object }: KeyScope, { kind, hashes }: KeyAsk): Promise<DbRow[]> {
  const { keys, id } = objectTable(object);
  return database.all(
    `select hash, ${id} from ${keys} where workspace_id = $1 and kind = $2 and hash = any($3::bigint[])`,
    ...[workspace, kind, sorted(hashes)],
  );
}

/** So that neighbouring keys are found on the same page. */
const sorted = (hashes: Float64Array): string => bigints(hashes.slice().sort());

const asText = ([hash, number]: DbRow): string => `${hash} ${number}`;

function asHits(rows: readonly DbRow[]): KeyHits {
  const hits = { hashes: new Float64Array(rows.length), contacts: new Float64Array(rows.length) };
  for (const [at, [hash, number]] of rows.entries()) {
    hits.hashes[at] = Number(hash);
    hits.contacts[at] = Number(number);
  }
  return hits;
}

/** What is left where a key that comes and goes is counted, each once. */
function netChanges({ added, removed }: KeyChanges): NetChanges {
  const net: NetChanges = { added: noKeys(), removed: noKeys() };
  const merge = new KeyMerge([[sortEvents(packEvents(added, removed))]]);
  merge.take(Number.POSITIVE_INFINITY, { insert: into(net.added), remove: into(net.removed) });
  return net;
}

function partedAt(keys: Keys, first: number): readonly [below: Keys, from: Keys] {
  // Nearly always a batch is of one sort.
  if (keys.numbers.every((number) => number >= first)) return [noKeys(), keys];
  const [below, from] = [noKeys(), noKeys()];
  const [intoBelow, intoFrom] = [into(below), into(from)];
  for (const [at, number] of keys.numbers.entries())
    (number < first ? intoBelow : intoFrom)(keys.kinds[at] ?? 0, keys.hashes[at] ?? 0, number);
  return [below, from];
}

const noKeys = (): Keys => ({ kinds: [], hashes: [], numbers: [] });

const into =
  ({ kinds, hashes, numbers }: Keys) =>
  (kind: number, hash: number, number: number): void => {
    kinds.push(kind);
    hashes.push(hash);
    numbers.push(number);
  };

/** In the order of the kinds. */
function byKind(keys: Keys): ReadonlyMap<number, Keys> {
  const parts = new Map<number, Keys>();
  for (const [at, kind] of keys.kinds.entries()) {
    const part = parts.get(kind) ?? noKeys();
    parts.set(kind, part);
    into(part)(kind, keys.hashes[at] ?? 0, keys.numbers[at] ?? 0);
  }
  return parts;
}

/** A statement that changes keys, which it calls `held`, and what is bound in it. */
type Statement = readonly [sql: string, ...values: SqlValue[]];

function inserted({ workspace, object }: KeyScope, { kinds, hashes, numbers }: Keys): Statement {
  const { keys, id } = objectTable(object);
  const sql = `insert into ${keys} as held (workspace_id, kind, hash, ${id}) select $1::bigint, *
    from unnest($2::bigint[], $3::bigint[], $4::bigint[]) on conflict do nothing`;
  return [sql, workspace, bigints(kinds), bigints(hashes), bigints(numbers)];
}

/** The hashes are said twice: as a list, so that the index is looked up whatever the database believes of its size. */
function deleted({ workspace, object }: KeyScope, kind: number, { hashes, numbers }: Keys): Statement {
  const { keys, id } = objectTable(object);
  const sql = `delete from ${keys} as held using unnest($3::bigint[], $4::bigint[]) as gone (hash, number)
    where held.workspace_id = $1 and held.kind = $2 and held.hash = any($3::bigint[])
      and held.hash = gone.hash and held.${id} = gone.number`;
  return [sql, workspace, kind, bigints(hashes), bigints(numbers)];
}

function remembered({ importNumber, object }: RunScope, [sql, ...values]: Statement, wasThere: number): Statement {
  const next = values.length + 1;
  return [
    `with changed as (${sql} returning held.kind, held.hash, held.${objectTable(object).id} as number)
     insert into run_key (workspace_id, import_id, object, kind, hash, number, was_there)
     select $1::bigint, $${next}::bigint, $${next + 1}::text, kind, hash, number, ${wasThere} from changed
     on conflict do nothing`,
    ...[...values, importNumber, object],
  ];
}

/** Without a look at what is there: twice as fast. */
function copyKeys(database: Database, { workspace, object }: KeyScope, keys: Keys): Promise<void> {
  const { keys: table, id } = objectTable(object);
  return database.copy(`${table} (workspace_id, kind, hash, ${id})`, linesOf(workspace, keys));
}

function* linesOf(workspace: number, { kinds, hashes, numbers }: Keys): Generator<string> {
  for (let at = 0; at < hashes.length; at++) yield `${workspace}\t${kinds[at]}\t${hashes[at]}\t${numbers[at]}\n`;
}
