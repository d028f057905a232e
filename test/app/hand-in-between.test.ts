/** What is done by hand beside imports, merges, members, bulk changes, erasures and retention: what each may touch of the other. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { advanceOldest, changeContacts, findBulkChange, undoBulkChange } from "../../src/app/bulk/bulk-changes.ts";
import { readBulkRequest } from "../../src/app/bulk/bulk-request.ts";
import { erasePeople, planErasure } from "../../src/app/contact/erase-person.ts";
import { findMerge, mergeContacts, planMerge, undoMerge } from "../../src/app/duplicates/merge-contacts.ts";
import { changeContact, createContact } from "../../src/app/hand/write-contact.ts";
import { runImport } from "../../src/app/import/run-import.ts";
import type { HandWritten } from "../../src/app/ports/hand-store.ts";
import { contactCard } from "../../src/app/view/contact-card.ts";
import { applyRetention } from "../../src/app/workspace/apply-retention.ts";
import { changeMember } from "../../src/app/workspace/change-members.ts";
import { openWorkspace } from "../../src/app/workspace/open-workspace.ts";
import type { Actor } from "../../src/core/member/actor.ts";
import type { Result } from "../../src/core/problem/refusal.ts";
import { encodeId } from "../../src/core/public-id.ts";
import { addMembers } from "../support/members.ts";
import { accepted, type TestWorkspace, testWorkspace } from "../support/workspace.ts";

const ACTOR: Actor = { kind: "operator", name: "olga" };
type Said = Readonly<Record<string, string>>;

let world: TestWorkspace;
beforeEach(async () => {
  world = await testWorkspace({ batchRows: 1 });
});
afterEach(() => world.close());

const ask = (said: Said): Promise<Result<HandWritten>> =>
  createContact(world.ports, world.workspace, { values: new Map(Object.entries(said)), actor: ACTOR });
const make = async (said: Said) => accepted(await ask(said));
const askChange = (contact: number, said: Said): Promise<Result<HandWritten>> => {
  const values = new Map(Object.entries(said));
  return changeContact(world.ports, world.workspace, { contact, values, actor: ACTOR, version: null });
};
const change = async (contact: number, said: Said) => accepted(await askChange(contact, said));

const recordOf = async ({ change: number }: HandWritten) =>
  accepted(await findBulkChange(world.ports, world.workspace, encodeId("blk", world.workspace.idKey, number ?? 0)));
const undo = async (written: HandWritten) =>
  undoBulkChange(world.ports, world.workspace, { record: await recordOf(written), actor: ACTOR });
const tally = async (written: HandWritten) => accepted(await undo(written)).undo?.tally;

const row = async (number: number) =>
  (await world.contacts()).find((contact) => contact.number === number) ?? expect.fail(`no contact ${number}`);
const card = async (number: number) => contactCard(world.ports, world.workspace, await row(number));
const byHand = async (number: number, key: string) =>
  (await card(number)).values.find((value) => value.key === key)?.byHand;
const values = async (field: string) => (await world.contacts()).map((contact) => contact.values.get(field) ?? null);

describe("while an import is at work", () => {
  test("a contact that is made by hand is one that the lines after it find, also where the workspace was empty (C-P2)", async () => {
    // Each is a batch, so that there is a while between the first and the one that is meant.
    const others = Array.from({ length: 100 }, (_, at) => `p${at}@x.test,Oslo`);
    const file = ["Email,City", ...others, "c@x.test,Rome", ""].join("\n");
    const record = accepted(await world.prepare(file));
    const made: Promise<HandWritten>[] = [];
    const onProgress = (): void => {
      if (made.length === 0) made.push(make({ email: "c@x.test", job_title: "Captain" }));
    };
    const done = accepted(await runImport(world.ports, record.ref, { onProgress }));
    await Promise.all(made);
    expect(done.state).toBe("done");
    expect((await world.contacts()).length).toBe(101);
    const [hand] = await Promise.all(made);
    expect(Object.fromEntries((await row(hand?.contact ?? 0)).values)).toEqual({
      ...{ email: "c@x.test", job_title: "Captain", city: "Rome" },
    });
    expect(done.progress?.tally.outcomes).toMatchObject({ created: 100, updated: 1 });
    await world.undo(done);
    expect(await values("email")).toEqual(["c@x.test"]);
    expect(await tally(hand!)).toMatchObject({ restored: 1 });
    expect(await world.contacts()).toEqual([]);
  });

  test("a value that was changed by hand goes back at once; a contact that was made waits, as the import may have met it", async () => {
    const made = await make({ email: "a@x.test" });
    const changed = await change(made.contact, { city: "Oslo" });
    const planned = await world.plan("Email\nb@x.test\n");
    const running = await world.ports.store.imports.patch(planned, { state: "running" });
    expect(await tally(await change(made.contact, { city: "Rome" }))).toMatchObject({ restored: 1 });
    expect(await tally(changed)).toMatchObject({ restored: 1 });
    expect(accepted(await undo(made)).state).toBe("undoing");
    expect((await world.contacts()).length).toBe(1);
    await world.ports.store.imports.patch(running!, { state: "cancelled" });
    expect(await advanceOldest(world.ports, world.workspace)).toBe("moved");
    expect(await world.contacts()).toEqual([]);
  });

  test("nothing is written by hand as long as one is being taken back", async () => {
    const record = await world.import("Email\na@x.test\n");
    const undoing = await world.ports.store.imports.patch(record, { state: "undoing" });
    expect(await askChange(1, { city: "Oslo" })).toMatchObject({ refusal: { code: "import_at_work" } });
    expect(await ask({ email: "b@x.test" })).toMatchObject({ refusal: { code: "import_at_work" } });
    await world.ports.store.imports.patch(undoing!, { state: "done" });
    await change(1, { city: "Oslo" });
  });
});

describe("what was written by hand", () => {
  test("goes with its contact into a merge, and is told there as what it is (C-H6)", async () => {
    await world.import("Email,Name\nann@x.test,Ann Lee\n");
    const made = await make({ email: "lee@x.test", full_name: "Ann Lee", job_title: "Captain" });
    const ids = [1, made.contact].map((number) => encodeId("con", world.workspace.idKey, number));
    const plan = accepted(await planMerge(world.ports, world.workspace, { ids, take: [] }));
    accepted(await mergeContacts(world.ports, world.workspace, { plan, actor: ACTOR }));
    expect(await byHand(1, "job_title")).toMatchObject({ by: "olga", do: "create" });
    expect(await tally(made)).toMatchObject({ away: 1, restored: 0 });
    const merge = accepted(await findMerge(world.ports, world.workspace, "latest"));
    accepted(await undoMerge(world.ports, world.workspace, { merge, actor: ACTOR }));
    expect(await tally(made)).toMatchObject({ away: 0, restored: 1 });
    expect(await values("email")).toEqual(["ann@x.test"]);
  });

  test("names members by the addresses that they have by then", async () => {
    await addMembers(world, "Ann Smith <smith@x.test>", "Bob Ray <ray@x.test>");
    const made = await make({ email: "cid@x.test", owner: "smith@x.test" });
    const given = await change(made.contact, { owner: "Bob Ray" });
    const hand = { ports: world.ports, workspace: world.workspace, actor: ACTOR };
    accepted(await changeMember(hand, "ray@x.test", { email: "bob@y.test" }));
    expect(await values("owner")).toEqual(["bob@y.test"]);
    expect(await byHand(made.contact, "owner")).toMatchObject({ do: "edit" });
    expect(await tally(given)).toMatchObject({ restored: 1, kept: 0 });
    expect(await values("owner")).toEqual(["smith@x.test"]);
  });

  test("is not what a bulk change takes for unseen, and stays when that is taken back", async () => {
    const made = await make({ email: "ann@x.test", tags: "old" });
    const choice = { search: null, filter: [], except: [] };
    const request = { choice, change: { do: "add_tags", tags: ["new"] } } as const;
    const asked = accepted(await readBulkRequest(world.ports, world.workspace, request));
    const tagged = accepted(await changeContacts(world.ports, world.workspace, { request: asked, actor: ACTOR }));
    const edited = await change(made.contact, { tags: "other" });
    // It is not deleted with its making: somebody has given it tags since.
    expect(await tally(made)).toMatchObject({ kept: 1 });
    accepted(await undoBulkChange(world.ports, world.workspace, { record: tagged, actor: ACTOR }));
    expect(await values("tags")).toEqual(['["other"]']);
    expect(await tally(edited)).toMatchObject({ restored: 1 });
  });

  test("is gone with an erased person, from the file of the database too", async () => {
    const made = await make({ email: "ann.unforgettable@x.test", job_title: "Unforgettable title" });
    await change(made.contact, { job_title: "Unforgettable Captain" });
    const plan = accepted(await planErasure(world.ports, world.workspace, [made.contact]));
    accepted(await erasePeople(world.ports, world.workspace, { plan, by: "ops" }));
    expect(await world.ports.store.bulkChanges.ofContact(world.workspace.number, made.contact)).toEqual([]);
    expect(await tally(made)).toMatchObject({ restored: 0, gone: 0 });
    await world.ports.store.erasures.compact();
    const folder = join(world.folder, "data");
    const files = readdirSync(folder).filter((name) => name.startsWith("muster.db"));
    expect(files.length).toBeGreaterThan(0);
    for (const name of files)
      expect([
        name,
        readFileSync(join(folder, name)).toString("latin1").toLowerCase().includes("unforgettable"),
      ]).toEqual([name, false]);
  });

  test("can be taken back for as long as the policy keeps what values were before", async () => {
    const day = 86_400_000;
    const { number, preset, policy } = world.workspace;
    await world.ports.store.workspaces.setPolicy(number, { preset, policy: { ...policy, keepHistory: day } });
    const made = await make({ email: "ann@x.test" });
    const later = { ...world.ports, now: () => world.ports.now() + 2 * day };
    await applyRetention(later, accepted(await openWorkspace(world.ports, "default")));
    expect(await undo(made)).toMatchObject({ refusal: { code: "bulk_change_expired" } });
    expect(await values("email")).toEqual(["ann@x.test"]);
    expect(await byHand(made.contact, "email")).toBeUndefined();
  });
});
