/** Merging in a workspace: what stands in it afterwards, what comes back, and how imports and merges are undone in either order. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { dismissDuplicate } from "../../src/app/duplicates/dismiss-duplicate.ts";
import { findDuplicates } from "../../src/app/duplicates/find-duplicates.ts";
import { findMerge, mergeContacts, planMerge, undoMerge } from "../../src/app/duplicates/merge-contacts.ts";
import type { ContactRow } from "../../src/app/ports.ts";
import { contactCard } from "../../src/app/view/contact-card.ts";
import { changeMember } from "../../src/app/workspace/change-members.ts";
import type { Actor } from "../../src/core/member/actor.ts";
import { encodeId } from "../../src/core/public-id.ts";
import { addMembers } from "../support/members.ts";
import { accepted, type TestWorkspace, testWorkspace } from "../support/workspace.ts";
import { workspaceState } from "./workspace-state.ts";

const ACTOR: Actor = { kind: "operator", name: "olga" };
const FIRST = "Name,Email,Phone,Company,Main contact,Tags\nAnn Lee,ann@harbor.example,+14155550100,Harbor,yes,vip\n";
const SECOND = "Name,Email,Phone,Company,City,Tags\nAnn Lee,ann.lee@harbor.example,+14155550101,Harbor,Oakland,cold\n";

let world: TestWorkspace;
beforeEach(async () => {
  world = await testWorkspace();
});
afterEach(() => world.close());

const idOf = ({ number }: Pick<ContactRow, "number">): string => encodeId("con", world.workspace.idKey, number);
const named = async (email: string): Promise<ContactRow> => {
  const found = (await world.contacts()).find(({ values }) => values.get("email") === email);
  if (!found) throw new Error(`no contact ${email}`);
  return found;
};
const merge = async (kept: string, ...others: readonly string[]) => {
  const ids = await Promise.all([kept, ...others].map(async (email) => idOf(await named(email))));
  const plan = accepted(await planMerge(world.ports, world.workspace, { ids, take: [] }));
  return accepted(await mergeContacts(world.ports, world.workspace, { plan, actor: ACTOR }));
};
const part = async (merge: Awaited<ReturnType<typeof findMerge>>) =>
  undoMerge(world.ports, world.workspace, { merge: accepted(merge), actor: ACTOR });
const latest = () => findMerge(world.ports, world.workspace, "latest");
const emails = async () => (await world.contacts()).map(({ values }) => values.get("email"));

describe("a merge (C-H6)", () => {
  test("leaves one contact with all keys of both, and undone leaves no trace of itself", async () => {
    await world.import(FIRST);
    await world.import(SECOND);
    const before = await workspaceState(world);
    await merge("ann.lee@harbor.example", "ann@harbor.example");
    const [only] = await world.contacts();
    expect(await world.contacts()).toHaveLength(1);
    expect(Object.fromEntries(only?.values ?? [])).toMatchObject({
      email: "ann.lee@harbor.example",
      additional_emails: '["ann@harbor.example"]',
      additional_phones: '["+14155550100"]',
      main_contact: "yes",
      tags: '["cold","vip"]',
    });
    const again = await world.import("Email,Job title\nann@harbor.example,Buyer\n");
    expect((await world.lines(again))[0]).toMatchObject({ outcome: "updated", contact: only?.number });
    await world.undo(again);
    expect(accepted(await part(await latest())).decision).toMatchObject({ keptFields: [], keptIsGone: false });
    const after = await workspaceState(world);
    expect(after.keys).toEqual(before.keys);
    expect(after.accounts).toEqual(before.accounts);
    const timeless = ({ contacts }: typeof before) => contacts.map((contact) => ({ ...contact, updated_at: 0 }));
    expect(timeless(after)).toEqual(timeless(before));
  });

  test("gives the opportunities of the other contact to the one that is kept, and back (C-H6)", async () => {
    await world.import("Pipeline name,Stage name\nSales,New\n", { object: "stage" });
    await world.import("Email,Opportunity name,Pipeline,Stage\nann@harbor.example,Robots,Sales,New\n", {
      withOpportunities: true,
    });
    await world.import("Email,Name\nann.lee@harbor.example,Ann Lee\n");
    const ofContact = async (): Promise<readonly (string | undefined)[]> => {
      const query = { search: null, filters: [], contact: null, after: 0, limit: 10 };
      const found = await world.ports.store.opportunities.list(world.workspace.number, query);
      return found.map(({ values }) => values.get("contact"));
    };
    const [ann, lee] = [await named("ann@harbor.example"), await named("ann.lee@harbor.example")];
    expect(await ofContact()).toEqual([String(ann.number)]);
    await merge("ann.lee@harbor.example", "ann@harbor.example");
    expect(await ofContact()).toEqual([String(lee.number)]);
    const again = "Email,Opportunity name,Pipeline,Stage\nann@harbor.example,Robots,Sales,New\n";
    const record = await world.import(again, { withOpportunities: true });
    expect(record.progress?.tally.outcomes).toMatchObject({ created: 0, unchanged: 1 });
    accepted(await part(await latest()));
    expect(await ofContact()).toEqual([String(ann.number)]);
  });

  test("undone puts the very rows back where nothing was changed since", async () => {
    await world.import(FIRST);
    await world.import(SECOND);
    const before = await workspaceState(world);
    await merge("ann@harbor.example", "ann.lee@harbor.example");
    accepted(await part(await latest()));
    expect(await workspaceState(world)).toEqual(before);
    expect(await part(await latest())).toMatchObject({ refusal: { code: "merge_undone" } });
  });

  test("undone names owners and followers by the addresses that they have by then (C-H6)", async () => {
    await addMembers(world, "Ann Smith <ann@x.test>", "Bob Ray <bob@x.test>");
    await world.import('Email,Owner,Followers\na@x.test,,\nb@x.test,ann@x.test,"bob@x.test, ann@x.test"\n');
    await merge("a@x.test", "b@x.test");
    const hand = { ports: world.ports, workspace: world.workspace, actor: ACTOR };
    accepted(await changeMember(hand, "ann@x.test", { email: "ann@y.test" }));
    expect(accepted(await part(await latest())).decision.keptFields).toEqual([]);
    const [kept, other] = [await named("a@x.test"), await named("b@x.test")];
    expect([kept.values.get("owner"), kept.values.get("followers")]).toEqual([undefined, undefined]);
    expect(other.values.get("owner")).toBe("ann@y.test");
    expect(other.values.get("followers")).toBe('["bob@x.test","ann@y.test"]');
  });

  test("undone keeps what was changed since, and says so", async () => {
    await world.import(FIRST);
    await world.import(SECOND);
    await merge("ann@harbor.example", "ann.lee@harbor.example");
    await world.import("Email,City,Tags\nann@harbor.example,Berlin,new\n");
    expect(accepted(await part(await latest())).decision.keptFields).toEqual(["city"]);
    expect((await named("ann@harbor.example")).values.get("city")).toBe("Berlin");
    expect((await named("ann@harbor.example")).values.get("tags")).toBe('["vip","new"]');
    expect((await named("ann.lee@harbor.example")).values.get("city")).toBe("Oakland");
  });

  test("is in the history of the contact that was kept, with the histories of the others", async () => {
    await world.import(FIRST);
    const second = await world.import(SECOND);
    await merge("ann@harbor.example", "ann.lee@harbor.example");
    const card = await contactCard(world.ports, world.workspace, await named("ann@harbor.example"));
    expect(card.merges).toMatchObject([
      { by: "olga", others: [{ history: [{ kind: "created", import: second.id }] }] },
    ]);
    expect(card.values.find(({ key }) => key === "city")?.origin).toMatchObject({ import: second.id, column: "City" });
    expect(card.values.find(({ key }) => key === "tags")?.origin).toBeNull();
  });

  test("is refused for contacts that are not there, one that is named twice, and contacts that have changed", async () => {
    await world.import(FIRST);
    await world.import(SECOND);
    const ids = [idOf(await named("ann@harbor.example")), idOf(await named("ann.lee@harbor.example"))];
    const say = (given: readonly string[], take: readonly string[] = []) =>
      planMerge(world.ports, world.workspace, { ids: given, take });
    expect(await say([ids[0] ?? "", ids[0] ?? ""])).toMatchObject({ refusal: { code: "merge_invalid" } });
    expect(await say(["con_nobody", ids[0] ?? ""])).toMatchObject({ refusal: { code: "contact_unknown" } });
    expect(await say(ids, ["do_not_touch=".concat(ids[1] ?? "")])).toMatchObject({
      refusal: { code: "merge_invalid" },
    });
    expect(await say(ids, [`birthday=${ids[1]}`])).toMatchObject({ refusal: { code: "merge_invalid" } });
    const plan = accepted(await say(ids));
    await world.import("Email,City\nann.lee@harbor.example,Rome\n");
    const merged = await mergeContacts(world.ports, world.workspace, { plan, actor: ACTOR });
    expect(merged).toMatchObject({ refusal: { code: "contacts_changed" } });
    expect(await world.contacts()).toHaveLength(2);
  });

  test("of a contact that a later merge took away is undone only after that one", async () => {
    await world.import(FIRST);
    await world.import(SECOND);
    await world.import("Name,Email\nAnn Lee,a.lee@gmail.com\n");
    const before = await workspaceState(world);
    const first = await merge("ann@harbor.example", "ann.lee@harbor.example");
    await merge("a.lee@gmail.com", "ann@harbor.example");
    const firstId = encodeId("mrg", world.workspace.idKey, first.number);
    const early = await part(await findMerge(world.ports, world.workspace, firstId));
    expect(early).toMatchObject({ refusal: { code: "merge_covered" } });
    accepted(await part(await latest()));
    accepted(await part(await findMerge(world.ports, world.workspace, firstId)));
    expect(await workspaceState(world)).toEqual(before);
  });
});

describe("an import that is undone after a merge (C-H6, C-U1)", () => {
  test("reports a contact that was merged away, and takes it back once the merge is undone", async () => {
    await world.import(FIRST);
    const second = await world.import(SECOND);
    await merge("ann@harbor.example", "ann.lee@harbor.example");
    const undone = await world.undo(second);
    expect(undone.undo?.tally).toMatchObject({ deleted: 0, gone: 0, merged: 1 });
    expect((await named("ann@harbor.example")).values.get("city")).toBe("Oakland");
    accepted(await part(await latest()));
    expect(await emails()).toEqual(["ann@harbor.example", "ann.lee@harbor.example"]);
    expect((await world.undo(second)).undo?.tally).toMatchObject({ deleted: 1 });
    expect(await emails()).toEqual(["ann@harbor.example"]);
  });

  test("does not take an opportunity that is gone for the merged contact of the same number", async () => {
    await world.import("pipeline_name,stage_name\nSales,New\n", { object: "stage" });
    const file = (value: string): string =>
      `Email,First name,Opportunity name,Lead value\nann@harbor.example,Ann,Shop,1\nann.lee@harbor.example,Ann,Deal,${value}\n`;
    const first = await world.import(file("1"), { withOpportunities: true });
    const second = await world.import(file("2"), { withOpportunities: true });
    await merge("ann@harbor.example", "ann.lee@harbor.example");
    const line = await world.undo(first, { only: 3, includeEdited: true });
    expect(line.undo?.tally).toMatchObject({ deleted: 1, merged: 1 });
    expect((await world.undo(second)).undo?.tally).toMatchObject({ gone: 1, merged: 0 });
  });

  test("keeps a contact that it made and that others were merged into, unless asked otherwise", async () => {
    const first = await world.import(FIRST);
    await world.import(SECOND);
    await merge("ann@harbor.example", "ann.lee@harbor.example");
    expect((await world.undo(first)).undo?.tally).toMatchObject({ deleted: 0, kept: 1 });
    expect(await world.contacts()).toHaveLength(1);
    await world.undo(first, { includeEdited: true });
    expect(await world.contacts()).toEqual([]);
    expect(accepted(await part(await latest())).decision).toMatchObject({ keptIsGone: true });
    expect(await emails()).toEqual(["ann.lee@harbor.example"]);
  });

  test("a row that is known by its line alone finds the contact that its own was merged into", async () => {
    const rows = "Name,Company\nAnn Lee,Harbor\nLee Ann,Harbor\n";
    await world.import(rows);
    const [one, other] = await world.contacts();
    const ids = [one, other].map((contact) => (contact ? idOf(contact) : ""));
    const plan = accepted(await planMerge(world.ports, world.workspace, { ids, take: [] }));
    accepted(await mergeContacts(world.ports, world.workspace, { plan, actor: ACTOR }));
    await world.import(rows);
    expect(await world.contacts()).toHaveLength(1);
  });
});

describe("the search for possible duplicates (C-H6)", () => {
  const search = { of: null, minScore: 0.7, limit: 10 };

  test("finds pairs of the workspace, of one import, and none that were called two people", async () => {
    await world.import(FIRST);
    await world.import(SECOND);
    const third = await world.import("Name,Email\nBo Chan,bo@chan.example\n");
    const { pairs, total } = await findDuplicates(world.ports, world.workspace, search);
    expect(total).toBe(1);
    expect(pairs[0]?.reasons.join("; ")).toContain("phones differ by a digit");
    expect((await findDuplicates(world.ports, world.workspace, { ...search, of: third.ref })).total).toBe(0);
    const ids = [idOf(await named("ann.lee@harbor.example")), idOf(await named("ann@harbor.example"))] as const;
    accepted(await dismissDuplicate(world.ports, world.workspace, { ids, actor: ACTOR, isRecall: false }));
    expect((await findDuplicates(world.ports, world.workspace, search)).total).toBe(0);
    accepted(await dismissDuplicate(world.ports, world.workspace, { ids, actor: ACTOR, isRecall: true }));
    expect((await findDuplicates(world.ports, world.workspace, search)).total).toBe(1);
  });

  test("compares the contacts of an import with all others, and says what it left out", async () => {
    const many = Array.from({ length: 60 }, (_, at) => `Ann Lee,p${at}x@a${at}y.example`).join("\n");
    await world.import(`Name,Email\n${many}\nBo Chan,bo@chan.example\n`);
    const second = await world.import("Name,Phone\nBo Chan,+14155550101\nBo Chan,+14155550102\n");
    const report = await findDuplicates(world.ports, world.workspace, { ...search, of: second.ref });
    expect(report.total).toBe(1);
    const all = await findDuplicates(world.ports, world.workspace, search);
    expect(all.leftOut).toContainEqual({ kind: "n", blocks: 1, contacts: 60 });
  });
});
