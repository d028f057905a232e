/** The same contacts in both databases: whatever is searched for and filtered by, both leave the same ones, in the same order. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ContactFilter, ContactQuery } from "../../src/app/ports.ts";
import { type Database, openDatabase } from "../../src/store/postgres/database.ts";
import { PostgresContacts } from "../../src/store/postgres/objects/contacts.ts";
import { contactsGone, forgetGone, PostgresSearchIndex } from "../../src/store/postgres/objects/search-index.ts";
import { PostgresFields } from "../../src/store/postgres/workspace/fields.ts";
import { openDatabase as openEmbedded } from "../../src/store/sqlite/database.ts";
import { SqliteContacts } from "../../src/store/sqlite/objects/contacts.ts";
import { SqliteSearchIndex } from "../../src/store/sqlite/objects/search-index.ts";
import { SqliteFields } from "../../src/store/sqlite/workspace/fields.ts";
import { HOSTILE } from "../conformance/fixture.ts";
import { newDatabase, type TestDatabase } from "../support/postgres-database.ts";

const WORKSPACE = 1;
const CONTACTS = 150;
/** Less than the contacts: several steps until all are known. */
const KNOWN_AT_ONCE = 40;

const folder = mkdtempSync(join(tmpdir(), "muster-both-"));
const embedded = openEmbedded(folder);
let made: TestDatabase;
let database: Database;

const from = <T>(choices: readonly T[], at: number): T | null => choices[at % choices.length] ?? null;
const hostile = (at: number): string => HOSTILE[at % HOSTILE.length] ?? "";
const list = (...items: readonly string[]): string => JSON.stringify(items);

/** By column; documents with their keys in order, as they are written. */
const contactOf = (at: number): Readonly<Record<string, string | number | null>> => ({
  workspace_id: WORKSPACE,
  ...{ contact_id: at, created_at: 1, updated_at: 1, created_by: at % 3 },
  full_name: from([`Anna ${at}`, null, `ÄÖÜ ${hostile(at)}`, "Straße", hostile(at)], at),
  first_name: from(["Anna", "Bob", null], at),
  last_name: from([null, `X${at}`, hostile(at)], at),
  email: `a${at}@x.test`,
  job_title: from([null, "Head", "HEAD of Ä", hostile(at), "yes"], at),
  city: from(["Berlin", "berlin", null, "BERLİN"], at),
  tags: from([null, list(hostile(at), "vip"), list("VIP", "a,b", ","), list("x", ",,", "y"), list("a\\b", "É")], at),
  custom: from([null, `{"score":"${at % 7}"}`, JSON.stringify({ list: list("q", "Q r"), score: "x" })], at),
  kept: from([null, `{"Old id":"o${at}"}`, JSON.stringify({ [hostile(at)]: "k" })], at),
});

const SEARCHES = ["anna", "ANNA 1", "an", "ä", "Ä", "straße", "x1", "%", "_", "\\", "berlin", "a1@x", "no", ...HOSTILE];
const FIELDS = ["full_name", "job_title", "city", "score", "kept:Old id", "kept:__proto__", "main_contact", "@import"];
const TEXTS = ["head", "BERLIN", "BERLİN", "2", "o3", "", "it's"];
const LISTS = ["tags", "list"];
const ITEMS = ["vip", ",", "a,b", "É", "é", "A\\B", "Q R", "line\nbreak\ttab", 'say "hi"'];

const filter = (field: string, op: ContactFilter["op"], value: string, isList = false): Partial<ContactQuery> => ({
  filters: [{ field, op, value: field === "@import" ? "2" : value, list: isList }],
});

const QUERIES: readonly Partial<ContactQuery>[] = [
  ...SEARCHES.flatMap((search) => [{ search }, { search, after: 70, limit: 3 }]),
  ...FIELDS.flatMap((field) => [
    ...TEXTS.flatMap((text) => (["is", "is_not", "contains"] as const).map((op) => filter(field, op, text))),
    ...(["empty", "not_empty"] as const).map((op) => filter(field, op, "")),
  ]),
  ...LISTS.flatMap((field) =>
    ITEMS.flatMap((item) => [
      ...(["is", "is_not"] as const).map((op) => filter(field, op, item, true)),
      filter(field, "contains", item),
    ]),
  ),
  { search: "anna", ...filter("city", "is", "berlin") },
];

async function expectTheSame(): Promise<void> {
  const [here, there] = [new PostgresContacts(database), new SqliteContacts(embedded)];
  for (const said of QUERIES) {
    const query = { search: null, filters: [], after: 0, limit: 20, ...said };
    const [found, wanted] = [
      await here.page(WORKSPACE, query, Number.POSITIVE_INFINITY),
      await there.page(WORKSPACE, query, Number.POSITIVE_INFINITY),
    ];
    expect({ said, ...found }).toEqual({ said, ...wanted });
  }
  expect(await here.usedFields(WORKSPACE)).toEqual(await there.usedFields(WORKSPACE));
}

async function catchUp(): Promise<void> {
  for (const index of [new PostgresSearchIndex(database), new SqliteSearchIndex(embedded)])
    while (await index.catchUp(WORKSPACE, KNOWN_AT_ONCE));
}

beforeAll(async () => {
  made = await newDatabase();
  database = await openDatabase(made.url, 2);
  const workspace = `insert into workspace (workspace_id, slug, name, preset, policy, id_key, created_at, contacts)
    values (${WORKSPACE}, 'a', 'a', 'muster', '{}', 1, 1, ${CONTACTS})`;
  await database.write(null, workspace);
  await embedded.write(workspace);
  for (let at = 1; at <= CONTACTS; at++) {
    const contact = contactOf(at);
    const columns = Object.keys(contact);
    const into = `insert into contact (${columns.join(", ")}) values`;
    const values = Object.values(contact);
    await database.write(null, `${into} (${columns.map((_, column) => `$${column + 1}`).join(", ")})`, ...values);
    await embedded.write(`${into} (${columns.map(() => "?").join(", ")})`, ...values);
  }
});
afterAll(async () => {
  await database.close();
  await made.drop();
  embedded.close();
  rmSync(folder, { recursive: true, force: true });
});

test("before the index knows any contact, and once it knows all of them", async () => {
  await expectTheSame();
  await catchUp();
  await expectTheSame();
});

test("after a kept text became a field, and a field a kept text", async () => {
  const old = { key: "old", label: "Old", type: "text", builtin: false } as const;
  const kept = { name: "Old id", read: (text: string) => (text.endsWith("3") ? null : text.toUpperCase()) };
  const score = { ...old, key: "score" };
  for (const fields of [new PostgresFields(database), new SqliteFields(embedded)]) {
    expect(await fields.promote(WORKSPACE, old, kept)).toEqual({ ok: true, value: { read: 45, unread: 5 } });
    expect(await fields.promote(WORKSPACE, old, kept)).toMatchObject({ refusal: { code: "field_exists" } });
    await fields.add(WORKSPACE, score);
    expect(await fields.remove(WORKSPACE, score, "Score")).toBe(100);
  }
  await expectTheSame();
});

test("after contacts are gone, of whom the index keeps nothing", async () => {
  const gone = Array.from({ length: 30 }, (_, at) => 2 * at + 1);
  const deletion = `delete from contact where workspace_id = ${WORKSPACE} and contact_id in (${gone.join(", ")})`;
  await embedded.write(deletion);
  await database.transaction(WORKSPACE, async () => {
    await database.run(deletion);
    await contactsGone(database, WORKSPACE, gone);
  });
  await expectTheSame();
  expect(await new PostgresContacts(database).count(WORKSPACE)).toBe(CONTACTS - gone.length);
  await database.transaction(null, () => forgetGone(database));
  const known = "select count(*) from contact_search where workspace_id = $1";
  expect(await database.get(known, WORKSPACE)).toEqual([CONTACTS - gone.length]);
  await expectTheSame();
});

test("a search for a NUL finds what there is without it, and is no fault", async () => {
  const query = { search: "ann\0a", filters: [], after: 0, limit: 1 };
  expect((await new PostgresContacts(database).list(WORKSPACE, query)).map(({ number }) => number)).toHaveLength(1);
});
