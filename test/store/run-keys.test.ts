/** A run is matched against the workspace as it was before it, while everybody else finds the keys that there are. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { KEY_KIND } from "../../src/core/match/key-hash.ts";
import { addKey, emptyKeys, type KeyList } from "../../src/core/plan/batch-plan.ts";
import { type Database, openDatabase } from "../../src/store/postgres/database.ts";
import {
  changeKeys,
  changeKeysInRun,
  findBeforeRun,
  findByKeys,
  forgetRunKeys,
  hasKeys,
} from "../../src/store/postgres/runs/identity-keys.ts";
import { newDatabase, type TestDatabase } from "../support/postgres-database.ts";

const SCOPE = { workspace: 1, object: "contact" } as const;
const RUN = { ...SCOPE, importNumber: 7 };
const HASHES = [11, 12, 13, 14, 2 ** 53 - 1];

let made: TestDatabase;
let database: Database;

beforeEach(async () => {
  made = await newDatabase();
  database = await openDatabase(made.url, 2);
  await database.write(
    null,
    "insert into workspace (workspace_id, slug, name, preset, policy, id_key, created_at) values (1, 'a', 'a', 'muster', '{}', 1, 1)",
  );
});
afterEach(async () => {
  await database.close();
  await made.drop();
});

type Key = readonly [hash: number, contact: number];

function keyList(keys: readonly Key[]): KeyList {
  const list = emptyKeys();
  for (const [hash, contact] of keys) addKey(list, KEY_KIND.email, hash, contact);
  return list;
}
const change = ({ added = [], removed = [] }: { added?: readonly Key[]; removed?: readonly Key[] }) =>
  database.transaction(1, () => changeKeys(database, SCOPE, { added: keyList(added), removed: keyList(removed) }));
const batch = (what: { added?: readonly Key[]; removed?: readonly Key[] }, firstMade = 1_000) =>
  database.transaction(1, () =>
    changeKeysInRun(
      database,
      { ...RUN, firstMade },
      { added: keyList(what.added ?? []), removed: keyList(what.removed ?? []) },
    ),
  );
const ASK = { kind: KEY_KIND.email, hashes: Float64Array.from(HASHES) };
const pairs = ({ hashes, contacts }: { hashes: Float64Array; contacts: Float64Array }) =>
  [...hashes].map((hash, at) => [hash, contacts[at]]).sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d);
const forRun = async () => pairs(await findBeforeRun(database, RUN, ASK));
const forOthers = async () => pairs(await findByKeys(database, SCOPE, ASK));

test("a run finds the keys that the index had before it, and everybody else those that it has", async () => {
  const before: readonly Key[] = [
    [11, 1],
    [12, 1],
    [12, 2],
  ];
  await change({ added: before });
  await batch({ added: [[13, 1]], removed: [[11, 1]] });
  expect(await forRun()).toEqual(before);
  expect(await forOthers()).toEqual([
    [12, 1],
    [12, 2],
    [13, 1],
  ]);
  expect(pairs(await findBeforeRun(database, { ...RUN, importNumber: 8 }, ASK))).toEqual(await forOthers());
});

test("a key that comes and goes from batch to batch is, to the run, as it was", async () => {
  await change({ added: [[11, 1]] });
  await batch({ removed: [[11, 1]], added: [[12, 2]] });
  await batch({ added: [[11, 1]], removed: [[12, 2]] });
  await batch({ removed: [[11, 1]], added: [[12, 2]] });
  expect(await forRun()).toEqual([[11, 1]]);
  expect(await forOthers()).toEqual([[12, 2]]);
});

test("what somebody else does to the index meanwhile is seen by the run, but where it has changed the same key itself", async () => {
  await change({ added: [[11, 1]] });
  await batch({ removed: [[11, 1]] });
  await change({
    added: [
      [11, 1],
      [14, 4],
    ],
  });
  expect(await forRun()).toEqual([
    [11, 1],
    [14, 4],
  ]);
  await change({ removed: [[14, 4]] });
  expect(await forRun()).toEqual([[11, 1]]);
});

test("keys of what a batch makes are there once, however often it names them", async () => {
  const largest = HASHES[4] ?? 0;
  await batch(
    {
      added: [
        [largest, 50],
        [12, 51],
        [largest, 50],
      ],
    },
    50,
  );
  expect(await forOthers()).toEqual([
    [12, 51],
    [largest, 50],
  ]);
  expect(await hasKeys(database, SCOPE, KEY_KIND.email)).toBe(true);
  expect(await hasKeys(database, SCOPE, KEY_KIND.phone)).toBe(false);
  expect(await hasKeys(database, { ...SCOPE, workspace: 2 }, KEY_KIND.email)).toBe(false);
});

test("a run that has ended remembers nothing", async () => {
  await change({ added: [[11, 1]] });
  await batch({ removed: [[11, 1]] });
  await database.transaction(1, () => forgetRunKeys(database, { workspace: 1, import: RUN.importNumber }));
  expect(await forRun()).toEqual([]);
  expect(await database.all("select * from run_key")).toEqual([]);
});
