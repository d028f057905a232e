/** One connection asked for several things at once, as a server asks it. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { type Database, openDatabase } from "../../src/store/sqlite/database.ts";

async function notes(): Promise<{ readonly database: Database; readonly folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), "muster-database-"));
  const database = openDatabase(folder);
  onTestFinished(async () => {
    database.close();
    await rm(folder, { recursive: true });
  });
  await database.transaction(() => database.exec("create table note (text text)"));
  return { database, folder };
}

const texts = (database: Database): unknown[] => database.all("select text from note order by rowid").flat();

const add = (database: Database, text: string): void => database.run("insert into note values (?)", text);

test("transactions that are asked for at once wait for each other", async () => {
  const { database } = await notes();
  await Promise.all(
    ["a", "b", "c"].map((name) =>
      database.transaction(async () => {
        add(database, `${name} begins`);
        await pause(2);
        add(database, `${name} ends`);
      }),
    ),
  );
  expect(texts(database)).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
});

test("one that fails takes back its own writes only, and the next one goes on", async () => {
  const { database } = await notes();
  const failing = database.transaction(async () => {
    add(database, "lost");
    await pause(2);
    throw new Error("stop");
  });
  const next = database.transaction(() => add(database, "kept"));
  const single = database.write("insert into note values ('single') returning text");
  await expect(failing).rejects.toThrow("stop");
  await next;
  expect(await single).toEqual([["single"]]);
  expect(texts(database)).toEqual(["kept", "single"]);
});

test("a transaction inside another is part of it, and so is a snapshot", async () => {
  const { database } = await notes();
  const all = database.transaction(async () => {
    add(database, "outer");
    await database.transaction(() => add(database, "inner"));
    expect(await database.snapshot(() => texts(database))).toEqual(["outer", "inner"]);
    throw new Error("stop");
  });
  await expect(all).rejects.toThrow("stop");
  expect(texts(database)).toEqual([]);
});

test("a part that failed is not left out: nothing of the whole is kept", async () => {
  const { database } = await notes();
  const whole = database.transaction(async () => {
    add(database, "before");
    await database
      .transaction(() => {
        add(database, "half");
        throw new Error("the part failed");
      })
      .catch(() => undefined);
    add(database, "after");
  });
  await expect(whole).rejects.toThrow("the part failed");
  expect(texts(database)).toEqual([]);
});

test("what was begun inside a transaction and outlives it has one of its own", async () => {
  const { database } = await notes();
  let later = Promise.resolve();
  await database.transaction(() => {
    add(database, "first");
    later = pause(5).then(() => database.transaction(() => add(database, "later")));
  });
  const other = database.transaction(async () => {
    await pause(15);
    throw new Error("stop");
  });
  await expect(other).rejects.toThrow("stop");
  await later;
  expect(texts(database)).toEqual(["first", "later"]);
});

test("while another connection is writing, the thread is free, and the transaction begins when that has ended", async () => {
  const { database, folder } = await notes();
  const other = new DatabaseSync(join(folder, "muster.db"));
  other.exec("begin immediate; insert into note values ('other')");
  const own = database.transaction(() => add(database, "own"));
  // Were the thread held up, nobody could end the other's transaction.
  await pause(40);
  other.exec("commit");
  other.close();
  await own;
  expect(texts(database)).toEqual(["other", "own"]);
});

test("a write outside of any transaction, and one begun in a snapshot, are faults of the program", async () => {
  const { database } = await notes();
  expect(() => add(database, "alone")).toThrow("a write outside of any transaction");
  await expect(database.snapshot(() => database.transaction(() => add(database, "inside")))).rejects.toThrow(
    "a transaction cannot begin inside a snapshot",
  );
  expect(texts(database)).toEqual([]);
});
