/** Bulk changes beside merges, imports, members and one another: what each may touch, in whichever order they come. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { changeContacts, undoBulkChange } from "../../src/app/bulk/bulk-changes.ts";
import { readBulkRequest, type SaidChoice } from "../../src/app/bulk/bulk-request.ts";
import { findMerge, mergeContacts, planMerge, undoMerge } from "../../src/app/duplicates/merge-contacts.ts";
import { BULK_AT_ONCE, BULK_STEPS_ASKED } from "../../src/app/limits.ts";
import type { BulkRecord } from "../../src/app/ports/bulk-store.ts";
import type { ImportRecord } from "../../src/app/ports.ts";
import { bulkChangeJson } from "../../src/app/view/bulk-change-json.ts";
import { changeMember, removeMember } from "../../src/app/workspace/change-members.ts";
import type { BulkChange } from "../../src/core/bulk/bulk-change.ts";
import type { Actor } from "../../src/core/member/actor.ts";
import { encodeId } from "../../src/core/public-id.ts";
import { workOnBulkChanges } from "../../src/jobs/bulk-loop.ts";
import { Rest } from "../../src/jobs/rest.ts";
import { addMembers } from "../support/members.ts";
import { throwFault } from "../support/throw-fault.ts";
import { accepted, type TestWorkspace, testWorkspace } from "../support/workspace.ts";

const ACTOR: Actor = { kind: "operator", name: "olga" };
const PEOPLE = "Email,Name,City\nann@x.test,Ann Lee,Oslo\nbob@x.test,Bob Ray,Rome\n";
const ALL: SaidChoice = { search: null, filter: [], except: [] };
/** More than is done when it is asked for. */
const MANY = BULK_AT_ONCE * BULK_STEPS_ASKED + 1;
const SPRING: BulkChange = { do: "add_tags", tags: ["spring"] };

let world: TestWorkspace;
beforeEach(async () => {
  world = await testWorkspace();
  await world.import(PEOPLE);
});
afterEach(() => world.close());

async function done(change: BulkChange, filter: readonly string[] = []): Promise<BulkRecord> {
  const { ports, workspace } = world;
  const request = accepted(await readBulkRequest(ports, workspace, { choice: { ...ALL, filter }, change }));
  return accepted(await changeContacts(ports, workspace, { request, actor: ACTOR }));
}

async function work(): Promise<void> {
  const settings = { once: true, signal: new AbortController().signal, rest: new Rest(), onFault: throwFault };
  await workOnBulkChanges(world.ports, settings);
}

const now = async ({ number }: BulkRecord): Promise<BulkRecord> =>
  (await world.ports.store.bulkChanges.get(world.workspace.number, number)) ?? expect.fail("no such bulk change");
const undo = async (record: BulkRecord) =>
  undoBulkChange(world.ports, world.workspace, { record: await now(record), actor: ACTOR });
const canUndo = async (record: BulkRecord) => bulkChangeJson(world.workspace, await now(record), "none").canUndo;
const values = async (field: string) => (await world.contacts()).map((contact) => contact.values.get(field) ?? null);

/** An import at work, which what is asked for meanwhile waits for. */
async function importing(): Promise<ImportRecord> {
  const planned = await world.plan("Email\nnew@x.test\n");
  return (await world.ports.store.imports.patch(planned, { state: "running" })) ?? expect.fail("it has changed");
}

const end = (record: ImportRecord) => world.ports.store.imports.patch(record, { state: "cancelled" });

describe("a bulk change that waits", () => {
  test("is followed by those that were asked for later: they have the last word", async () => {
    const running = await importing();
    const first = await done(SPRING);
    await end(running);
    const second = await done({ do: "remove_tags", tags: ["spring"] });
    expect([first.state, second.state]).toEqual(["running", "running"]);
    await work();
    expect([(await now(first)).state, (await now(second)).state]).toEqual(["done", "done"]);
    expect(await values("tags")).toEqual([null, null]);
  });

  test("deletes what matched when it was asked for, and none that an import has made match since", async () => {
    const file = `Email,City\n${Array.from({ length: MANY }, (_, at) => `p${at}@x.test,Bern`).join("\n")}\nlast@x.test,\n`;
    await world.import(file);
    const first = await done({ do: "add_tags", tags: ["bern"] }, ["email!=last@x.test"]);
    const second = await done({ do: "delete" }, ["city=Bern"]);
    expect([first.state, second.state]).toEqual(["running", "running"]);
    await world.import("Email,City\nlast@x.test,Bern\n");
    await work();
    // What an earlier bulk change has done to them was asked for before.
    expect(await now(second)).toMatchObject({ state: "done", changed: MANY, unchanged: 1 });
    expect(await values("email")).toEqual(["ann@x.test", "bob@x.test", "last@x.test"]);
  });

  test("deletes none that an import has changed since, though an earlier bulk change has written to it after that", async () => {
    const lines = Array.from({ length: MANY }, (_, at) => `p${at}@x.test,Bern,Per Son`);
    await world.import(`Email,City,Name\n${lines.join("\n")}\nlast@x.test,Bern,Las Ter\n`);
    const first = await done({ do: "add_tags", tags: ["bern"] }, ["city=Bern"]);
    const second = await done({ do: "delete" }, ["city=Bern"]);
    expect([first.state, second.state]).toEqual(["running", "running"]);
    await world.import("Email,Name\nlast@x.test,Las Tester\n");
    await work();
    expect(await now(first)).toMatchObject({ state: "done", changed: MANY + 1 });
    expect(await now(second)).toMatchObject({ state: "done", changed: MANY, unchanged: 1 });
    expect(await values("email")).toEqual(["ann@x.test", "bob@x.test", "last@x.test"]);
    accepted(await undo(first));
    await work();
    // Neither does the way back of the earlier one hide it.
    const third = await done({ do: "delete" }, ["city=Bern"]);
    expect(third).toMatchObject({ state: "done", changed: 1 });
  });

  test("makes whoever has taken over the owner, by the address that they have by then", async () => {
    await addMembers(world, "Ann Smith <smith@x.test>", "Bob Ray <ray@x.test>");
    const hand = { ports: world.ports, workspace: world.workspace, actor: ACTOR };
    const running = await importing();
    await done({ do: "set_owner", owner: "smith@x.test" });
    accepted(await removeMember(hand, "smith@x.test", "ray@x.test"));
    accepted(await changeMember(hand, "ray@x.test", { email: "ray@y.test" }));
    await end(running);
    await work();
    expect(await values("owner")).toEqual(["ray@y.test", "ray@y.test"]);
  });
});

describe("a bulk change that waits for an import which was interrupted", () => {
  test("can be undone, which waits in its place, and says what it waits for", async () => {
    const record = await done(SPRING, ["city=Rome"]);
    const running = await importing();
    const interrupted = await world.ports.store.imports.patch(running, { state: "interrupted" });
    const undoing = accepted(await undo(record));
    expect(bulkChangeJson(world.workspace, undoing, "interrupted")).toMatchObject({
      ...{ state: "undoing", waitsForImport: true, importInterrupted: true },
    });
    expect(await values("tags")).toEqual([null, '["spring"]']);
    await end(interrupted!);
    await work();
    expect(await values("tags")).toEqual([null, null]);
    expect(bulkChangeJson(world.workspace, await now(record), "none")).toMatchObject({
      ...{ state: "undone", waitsForImport: false, importInterrupted: false },
    });
  });
});

describe("a contact that is away while a bulk change is undone", () => {
  test("because a later one has deleted it, is taken back by a further undo once it is there again", async () => {
    const tagged = await done(SPRING);
    const deleted = await done({ do: "delete" }, ["email=ann@x.test"]);
    expect(accepted(await undo(tagged)).undo?.tally).toMatchObject({ restored: 1, gone: 0, away: 1 });
    accepted(await undo(deleted));
    expect(await values("tags")).toEqual(['["spring"]', null]);
    expect(await canUndo(tagged)).toBe(true);
    expect(accepted(await undo(tagged)).undo?.tally).toMatchObject({ restored: 2, gone: 0, away: 0 });
    expect(await values("tags")).toEqual([null, null]);
    expect(await canUndo(tagged)).toBe(false);
    expect(await undo(tagged)).toMatchObject({ refusal: { code: "bulk_change_undone" } });
  });

  test("because it is merged into another one, is taken back by a further undo after the merge's", async () => {
    const tagged = await done(SPRING);
    const ids = (await world.contacts()).map(({ number }) => encodeId("con", world.workspace.idKey, number));
    const plan = accepted(await planMerge(world.ports, world.workspace, { ids, take: [] }));
    accepted(await mergeContacts(world.ports, world.workspace, { plan, actor: ACTOR }));
    expect(accepted(await undo(tagged)).undo?.tally).toMatchObject({ restored: 1, gone: 0, away: 1 });
    const merge = accepted(await findMerge(world.ports, world.workspace, "latest"));
    accepted(await undoMerge(world.ports, world.workspace, { merge, actor: ACTOR }));
    accepted(await undo(tagged));
    expect(await values("tags")).toEqual([null, null]);
  });

  test("for good, as the import that made it is undone, has nothing left to take back", async () => {
    const record = await world.import("Email\ncid@x.test\n");
    const tagged = await done(SPRING);
    await world.undo(record, { includeEdited: true });
    expect(accepted(await undo(tagged)).undo?.tally).toMatchObject({ restored: 2, gone: 1, away: 0 });
    expect(await canUndo(tagged)).toBe(false);
  });
});
