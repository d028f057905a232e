/** Which lines changed a contact is known, whether its neighbours in the file were changed with it or not. */
import { afterEach, expect, test } from "vitest";
import { erasePeople, planErasure } from "../../src/app/contact/erase-person.ts";
import { BY_IMPORT } from "../../src/app/ports/object-filter.ts";
import type { ImportRecord } from "../../src/app/ports.ts";
import { accepted, type TestWorkspace, testWorkspace } from "../support/workspace.ts";

let it: TestWorkspace;
afterEach(() => it.close());

const PEOPLE = 300;
const all = Array.from({ length: PEOPLE }, (_, at) => at + 1);
const file = (numbers: readonly number[], city: string): string =>
  ["email,city", ...numbers.map((number) => `p${number}@x.test,${city}`)].join("\n");

/** What the ledgers say: import:line of every change of a contact. */
async function saidByLedgers(records: readonly ImportRecord[]): Promise<ReadonlyMap<number, readonly string[]>> {
  const said = new Map<number, string[]>(all.map((number) => [number, []]));
  for (const record of records)
    for (const { contact, changes, line } of await it.lines(record))
      if (contact !== null && changes !== null) said.get(contact)?.push(`${record.ref.import}:${line}`);
  return said;
}

async function foundByContact(): Promise<ReadonlyMap<number, readonly string[]>> {
  const found = all.map(async (number) => {
    const events = await it.ports.store.ledger.history(it.workspace.number, number);
    const places = events.filter(({ kind }) => kind === "updated").map((event) => `${event.import}:${event.line}`);
    return [number, places.toSorted()] as const;
  });
  return new Map(await Promise.all(found));
}

async function changedBy({ ref }: ImportRecord): Promise<readonly number[]> {
  const filters = [{ field: BY_IMPORT, op: "is" as const, value: String(ref.import), list: false }];
  const page = { search: null, filters, after: 0, limit: PEOPLE };
  return (await it.ports.store.contacts.list(it.workspace.number, page)).map(({ number }) => number);
}

test("neighbours in order, in reverse and with gaps; one undone, one erased (C-X1, C-U2)", async () => {
  it = await testWorkspace({ batchRows: 130 });
  await it.import(file(all, "Rome"));
  const inOrder = await it.import(file(all, "Oslo"));
  const reversed = await it.import(file(all.toReversed(), "Lima"));
  const third = all.filter((number) => number % 3 !== 0);
  const withGaps = await it.import(file(third, "Bonn"));
  const records = [inOrder, reversed, withGaps];
  expect(await foundByContact()).toEqual(await saidByLedgers(records));
  expect(await changedBy(inOrder)).toEqual(all);
  expect(await changedBy(withGaps)).toEqual(third);

  const restored = third[100] ?? 0;
  await it.undo(withGaps, { only: 102 });
  expect(await changedBy(withGaps)).toEqual(third.filter((number) => number !== restored));

  const before = await foundByContact();
  const plan = accepted(await planErasure(it.ports, it.workspace, [100]));
  accepted(await erasePeople(it.ports, it.workspace, { plan, by: "ops" }));
  expect(await foundByContact()).toEqual(new Map([...before, [100, []]]));
  expect(await changedBy(inOrder)).toEqual(all.filter((number) => number !== 100));
});
