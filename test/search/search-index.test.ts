/** What a search and filters find is the same whatever the index knows: nothing, a part, all, or what has changed since. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { mergeContacts, planMerge, undoMerge } from "../../src/app/duplicates/merge-contacts.ts";
import type { ContactFilter, ContactRow } from "../../src/app/ports.ts";
import { addMember, changeMember } from "../../src/app/workspace/change-members.ts";
import { encodeId } from "../../src/core/public-id.ts";
import { Rest } from "../../src/jobs/rest.ts";
import { keepSearchIndex } from "../../src/jobs/search-loop.ts";
import { throwFault } from "../support/throw-fault.ts";
import { accepted, type TestWorkspace, testWorkspace } from "../support/workspace.ts";

const HEADER = "email,full_name,first_name,phone,company,external_id,tags,city";
const people = (from: number, to: number, city = "Oslo"): string =>
  [
    HEADER,
    ...Array.from({ length: to - from }, (_, at) => {
      const number = from + at;
      const name = NAMES[number % NAMES.length];
      return `p${number}@example.com,${name} ${number},${name},+4712345${100 + number},Company ${number % 7},X-${number},"t${number % 5},VIP",${city}`;
    }),
  ].join("\n");
const NAMES = ["Ann", "Žofie", "O'Brien", "100%_\\", "李小龙", "😀 Smile", "É ric", '""Quote""'];

const SEARCHES = [
  ...["ann", "ANN 1", "žof", "Žof", "ŽOF", "o'b", "%_\\", "李小龙", "小龙", "😀", "😀 smile", "É", '"quote', "brien 2"],
  ...[
    "12345",
    "5110",
    "X-1",
    "company 3",
    "p1@example.com",
    "xample.co p2",
    "zz",
    "nobody",
    "a",
    "m 😀",
    "vip",
    "oslo",
  ],
];
const has = (field: string, op: ContactFilter["op"], value: string, list = false): ContactFilter => ({
  ...{ field, op, value, list },
});
const FILTERS: readonly ContactFilter[] = [
  has("email", "is", "P3@EXAMPLE.COM"),
  has("email", "contains", "4@ex"),
  has("tags", "is", "t3", true),
  has("tags", "is", "vip", true),
  has("tags", "is", "vi", true),
  has("tags", "is_not", "t3", true),
  has("city", "is", "Bergen"),
  has("city", "not_empty", ""),
  has("owner", "empty", ""),
  has("full_name", "contains", "%_"),
  has("account_name", "is", "company 2"),
];

const SEARCHED = "full_name first_name last_name email additional_emails phone account_name external_id".split(" ");
const folded = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

function matches({ values }: ContactRow, search: string): boolean {
  const words = search.split(/\s+/).map(folded);
  return words.every((word) => SEARCHED.some((field) => folded(values.get(field) ?? "").includes(word)));
}

function passes({ values }: ContactRow, { field, op, value, list }: ContactFilter): boolean {
  const held = values.get(field);
  const items = (list ? (JSON.parse(held ?? "[]") as string[]) : [held ?? ""]).map(folded);
  if (op === "empty" || op === "not_empty") return (held === undefined) === (op === "empty");
  if (op === "contains") return folded(held ?? "").includes(folded(value));
  return items.includes(folded(value)) === (op === "is");
}

let mine: TestWorkspace;
beforeEach(async () => {
  mine = await testWorkspace();
});
afterEach(() => mine.close());

const numbersOf = (rows: readonly ContactRow[]): readonly number[] => rows.map(({ number }) => number);

async function findsWhatIsThere(): Promise<void> {
  const { ports, workspace } = mine;
  const all = await mine.contacts();
  expect(await ports.store.contacts.count(workspace.number)).toBe(all.length);
  const everything = { search: null, filters: [], after: 0, limit: 1_000 };
  for (const search of SEARCHES) {
    const found = await ports.store.contacts.list(workspace.number, { ...everything, search });
    expect([search, numbersOf(found)]).toEqual([search, numbersOf(all.filter((one) => matches(one, search)))]);
  }
  for (const filter of FILTERS) {
    const found = await ports.store.contacts.list(workspace.number, { ...everything, filters: [filter] });
    expect([filter, numbersOf(found)]).toEqual([filter, numbersOf(all.filter((one) => passes(one, filter)))]);
  }
}

const catchUp = (most: number): Promise<boolean> => mine.ports.store.searchIndex.catchUp(mine.workspace.number, most);

async function catchUpWhole(): Promise<void> {
  const signal = new AbortController().signal;
  await keepSearchIndex(mine.ports, {
    once: true,
    signal,
    rest: new Rest(),
    isImporting: () => false,
    onFault: throwFault,
  });
  expect(await catchUp(10)).toBe(false);
}

test("the index waits while its process imports, and goes on after that", async () => {
  await mine.import(people(1, 40));
  const ending = new AbortController();
  const rest = new Rest();
  let isImporting = true;
  const looks: boolean[] = [];
  const kept = keepSearchIndex(mine.ports, {
    ...{ once: false, signal: ending.signal, onFault: throwFault },
    isImporting: () => isImporting,
    rest: Object.assign(rest, {
      async take() {
        // Nothing is left to do, or nothing may be done.
        looks.push(await catchUp(0));
        if (!isImporting) ending.abort();
        isImporting = false;
      },
    }),
  });
  await kept;
  expect(looks).toEqual([true, false]);
});

describe("a search", () => {
  test("finds the same with no index, a part of one and a whole one", async () => {
    await mine.import(people(1, 40));
    await findsWhatIsThere();
    expect(await catchUp(13)).toBe(true);
    await findsWhatIsThere();
    await catchUpWhole();
    await findsWhatIsThere();
    await mine.import(people(40, 60));
    await findsWhatIsThere();
  });

  test("finds what an import has changed and an undo taken back, before and after the index knows", async () => {
    await mine.import(people(1, 30));
    await catchUpWhole();
    const moved = await mine.import(people(10, 35, "Bergen").replaceAll("Ann", "Anna-Lisa"));
    await findsWhatIsThere();
    expect(await catchUp(7)).toBe(true);
    await findsWhatIsThere();
    await catchUpWhole();
    await findsWhatIsThere();
    await mine.undo(moved);
    await findsWhatIsThere();
    await catchUpWhole();
    await findsWhatIsThere();
  });

  test("finds contacts by what a member's new address and an account's new name have written to them", async () => {
    const { ports, workspace } = mine;
    const hand = { ports, workspace, actor: { kind: "operator", name: "me" } as const };
    accepted(await addMember(hand, { email: "ann@own.test", name: "Ann", role: "editor" }));
    await mine.import(
      "email,owner,account id,company\na@x.test,ann@own.test,A-1,Acme\nb@x.test,ann@own.test,A-1,Acme\n",
    );
    await catchUpWhole();
    accepted(await changeMember(hand, "ann@own.test", { email: "jones@own.test" }));
    await mine.import("external id,name\nA-1,Zebra Works\n", { object: "account" });
    const by = async (field: string, value: string): Promise<readonly number[]> =>
      numbersOf(
        await ports.store.contacts.list(workspace.number, {
          ...{ search: null, after: 0, limit: 10 },
          filters: [has(field, "contains", value)],
        }),
      );
    const known = async () => [await by("owner", "jones@own"), await by("account_name", "Zebra")];
    expect(await known()).toEqual([
      [1, 2],
      [1, 2],
    ]);
    await catchUpWhole();
    expect(await known()).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });

  test("finds contacts that a merge took and gave back", async () => {
    await mine.import(people(1, 20));
    await catchUpWhole();
    const { ports, workspace } = mine;
    const ids = [1, 2, 3].map((number) => encodeId("con", workspace.idKey, number));
    const before = await mine.contacts();
    const plan = accepted(await planMerge(ports, workspace, { ids, take: [] }));
    const actor = { kind: "operator", name: "me" } as const;
    const merge = accepted(await mergeContacts(ports, workspace, { plan, actor }));
    await findsWhatIsThere();
    await catchUpWhole();
    await findsWhatIsThere();
    accepted(await undoMerge(ports, workspace, { merge, actor }));
    expect(await mine.contacts()).toEqual(before);
    await findsWhatIsThere();
    await catchUpWhole();
    await findsWhatIsThere();
  });

  test("sees no contact of another workspace, whatever the index holds", async () => {
    await mine.import(people(1, 20));
    await catchUpWhole();
    const { store } = mine.ports;
    const theirs = accepted(await store.workspaces.create({ ...mine.workspace, slug: "theirs", name: "theirs" }));
    const found = await store.contacts.list(theirs.number, { search: "ann", filters: [], after: 0, limit: 50 });
    expect(found).toEqual([]);
    expect(await store.contacts.count(theirs.number)).toBe(0);
  });
});

test("pages that ran out of time lead on to all there is, each contact once (C-X4)", async () => {
  await mine.import(people(1, 60));
  const { store } = mine.ports;
  for (const indexed of [false, true]) {
    if (indexed) await catchUpWhole();
    for (const query of [
      { search: "ann", filters: [] },
      { search: null, filters: [has("city", "is", "Oslo")] },
    ]) {
      const whole = await store.contacts.list(mine.workspace.number, { ...query, after: 0, limit: 1_000 });
      const found: number[] = [];
      let after: number | null = 0;
      while (after !== null) {
        const page = await store.contacts.page(mine.workspace.number, { ...query, after, limit: 3 }, 0);
        expect(page.rows.length).toBeLessThanOrEqual(3);
        found.push(...numbersOf(page.rows));
        after = page.seenTo;
      }
      expect(found).toEqual(numbersOf(whole));
    }
  }
});
