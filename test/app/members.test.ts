/** Members in imports: owners and followers, who overrides, who acts, and what becomes of a contact's owner. */
import { describe, expect, test } from "vitest";
import { undoImport } from "../../src/app/import/undoing/undo-import.ts";
import { contactCard } from "../../src/app/view/contact-card.ts";
import { findContact } from "../../src/app/view/find-by-id.ts";
import { addMember, adoptContacts, changeMember, removeMember } from "../../src/app/workspace/change-members.ts";
import { changePolicy } from "../../src/app/workspace/change-policy.ts";
import { problemMessage } from "../../src/core/problem/render-problem.ts";
import { changesOf, counts, idOf, people, set, told, workspaces } from "../scenario/story.ts";
import { acting, addMembers } from "../support/members.ts";
import { accepted, type TestWorkspace } from "../support/workspace.ts";

const open = workspaces();
const OPERATOR = { kind: "operator", name: "root" } as const;
const hand = ({ ports, workspace }: TestWorkspace) => ({ ports, workspace, actor: OPERATOR });
const HEADER = "Email,Owner,Followers";

async function messages(workspace: TestWorkspace, record: Parameters<TestWorkspace["lines"]>[0]) {
  const lines = await workspace.lines(record);
  return lines.flatMap(({ problems }) => problems.map((problem) => problemMessage(problem, { contact: String })));
}

describe("owners and followers in a file", () => {
  test("are kept as they are written where the workspace has no members (C-E8)", async () => {
    const workspace = await open();
    await workspace.import(`${HEADER}\na@x.test,Logan Paul,"Adam Smith, b@x.test"\n`);
    expect(await people(workspace, "owner", "followers")).toEqual(["Logan Paul | Adam Smith, b@x.test"]);
  });

  test.for([false, true])(
    "are members by name or address; the rest of the row goes in (C-E8; in a thread: %s)",
    async (thread) => {
      const workspace = await open({ thread, batchRows: 2 });
      await addMembers(
        workspace,
        "Logan Paul <logan@x.test>",
        "Adam Smith <adam@x.test>",
        "Adam  smith <a.smith@x.test>",
      );
      const record = await workspace.import(`${HEADER},City
a@x.test,LOGAN  paul,"Logan Paul; a.smith@x.test, logan@x.test",Rome
b@x.test,Logan Pual,"logan@x.test, Nobody, None",Oslo
c@x.test,Adam Smith,,Bergen
d@x.test,Adam Smith <ADAM@x.test>,"Adam Smith",Turku
e@x.test,,,Lund
`);
      expect(await told(workspace, record)).toEqual([
        "2 created",
        "3 created: owner_not_found (Owner); owner_not_found (Followers)",
        "4 created: owner_ambiguous (Owner)",
        "5 created: owner_ambiguous (Followers)",
        "6 created",
      ]);
      expect(await messages(workspace, record)).toEqual([
        "Owner not found: no member has the name or email address “Logan Pual”.",
        "Owner not found: no member has the name or email address “Nobody” or “None”.",
        "Several members have this name: “Adam Smith” may be a.smith@x.test or adam@x.test.",
        "Several members have this name: “Adam Smith” may be a.smith@x.test or adam@x.test.",
      ]);
      expect(await people(workspace, "owner", "followers", "city")).toEqual([
        "logan@x.test | logan@x.test, a.smith@x.test | Rome",
        "- | - | Oslo",
        "- | - | Bergen",
        "adam@x.test | - | Turku",
        "- | - | Lund",
      ]);
      expect(counts(await workspace.import(`${HEADER}\na@x.test,Logan Paul,\n`))).toBe("1 unchanged");
      expect(record.settings).not.toHaveProperty("members");
    },
  );

  test("are looked up by address alone where the policy says so (C-E8)", async () => {
    const workspace = await open({ policy: { owner: "email" } });
    await addMembers(workspace, "Logan Paul <logan@x.test>");
    const record = await workspace.import(`${HEADER}\na@x.test,Logan Paul,logan@X.test\n`);
    expect(await messages(workspace, record)).toEqual([
      "Owner not found: no member has the email address “Logan Paul”.",
    ]);
    expect(await people(workspace, "owner", "followers")).toEqual(["- | logan@x.test"]);
  });

  test("of 10,000 names in one cell only a few are said", async () => {
    const workspace = await open();
    await addMembers(workspace, "Logan Paul <logan@x.test>");
    const names = Array.from({ length: 10_000 }, (_, at) => `Nobody ${at}`).join(";");
    const [line] = await workspace.lines(await workspace.import(`${HEADER}\na@x.test,,"${names}"\n`));
    expect(line?.problems[0]?.params?.names).toHaveLength(10);
  });
});

describe("the owner of an import", () => {
  test("must be a member where there are any, by address or name (C-E8)", async () => {
    const workspace = await open();
    await addMembers(workspace, "Logan Paul <logan@x.test>");
    const file = "Email\na@x.test\n";
    expect(await workspace.refusal(file, { owner: "nobody@x.test" })).toMatchObject({ code: "member_unknown" });
    expect(await workspace.refusal(file, { map: ['"Nobody"=owner'] })).toMatchObject({ code: "member_unknown" });
    await workspace.import(file, { owner: "Logan Paul" });
    await workspace.import("Email\nb@x.test\n", { map: ['"LOGAN PAUL"=owner'] });
    expect(await people(workspace, "owner")).toEqual(["logan@x.test", "logan@x.test"]);
  });

  test("is the member who imports, where owners are overridden and a line names none (C-I5)", async () => {
    const workspace = await open();
    const [ann] = await addMembers(workspace, "Ann Smith <ann@x.test>", "Bob Ray <bob@x.test>");
    await workspace.import("Email,Owner\na@x.test,Bob Ray\nb@x.test,Bob Ray\n");
    const file = "Email,Owner\na@x.test,\nb@x.test,Nobody\n";
    expect(counts(await workspace.import(file, acting(ann!)))).toBe("2 unchanged");
    const record = await workspace.import(file, { ...acting(ann!), ...set("overrideOwners=yes") });
    expect(await changesOf(workspace, record, 2)).toEqual({ owner: "bob@x.test -> ann@x.test" });
    expect(await people(workspace, "owner")).toEqual(["ann@x.test", "bob@x.test"]);
    expect(record.settings).toMatchObject({ by: "ann@x.test", owner: "ann@x.test" });
  });

  test("stays where the operator of the machine overrides, who is no member (C-I5)", async () => {
    const workspace = await open();
    await addMembers(workspace, "Bob Ray <bob@x.test>");
    await workspace.import("Email,Owner\na@x.test,Bob Ray\n");
    const record = await workspace.import("Email,Owner\na@x.test,\n", set("overrideOwners=yes"));
    expect(counts(record)).toBe("1 unchanged");
  });
});

describe("a member's changes", () => {
  test("of the address: contacts follow, files with the old one are understood, and undo sees through it (C-U2)", async () => {
    const workspace = await open();
    await addMembers(workspace, "Ann Smith <ann@x.test>", "Bob Ray <bob@x.test>");
    await workspace.import(`${HEADER}\na@x.test,Ann Smith,Ann Smith\n`);
    const record = await workspace.import(
      `${HEADER}\na@x.test,Bob Ray,"Bob Ray, Ann Smith"\n`,
      set("overrideOwners=yes"),
    );
    for (const [from, to] of [
      ["ann@x.test", "ann.jones@x.test"],
      ["bob@x.test", "b.ray@x.test"],
    ] as const)
      accepted(await changeMember(hand(workspace), from, { email: to }));
    expect(await people(workspace, "owner", "followers")).toEqual(["b.ray@x.test | b.ray@x.test, ann.jones@x.test"]);
    expect(counts(await workspace.import("Email,Owner\na@x.test,bob@x.test\n"))).toBe("1 unchanged");
    const contact = accepted(await findContact(workspace.ports, workspace.workspace, idOf(workspace, 1)));
    const card = await contactCard(workspace.ports, workspace.workspace, contact);
    expect(card.values.find(({ key }) => key === "owner")?.origin).toMatchObject({ import: record.id, raw: "Bob Ray" });
    const undone = await workspace.undo(record);
    expect(undone.undo?.tally).toMatchObject({ restored: 1, kept: 0, partly: 0 });
    expect(await people(workspace, "owner", "followers")).toEqual(["ann.jones@x.test | ann.jones@x.test"]);
  });

  test("to a removed one: contacts keep the owner or are given on, and the file may not name them", async () => {
    const workspace = await open();
    await addMembers(workspace, "Ann Smith <ann@x.test>", "Bob Ray <bob@x.test>");
    await workspace.import(`${HEADER}\na@x.test,Ann Smith,Bob Ray\n`);
    const kept = accepted(await removeMember(hand(workspace), "ann@x.test", null));
    expect(kept).toMatchObject({ contacts: 1, givenTo: null, member: { email: "ann@x.test" } });
    expect(await told(workspace, await workspace.import(`${HEADER}\na@x.test,ann@x.test,\n`))).toEqual([
      "2 unchanged: owner_not_found (Owner)",
    ]);
    const back = accepted(await addMember(hand(workspace), { email: "ANN@x.test", name: "Ann Jones" }));
    expect(back).toMatchObject({ number: kept.member.number, name: "Ann Jones", removedAt: null });
    const given = accepted(await removeMember(hand(workspace), "Ann Jones", "bob@x.test"));
    expect(given).toMatchObject({ contacts: 1, givenTo: { email: "bob@x.test" } });
    expect(await people(workspace, "owner", "followers")).toEqual(["bob@x.test | bob@x.test"]);
  });

  test("to one with opportunities: they follow a changed address, a hand-over and an adoption (C-E8)", async () => {
    const workspace = await open();
    await addMembers(workspace, "Ann Smith <ann@x.test>", "Bob Ray <bob@x.test>");
    await workspace.import("Pipeline name,Stage name\nSales,New\n", { object: "stage" });
    const header = "Opportunity name,Pipeline,Stage,Owner";
    const record = await workspace.import(`${header}\nRobots,Sales,New,ann@x.test\n`, { object: "opportunity" });
    const owners = async () => {
      const everything = { search: null, filters: [], contact: null, after: 0, limit: 9 };
      const found = await workspace.ports.store.opportunities.list(workspace.workspace.number, everything);
      return found.map(({ values }) => values.get("owner"));
    };
    accepted(await changeMember(hand(workspace), "ann@x.test", { email: "ann@y.test" }));
    expect(await owners()).toEqual(["ann@y.test"]);
    const kept = accepted(await removeMember(hand(workspace), "ann@y.test", null));
    expect(kept).toMatchObject({ contacts: 0, opportunities: 1 });
    const adopted = accepted(await adoptContacts(hand(workspace), "ann@y.test", "bob@x.test"));
    expect(adopted).toMatchObject({ contacts: 0, opportunities: 1 });
    await addMembers(workspace, "Cy Orr <cy@x.test>");
    const given = accepted(await removeMember(hand(workspace), "bob@x.test", "cy@x.test"));
    expect(given).toMatchObject({ contacts: 0, opportunities: 1, givenTo: { email: "cy@x.test" } });
    expect(await owners()).toEqual(["cy@x.test"]);
    expect(counts(record)).toBe("1 created");
  });

  test("to who was a mere name before there were members: adopted contacts are undone as if nothing had happened (C-E8, C-U2)", async () => {
    const workspace = await open();
    const record = await workspace.import(`${HEADER}\na@x.test,Ann Smith,"Bob Ray, Ann Smith"\nb@x.test,Bob Ray,\n`);
    await addMembers(workspace, "Ann Smith <ann@x.test>", "Bob Ray <bob@x.test>");
    const ann = accepted(await adoptContacts(hand(workspace), " Ann  Smith", "ann@x.test"));
    expect(ann).toMatchObject({ contacts: 1, member: { email: "ann@x.test", formerEmails: ["Ann Smith"] } });
    accepted(await adoptContacts(hand(workspace), "Bob Ray", "Bob Ray"));
    expect(await people(workspace, "owner", "followers")).toEqual([
      "ann@x.test | bob@x.test, ann@x.test",
      "bob@x.test | -",
    ]);
    expect(await adoptContacts(hand(workspace), "BOB@x.test", "ann@x.test")).toMatchObject({
      refusal: { code: "member_invalid" },
    });
    await workspace.undo(record);
    expect(await people(workspace, "owner")).toEqual([]);
  });

  test.for([
    { email: "no address", code: "member_invalid" },
    { email: "a@x.test", name: " ", code: "member_invalid" },
    { email: "a@x.test", name: "x".repeat(201), code: "member_invalid" },
    { email: "a@x.test", role: "boss", code: "member_invalid" },
    { email: "ann@X.test", code: "member_exists" },
  ])("that cannot be are refused: $code for $email $name $role", async ({ code, ...texts }) => {
    const workspace = await open();
    await addMembers(workspace, "Ann Smith <ann@x.test>");
    expect(await addMember(hand(workspace), texts)).toMatchObject({ refusal: { code } });
  });

  test("may not take the last admin away, unless the operator does it (C-M1)", async () => {
    const workspace = await open();
    const [ann] = await addMembers(workspace, "Ann Smith <ann@x.test> admin", "Bob Ray <bob@x.test>");
    const anns = { ...hand(workspace), ...acting(ann!) };
    expect(await removeMember(anns, "ann@x.test", null)).toMatchObject({ refusal: { code: "member_last_admin" } });
    const lower = await changeMember(anns, "ann@x.test", { role: "editor" });
    expect(lower).toMatchObject({ refusal: { code: "member_last_admin" } });
    accepted(await changeMember(anns, "ann@x.test", { name: "Ann Jones" }));
    accepted(await changeMember(anns, "bob@x.test", { role: "admin" }));
    accepted(await removeMember(anns, "ann@x.test", null));
    accepted(await removeMember(hand(workspace), "bob@x.test", null));
  });
});

describe("who may import", () => {
  const FILE = "Email\na@x.test\n";

  test("is no viewer, and no former member (C-M1)", async () => {
    const workspace = await open();
    const [vic] = await addMembers(workspace, "Vic Low <vic@x.test> viewer");
    expect(await workspace.refusal(FILE, acting(vic!))).toMatchObject({ code: "permission_denied" });
    const gone = acting({ ...vic!, role: "admin", removedAt: 5 });
    expect(await workspace.refusal(FILE, gone)).toMatchObject({ code: "permission_denied" });
    expect(await workspace.ports.store.imports.list(workspace.workspace.number, { limit: 9, before: null })).toEqual(
      [],
    );
  });

  test("cannot be got round by what is said for one import, nor by another preset (C-M1, C-M2, C-M3)", async () => {
    const workspace = await open({ policy: { minRole: "admin", disclaimer: true } });
    const [ed, ann] = await addMembers(workspace, "Ed Ito <ed@x.test>", "Ann Smith <ann@x.test> admin");
    for (const said of [set("minRole=editor"), { preset: "muster" }])
      expect(await workspace.refusal(FILE, { ...acting(ed!), ...said })).toMatchObject({ code: "permission_denied" });
    expect(await workspace.refusal(FILE, { ...acting(ann!), preset: "muster" })).toMatchObject({
      code: "disclaimer_required",
    });
    const admins = await workspace.import(FILE, { ...acting(ann!), ...set("disclaimer=no") });
    expect(admins.settings.disclaimer).toBeUndefined();
    const off = await open({ policy: { enabled: false, disclaimer: true } });
    const [editor] = await addMembers(off, "Ed Ito <ed@x.test>");
    for (const said of ["enabled=yes", "disclaimer=no"])
      expect(await off.refusal(FILE, { ...acting(editor!), ...set(said) })).toMatchObject({
        code: "permission_denied",
      });
    expect(await off.refusal(FILE, { ...acting(editor!), preset: "muster" })).toMatchObject({
      code: "import_disabled",
    });
  });

  test("turning imports on is kept with who and when (C-M2)", async () => {
    const workspace = await open({ policy: { enabled: false } });
    expect(await workspace.refusal(FILE)).toMatchObject({ code: "import_disabled" });
    const { ports } = workspace;
    accepted(
      await changePolicy({ ports, workspace: workspace.workspace, by: "ann@x.test" }, { set: { enabled: "yes" } }),
    );
    expect(await ports.store.workspaces.policyChanges(workspace.workspace.number)).toEqual([
      { at: expect.any(Number), by: "ann@x.test", changed: [{ key: "enabled", from: "no", to: "yes" }] },
    ]);
  });

  test("who accepted the disclaimer, when, and its words are in the import's record (C-M3)", async () => {
    const workspace = await open({ policy: { disclaimer: true } });
    const [ann] = await addMembers(workspace, "Ann Smith <ann@x.test>");
    const refusal = await workspace.refusal(FILE, acting(ann!));
    const record = await workspace.import(FILE, { ...acting(ann!), disclaimerAccepted: true });
    const { by, at, text } = record.settings.disclaimer ?? { by: "", at: 0, text: "" };
    expect([by, Math.abs(at - record.createdAt) <= 60_000]).toEqual(["ann@x.test", true]);
    expect(refusal.message).toContain(text);
  });

  test("who undid an import is kept with it (C-M1)", async () => {
    const workspace = await open();
    const record = await workspace.import(FILE);
    const request = { only: null, includeEdited: false, by: "ann@x.test" };
    expect(accepted(await undoImport(workspace.ports, record.ref, request)).undo?.by).toBe("ann@x.test");
  });
});
