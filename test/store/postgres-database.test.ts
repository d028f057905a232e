/** Transactions, snapshots and COPY of the scaled database, as its stores rely on them. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { copyLine } from "../../src/store/postgres/copy-line.ts";
import { type Database, openDatabase } from "../../src/store/postgres/database.ts";
import { newDatabase, type TestDatabase } from "../support/postgres-database.ts";

let made: TestDatabase;
let database: Database;
let other: Database;

beforeEach(async () => {
  made = await newDatabase();
  [database, other] = [await openDatabase(made.url, 4), await openDatabase(made.url, 4)];
  await database.write(
    null,
    "insert into workspace (workspace_id, slug, name, preset, policy, id_key, created_at) values (1, 'a', 'a', 'muster', '{}', 1, 1)",
  );
});
afterEach(async () => {
  await Promise.all([database.close(), other.close()]);
  await made.drop();
});

const contacts = async (): Promise<number> =>
  Number((await database.get("select contacts from workspace where workspace_id = 1"))?.[0]);
const addOne = async (on: Database): Promise<void> => {
  const [count] = (await on.get("select contacts from workspace where workspace_id = 1")) ?? [];
  await on.run("update workspace set contacts = $1 where workspace_id = 1", Number(count) + 1);
};

test("those who write to one workspace wait for each other, in one process and in several", async () => {
  const both = [database, other];
  await Promise.all(Array.from({ length: 20 }, (_, at) => both[at % 2]!.transaction(1, () => addOne(both[at % 2]!))));
  expect(await contacts()).toBe(20);
});

test("a transaction in a transaction is part of it, and a part that failed undoes the whole", async () => {
  await database.transaction(1, () => database.transaction(1, () => addOne(database)));
  expect(await contacts()).toBe(1);
  const failing = database.transaction(1, async () => {
    await addOne(database);
    await database
      .transaction(1, () => {
        throw new Error("no");
      })
      .catch(() => {});
  });
  await expect(failing).rejects.toThrow("no");
  expect(await contacts()).toBe(1);
});

test("what collided with another is tried again", async () => {
  let tries = 0;
  await database.transaction(1, async () => {
    await addOne(database);
    if (++tries < 3) await database.all("do $$ begin raise exception sqlstate '40001'; end $$");
  });
  expect([tries, await contacts()]).toEqual([3, 1]);
});

test("a snapshot sees one state, whoever writes meanwhile", async () => {
  await database.snapshot(async () => {
    expect(await contacts()).toBe(0);
    await other.transaction(1, () => addOne(other));
    expect(await contacts()).toBe(0);
  });
  expect(await contacts()).toBe(1);
});

test("texts come back from COPY letter by letter", async () => {
  const texts = ["a\tb", "line\nbreak\r\n", "\\N", "back\\slash", "", "😀 é", "\u2028", "x".repeat(600_000)];
  await database.transaction(1, () =>
    database.copy(
      "tag (workspace_id, key, name, made_by)",
      texts.map((text, at) => copyLine([1, `${at}`, text, null])),
    ),
  );
  const rows = await database.all("select name, made_by from tag where workspace_id = 1 order by key");
  expect(rows).toEqual(texts.map((text) => [text, null]));
});

test("a row that COPY does not take is said, and the connection goes on", async () => {
  const line = copyLine([1, "k", "name", 1]);
  await expect(
    database.transaction(1, () => database.copy("tag (workspace_id, key, name, made_by)", [line, line])),
  ).rejects.toThrow("duplicate key");
  expect(await contacts()).toBe(0);
});

const TAGS = "tag (workspace_id, key, name, made_by)";
const tag = (key: string): string => copyLine([1, key, key, null]);
const tags = async (): Promise<readonly unknown[]> =>
  (await database.all("select key from tag order by key")).map(([key]) => key);

test("what goes together is done in its order, before whatever is waited for next", async () => {
  const seen: unknown[] = [];
  await database.transaction(1, () =>
    database.together(async () => {
      await database.copy(TAGS, [tag("a"), tag("b")]);
      await database.send("update tag set name = $2 where workspace_id = $1 and key = $3", 1, "O'Neil \\ {}", "a");
      await database.copy(TAGS, [tag("c")]);
      seen.push(...(await database.all("select key, name from tag order by key")));
      await database.send("delete from tag where key = any($1::text[])", "{b,c}");
    }),
  );
  expect(seen).toEqual([
    ["a", "O'Neil \\ {}"],
    ["b", "b"],
    ["c", "c"],
  ]);
  expect(await tags()).toEqual(["a"]);
});

test("what fails among what goes together takes all of it back, and the connection goes on", async () => {
  const many = Array.from({ length: 50_000 }, (_, at) => tag(`many ${at}`));
  const failing = database.transaction(1, () =>
    database.together(async () => {
      await database.copy(TAGS, [tag("a")]);
      await database.copy(TAGS, [tag("a"), ...many]);
      await database.copy(TAGS, many);
      await addOne(database);
    }),
  );
  await expect(failing).rejects.toMatchObject({ constraint: "tag_pkey" });
  expect([await tags(), await contacts()]).toEqual([[], 0]);
});

test("rows that cannot be made are the fault that is said, and the connection goes on", async () => {
  function* broken(): Generator<string> {
    yield tag("a");
    throw new Error("no such row");
  }
  for (const gathered of [false, true]) {
    const copied = () => database.copy(TAGS, broken());
    const failing = database.transaction(1, () => (gathered ? database.together(copied) : copied()));
    await expect(failing).rejects.toThrow("no such row");
    await database.transaction(1, () => addOne(database));
  }
  expect([await tags(), await contacts()]).toEqual([[], 2]);
});

test("a database that nobody answers for is a fault with a name", async () => {
  const url = new URL(made.url);
  url.pathname = "/nowhere";
  await expect(openDatabase(url.href, 1)).rejects.toMatchObject({ code: "store_unreachable" });
});

test("of processes that open a new database at once, all find it whole", async () => {
  const empty = await newDatabase();
  await database.all("select 1");
  const opened = await Promise.all(Array.from({ length: 4 }, () => openDatabase(empty.url, 2)));
  await Promise.all(opened.map((one) => one.close()));
  await empty.drop();
});
