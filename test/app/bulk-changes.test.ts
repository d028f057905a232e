/** Many contacts changed at once: what each holds then, and what comes back, whatever happened in between. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { advanceOldest, changeContacts, findBulkChange, undoBulkChange } from "../../src/app/bulk/bulk-changes.ts";
import { readBulkRequest, type SaidChoice } from "../../src/app/bulk/bulk-request.ts";
import { erasePeople, planErasure } from "../../src/app/contact/erase-person.ts";
import { BULK_AT_ONCE, BULK_STEPS_ASKED, DELETED_KEPT_MS } from "../../src/app/limits.ts";
import type { BulkRecord } from "../../src/app/ports/bulk-store.ts";
import type { ContactRow } from "../../src/app/ports.ts";
import { contactCard } from "../../src/app/view/contact-card.ts";
import { applyRetention } from "../../src/app/workspace/apply-retention.ts";
import { changeMember } from "../../src/app/workspace/change-members.ts";
import type { BulkChange } from "../../src/core/bulk/bulk-change.ts";
import type { Actor } from "../../src/core/member/actor.ts";
import type { Result } from "../../src/core/problem/refusal.ts";
import { encodeId } from "../../src/core/public-id.ts";
import { workOnBulkChanges } from "../../src/jobs/bulk-loop.ts";
import { Rest } from "../../src/jobs/rest.ts";
import { workspaceState } from "../merge/workspace-state.ts";
import { addMembers } from "../support/members.ts";
import { throwFault } from "../support/throw-fault.ts";
import { accepted, type TestWorkspace, testWorkspace } from "../support/workspace.ts";

const ACTOR: Actor = { kind: "operator", name: "olga" };
const PEOPLE = `Email,Name,Company,Main contact,City,Tags
ann@x.test,Ann Lee,Harbor,yes,Oslo,vip
bob@x.test,Bob Ray,Harbor,,Rome,"vip,old"
cid@x.test,Cid Ohm,,,Rome,
`;

let world: TestWorkspace;
beforeEach(async () => {
  world = await testWorkspace();
});
afterEach(() => world.close());

const ALL: SaidChoice = { search: null, filter: [], except: [] };
const matching = (...filter: readonly string[]): SaidChoice => ({ ...ALL, filter });

async function ask(change: BulkChange, choice: SaidChoice = ALL): Promise<Result<BulkRecord>> {
  const { ports, workspace } = world;
  const request = await readBulkRequest(ports, workspace, { choice, change });
  return request.ok ? changeContacts(ports, workspace, { request: request.value, actor: ACTOR }) : request;
}

const done = async (change: BulkChange, choice?: SaidChoice) => accepted(await ask(change, choice));
const undo = (record: BulkRecord) => undoBulkChange(world.ports, world.workspace, { record, actor: ACTOR });
const named = async (email: string): Promise<ContactRow | undefined> =>
  (await world.contacts()).find(({ values }) => values.get("email") === email);
const idOf = async (email: string): Promise<string> =>
  encodeId("con", world.workspace.idKey, (await named(email))?.number ?? 0);
const values = async (field: string) => (await world.contacts()).map((contact) => contact.values.get(field) ?? null);
const card = async (email: string) =>
  contactCard(world.ports, world.workspace, (await named(email)) ?? expect.fail(`no contact ${email}`));
const addVip: BulkChange = { do: "add_tags", tags: ["VIP", "spring"] };

async function work(): Promise<void> {
  const settings = { once: true, signal: new AbortController().signal, rest: new Rest(), onFault: throwFault };
  await workOnBulkChanges(world.ports, settings);
}

describe("a bulk change", () => {
  test("gives tags to those that are named or match, in the spelling that the workspace has", async () => {
    await world.import(PEOPLE);
    const record = await done(addVip, matching("city=Rome"));
    expect(record).toMatchObject({ state: "done", changed: 2, unchanged: 0, by: "olga", choice: null });
    expect(await values("tags")).toEqual(['["vip"]', '["vip","old","spring"]', '["vip","spring"]']);
    const ids = [await idOf("ann@x.test"), await idOf("ann@x.test")];
    const gone = await done({ do: "remove_tags", tags: ["ViP", "nothing"] }, { contacts: ids });
    expect(gone).toMatchObject({ changed: 1, unchanged: 0 });
    expect(await values("tags")).toEqual([null, '["vip","old","spring"]', '["vip","spring"]']);
  });

  test("leaves out what was unticked, and counts those that are so already", async () => {
    await world.import(PEOPLE);
    const choice = { ...ALL, except: [await idOf("bob@x.test")] };
    expect(await done({ do: "add_tags", tags: ["vip"] }, choice)).toMatchObject({ changed: 1, unchanged: 1 });
    expect(await values("tags")).toEqual(['["vip"]', '["vip","old"]', '["vip"]']);
  });

  test("undone puts the very values back where nobody has changed them since", async () => {
    await world.import(PEOPLE);
    const before = await workspaceState(world);
    const record = await done(addVip);
    expect(await world.ports.store.tags.names(world.workspace.number)).toContain("spring");
    expect(accepted(await undo(record))).toMatchObject({
      state: "undone",
      undo: { by: "olga", tally: { restored: 3 } },
    });
    const timeless = ({ contacts }: typeof before) => contacts.map((contact) => ({ ...contact, updated_at: 0 }));
    expect(timeless(await workspaceState(world))).toEqual(timeless(before));
    // A tag that it has made goes with it.
    expect(await world.ports.store.tags.names(world.workspace.number)).toEqual(["old", "vip"]);
    expect(await undo(record)).toMatchObject({ refusal: { code: "bulk_change_undone" } });
  });

  test("undone keeps what an import has changed since, and takes only its own tags from a list (C-U1)", async () => {
    await addMembers(world, "Ann Smith <smith@x.test>", "Bob Ray <ray@x.test>");
    await world.import(PEOPLE);
    const tags = await done(addVip);
    const owner = await done({ do: "set_owner", owner: "smith@x.test" });
    await world.import("Email,Tags,Owner\nann@x.test,new,ray@x.test\n", { set: new Map([["overrideOwners", "yes"]]) });
    expect(accepted(await undo(tags)).undo?.tally).toEqual({ restored: 3, partly: 0, kept: 0, gone: 0, away: 0 });
    expect(await values("tags")).toEqual(['["vip","new"]', '["vip","old"]', null]);
    expect(accepted(await undo(owner)).undo?.tally).toEqual({ restored: 2, partly: 0, kept: 1, gone: 0, away: 0 });
    expect(await values("owner")).toEqual(["ray@x.test", null, null]);
  });

  test("undone names owners by the addresses that they have by then", async () => {
    await addMembers(world, "Ann Smith <smith@x.test>", "Bob Ray <ray@x.test>");
    await world.import("Email,Owner\nann@x.test,smith@x.test\n");
    const record = await done({ do: "set_owner", owner: "Bob Ray" });
    const hand = { ports: world.ports, workspace: world.workspace, actor: ACTOR };
    accepted(await changeMember(hand, "smith@x.test", { email: "ann@y.test" }));
    accepted(await changeMember(hand, "ray@x.test", { email: "bob@y.test" }));
    expect(await values("owner")).toEqual(["bob@y.test"]);
    expect(accepted(await undo(record)).undo?.tally.restored).toBe(1);
    expect(await values("owner")).toEqual(["ann@y.test"]);
  });

  test("raises Do Not Touch, and takes it back only where the policy lets opt-outs be lowered (C-I6)", async () => {
    await world.import(PEOPLE);
    const record = await done({ do: "set_do_not_touch", value: true }, matching("city=Rome"));
    expect(await values("do_not_touch")).toEqual([null, "yes", "yes"]);
    const lowered = await ask({ do: "set_do_not_touch", value: false });
    expect(lowered).toMatchObject({ refusal: { code: "bulk_change_invalid" } });
    accepted(await undo(record));
    expect(await values("do_not_touch")).toEqual([null, null, null]);
  });

  test("is refused for nobody, for who is no member, for no tag, and for what is no contact's id", async () => {
    await world.import(PEOPLE);
    const refused = async (change: BulkChange, choice?: SaidChoice) => {
      const answer = await ask(change, choice);
      return answer.ok ? "accepted" : answer.refusal.code;
    };
    expect(await refused({ do: "delete" }, { contacts: [] })).toBe("bulk_change_invalid");
    expect(await refused({ do: "delete" }, { contacts: ["nobody"] })).toBe("contact_unknown");
    expect(await refused({ do: "delete" }, { contacts: ["con_0000000000"] })).toBe("contact_unknown");
    expect(await refused({ do: "delete" }, matching("nosuch=1"))).toBe("field_unknown");
    expect(await refused({ do: "set_owner", owner: "ann@x.test" })).toBe("bulk_change_invalid");
    expect(await refused({ do: "add_tags", tags: [] })).toBe("bulk_change_invalid");
    expect(await refused({ do: "add_tags", tags: [" "] })).toBe("tag_invalid");
    const unknown = await findBulkChange(world.ports, world.workspace, "blk_0000000000");
    expect(unknown).toMatchObject({ refusal: { code: "bulk_change_unknown" } });
    expect(await world.contacts()).toHaveLength(3);
  });

  test("stands in the contact's history, and is where its values come from", async () => {
    const record = await world.import(PEOPLE);
    const origin = async () => (await card("ann@x.test")).values.find(({ key }) => key === "tags");
    expect((await origin())?.origin).toMatchObject({ import: record.id });
    const bulk = await done(addVip);
    const id = encodeId("blk", world.workspace.idKey, bulk.number);
    expect(await origin()).toMatchObject({ origin: null, byHand: { bulkChange: id, by: "olga" } });
    expect((await card("ann@x.test")).bulkChanges).toMatchObject([
      { bulkChange: id, by: "olga", do: "add_tags", changes: { tags: ['["vip"]', '["vip","spring"]'] }, undone: null },
    ]);
    accepted(await undo(bulk));
    expect((await origin())?.byHand).toBeUndefined();
    expect((await origin())?.origin).toMatchObject({ import: record.id });
    expect((await card("ann@x.test")).bulkChanges).toMatchObject([{ undone: { by: "olga", result: "restored" } }]);
  });

  test("keeps a contact from going with the import that made it, like any other edit (C-U1)", async () => {
    const record = await world.import(PEOPLE);
    await done({ do: "add_tags", tags: ["mine"] }, matching("email=ann@x.test"));
    await world.undo(record);
    expect(await values("email")).toEqual(["ann@x.test"]);
  });
});

describe("contacts that a bulk change deletes", () => {
  test("are found by no search and no import, and come back with all that hung on them", async () => {
    await world.import("Pipeline name,Stage name\nSales,New\n", { object: "stage" });
    await world.import(PEOPLE);
    await world.import("Email,Opportunity name,Pipeline,Stage\nann@x.test,Robots,Sales,New\n", {
      withOpportunities: true,
    });
    const before = await workspaceState(world);
    const ofDeals = async () =>
      (
        await world.ports.store.opportunities.list(world.workspace.number, {
          ...{ search: null, filters: [], contact: null, after: 0, limit: 10 },
        })
      ).map((deal) => deal.values.get("contact") ?? null);
    const dealsBefore = await ofDeals();
    const record = await done({ do: "delete" });
    expect(record).toMatchObject({ state: "done", changed: 3 });
    expect(await world.contacts()).toEqual([]);
    expect(await world.ports.store.contacts.count(world.workspace.number)).toBe(0);
    expect(await ofDeals()).toEqual([null]);
    expect(accepted(await undo(record)).undo?.tally.restored).toBe(3);
    expect(await workspaceState(world)).toEqual(before);
    expect(await ofDeals()).toEqual(dealsBefore);
    expect(await world.ports.store.contacts.count(world.workspace.number)).toBe(3);
    const again = await world.import(PEOPLE);
    expect(again.progress?.tally.outcomes).toMatchObject({ created: 0, unchanged: 3 });
  });

  test("come back without their account where it is gone, and beside whoever was made meanwhile", async () => {
    const record = await world.import(PEOPLE);
    const bulk = await done({ do: "delete" }, matching("email=ann@x.test"));
    await world.undo(record);
    expect(await world.contacts()).toEqual([]);
    accepted(await undo(bulk));
    const ann = await named("ann@x.test");
    expect([ann?.account, ann?.values.get("city")]).toEqual([null, "Oslo"]);
    expect((await card("ann@x.test")).bulkChanges).toMatchObject([{ changes: null, undone: { result: "restored" } }]);
  });

  test("are forgotten after a time, and are erased like anybody once they are back", async () => {
    await world.import(PEOPLE);
    const bulk = await done({ do: "delete" }, matching("email=ann@x.test"));
    const number = (await world.ports.store.bulkChanges.deletedBy(world.workspace.number, [1])).size;
    expect(number).toBe(1);
    const plan = await planErasure(world.ports, world.workspace, [1]);
    expect(plan).toMatchObject({ refusal: { code: "contact_unknown" } });
    accepted(await undo(bulk));
    const erased = accepted(await planErasure(world.ports, world.workspace, [1]));
    accepted(await erasePeople(world.ports, world.workspace, { plan: erased, by: "ops" }));
    expect(await world.ports.store.bulkChanges.ofContact(world.workspace.number, 1)).toEqual([]);

    const other = await done({ do: "delete" }, matching("email=bob@x.test"));
    const later = { ...world.ports, now: () => world.ports.now() + DELETED_KEPT_MS };
    await applyRetention(later, world.workspace);
    const expired = accepted(
      await findBulkChange(world.ports, world.workspace, encodeId("blk", world.workspace.idKey, other.number)),
    );
    expect(await undo(expired)).toMatchObject({ refusal: { code: "bulk_change_expired" } });
    expect((await world.ports.store.bulkChanges.deletedBy(world.workspace.number, [2])).size).toBe(0);
  });
});

describe("a bulk change of many contacts", () => {
  const many = BULK_AT_ONCE * (BULK_STEPS_ASKED + 1) + 7;
  const file = (): string =>
    `Email,City\n${Array.from({ length: many }, (_, at) => `p${at}@x.test,Rome`).join("\n")}\n`;

  test("goes on in the background, batch by batch, and so does its undo; what was made later is not meant", async () => {
    await world.import(file());
    const record = await done({ do: "add_tags", tags: ["rome"] }, matching("tags!=rome"));
    expect(record).toMatchObject({ state: "running", changed: BULK_AT_ONCE * BULK_STEPS_ASKED });
    await world.import("Email,City\nlate@x.test,Rome\n");
    await work();
    const get = () => world.ports.store.bulkChanges.get(world.workspace.number, record.number);
    expect(await get()).toMatchObject({ state: "done", changed: many, unchanged: 0, choice: null });
    expect((await named("late@x.test"))?.values.get("tags")).toBeUndefined();
    expect(accepted(await undo((await get())!))).toMatchObject({ state: "undoing" });
    await work();
    expect(await get()).toMatchObject({ state: "undone", undo: { tally: { restored: many } } });
    expect((await values("tags")).filter((tags) => tags !== null)).toEqual([]);
  });

  test("undone half way ends where it is and takes back what it did", async () => {
    await world.import(file());
    const record = await done({ do: "delete" });
    expect(await world.contacts()).toHaveLength(BULK_AT_ONCE + 7);
    accepted(await undo(record));
    await work();
    expect(await world.contacts()).toHaveLength(many);
    expect(await advanceOldest(world.ports, world.workspace)).toBe("none");
  });

  test("waits while an import is at work, and is refused where one was interrupted", async () => {
    await world.import(PEOPLE);
    const planned = await world.plan("Email\nnew@x.test\n");
    const running = await world.ports.store.imports.patch(planned, { state: "running" });
    const record = await done(addVip);
    expect(record).toMatchObject({ state: "running", changed: 0 });
    await work();
    expect(await values("tags")).toEqual(['["vip"]', '["vip","old"]', null]);
    const interrupted = await world.ports.store.imports.patch(running!, { state: "interrupted" });
    expect(await ask(addVip)).toMatchObject({ refusal: { code: "import_at_work" } });
    await world.ports.store.imports.patch(interrupted!, { state: "cancelled" });
    await work();
    expect(await values("tags")).toEqual(['["vip","spring"]', '["vip","old","spring"]', '["vip","spring"]']);
  });

  test("of two workers at the same batch one does it, and the other one sees that it is done", async () => {
    await world.import(PEOPLE);
    const { store } = world.ports;
    const record = await store.bulkChanges.open(world.workspace.number, {
      ...{ at: 1, by: "ann", change: addVip, newTags: [], choice: { kind: "named", contacts: [1, 2, 3] } },
    });
    const page = { numbers: [1, 2, 3], seenTo: 3, isLast: true };
    const step = () => store.bulkChanges.advance(world.workspace.number, { record, page, at: 2 }, () => ({}));
    expect(await Promise.all([step(), step()])).toEqual(["moved", "passed"]);
  });
});
