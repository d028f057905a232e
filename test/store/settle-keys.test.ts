/** The merge of a run's keys in slices: whoever comes between two of them, the index ends as if it had been merged at once. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { KeyList } from "../../src/core/plan/batch-plan.ts";
import { type Database, openDatabase } from "../../src/store/sqlite/database.ts";
import {
  addPendingKeys,
  changeKeys,
  settleKeys,
  settleKeysInSlices,
} from "../../src/store/sqlite/runs/identity-keys.ts";
import { randomFrom } from "../crash/killing.ts";
import { newEmbeddedDatabase } from "../support/embedded-database.ts";

const SCOPE = { workspace: 1, object: "contact" } as const;
const SLICE = 3;
/** Few, so that the same ones come and go. */
const HASHES = 12;
const CONTACTS = 4;

type Key = readonly [hash: number, contact: number];
type Change = { readonly added: readonly Key[]; readonly removed: readonly Key[] };

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "muster-keys-"));
  newEmbeddedDatabase(made);
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

function opened(place: string): Database {
  const database = openDatabase(place);
  onTestFinished(() => database.close());
  return database;
}

const listOf = (keys: readonly Key[]): KeyList => ({
  kinds: keys.map(() => 1),
  hashes: keys.map(([hash]) => hash),
  contacts: keys.map(([, contact]) => contact),
});

const add = (database: Database, { added, removed }: Change): Promise<void> =>
  database.transaction(() =>
    addPendingKeys(database, { ...SCOPE, importNumber: 1 }, { added: listOf(added), removed: listOf(removed) }),
  );

const held = (database: Database): readonly string[] =>
  database.all("select hash, contact_id from contact_key order by 1, 2").map((row) => row.join(" "));

const pending = (database: Database): number => Number(database.get("select count(*) from pending_keys")?.[0]);

/** Batches as a run writes them: a key comes where it is not, and goes where it is. */
function batches(random: () => number, count: number): { readonly changes: readonly Change[]; readonly end: string[] } {
  const there = new Map<string, Key>();
  const changes = Array.from({ length: count }, () => {
    const added: Key[] = [];
    const removed: Key[] = [];
    const seen = new Set<string>();
    for (let draw = 0; draw < 8; draw++) {
      const key: Key = [Math.floor(random() * HASHES) * 1e12, 1 + Math.floor(random() * CONTACTS)];
      const name = key.join(" ");
      if (seen.has(name)) continue;
      seen.add(name);
      if (there.delete(name)) removed.push(key);
      else {
        there.set(name, key);
        added.push(key);
      }
    }
    return { added, removed };
  });
  const order = (a: string, b: string): number => {
    const [x = [], y = []] = [a, b].map((name) => name.split(" ").map(Number));
    return (x[0] ?? 0) - (y[0] ?? 0) || (x[1] ?? 0) - (y[1] ?? 0);
  };
  return { changes, end: [...there.keys()].sort(order) };
}

const SEEDS = Array.from({ length: 40 }, (_, seed) => seed);

test.each(SEEDS)(
  "more of the same run, added between two slices, is neither lost nor taken twice (seed %i)",
  async (seed) => {
    const random = randomFrom(seed);
    const place = folder();
    const [one, two] = [opened(place), opened(place)];
    const { changes, end } = batches(random, 8);
    for (const change of changes.slice(0, 4)) await add(one, change);
    let others = Promise.resolve();
    const merging = settleKeysInSlices(one, SCOPE.workspace, SLICE);
    for (const change of changes.slice(4)) {
      const turns = Math.floor(random() * 4);
      others = others.then(async () => {
        for (let turn = 0; turn < turns; turn++) await two.write("update workspace set name = name where 1 = 0");
        await add(two, change);
      });
    }
    await Promise.all([merging, others]);
    await settleKeysInSlices(two, SCOPE.workspace, SLICE);
    expect([held(one), pending(one)]).toEqual([end, 0]);
  },
);

test.each(SEEDS.slice(0, 20))(
  "a process that dies between two slices loses and repeats nothing (seed %i)",
  async (seed) => {
    const random = randomFrom(seed);
    const place = folder();
    const dying = openDatabase(place);
    const { changes, end } = batches(random, 8);
    for (const change of changes.slice(0, 5)) await add(dying, change);
    let slices = 1 + Math.floor(random() * 5);
    const transaction = dying.transaction.bind(dying);
    dying.transaction = (work) => (slices-- > 0 ? transaction(work) : Promise.reject(new Error("the process is gone")));
    await settleKeysInSlices(dying, SCOPE.workspace, SLICE).catch(() => undefined);
    dying.close();
    const next = opened(place);
    for (const change of changes.slice(5)) await add(next, change);
    await settleKeysInSlices(next, SCOPE.workspace, SLICE);
    expect([held(next), pending(next)]).toEqual([end, 0]);
  },
);

test("whoever needs the index whole between two slices has it, and what they change in it stays", async () => {
  const place = folder();
  const [one, two] = [opened(place), opened(place)];
  const keys = Array.from({ length: 30 }, (_, at): Key => [at * 1e12, 1]);
  await add(one, { added: keys, removed: [] });
  const merging = settleKeysInSlices(one, SCOPE.workspace, SLICE);
  while (held(two).length === 0) await new Promise((resolve) => setImmediate(resolve));
  expect(held(two).length).toBeLessThan(30);
  await two.transaction(() => {
    settleKeys(two, SCOPE.workspace);
    expect(held(two)).toHaveLength(30);
    const [first] = keys;
    changeKeys(two, SCOPE, { added: listOf([]), removed: listOf(first ? [first] : []) });
  });
  await merging;
  expect([held(one).length, pending(one)]).toEqual([29, 0]);
});
