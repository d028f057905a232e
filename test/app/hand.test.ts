/** Contacts made and changed by hand: what is read, what is refused and why, and what comes back. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findBulkChange, undoBulkChange } from "../../src/app/bulk/bulk-changes.ts";
import { changeContact, createContact } from "../../src/app/hand/write-contact.ts";
import type { HandWritten } from "../../src/app/ports/hand-store.ts";
import { contactCard } from "../../src/app/view/contact-card.ts";
import { addCustomField } from "../../src/app/workspace/custom-fields.ts";
import { openWorkspace } from "../../src/app/workspace/open-workspace.ts";
import type { Actor } from "../../src/core/member/actor.ts";
import type { Policy } from "../../src/core/policy/policy.ts";
import type { Refusal, Result } from "../../src/core/problem/refusal.ts";
import { encodeId } from "../../src/core/public-id.ts";
import { addMembers } from "../support/members.ts";
import { accepted, type TestWorkspace, testWorkspace } from "../support/workspace.ts";

const ACTOR: Actor = { kind: "operator", name: "olga" };
type Said = Readonly<Record<string, string | readonly string[] | null>>;

let world: TestWorkspace;
beforeEach(async () => {
  world = await testWorkspace();
});
afterEach(() => world.close());

/** As the policy is by now. */
const workspace = async () => accepted(await openWorkspace(world.ports, "default"));

async function setPolicy(policy: Partial<Policy>): Promise<void> {
  const { number, preset, policy: before } = await workspace();
  await world.ports.store.workspaces.setPolicy(number, { preset, policy: { ...before, ...policy } });
}

const ask = async (said: Said, more: { readonly allowDuplicate?: boolean } = {}) =>
  createContact(world.ports, await workspace(), { values: new Map(Object.entries(said)), actor: ACTOR, ...more });
const make = async (said: Said) => accepted(await ask(said));

const askChange = async (
  contact: number,
  said: Said,
  more: { readonly allowDuplicate?: boolean; readonly version?: number } = {},
) =>
  changeContact(world.ports, await workspace(), {
    ...{ contact, values: new Map(Object.entries(said)), actor: ACTOR, version: null },
    ...more,
  });
const change = async (contact: number, said: Said) => accepted(await askChange(contact, said));

async function undo({ change: number }: HandWritten) {
  const { idKey } = world.workspace;
  const record = accepted(await findBulkChange(world.ports, world.workspace, encodeId("blk", idKey, number ?? 0)));
  return accepted(await undoBulkChange(world.ports, world.workspace, { record, actor: ACTOR })).undo?.tally;
}

const row = async (number: number) => (await world.contacts()).find((contact) => contact.number === number);
const values = async (number: number) => Object.fromEntries((await row(number))?.values ?? []);
const refusal = (result: Result<unknown>): Refusal => (result.ok ? expect.fail("nothing was refused") : result.refusal);
const wrong = (result: Result<unknown>) => refusal(result).problems?.map(({ field, code }) => [field, code]);
const accounts = async () =>
  (
    await world.ports.store.accounts.list(world.workspace.number, { search: null, filters: [], after: 0, limit: 100 })
  ).map(({ values: held, mainContact, contacts }) => ({ name: held.get("name"), mainContact, contacts }));

describe("a contact that is made by hand", () => {
  test("is read like a line of an import (C-I7)", async () => {
    await addMembers(world, "Ann Smith <smith@x.test>");
    await setPolicy({ defaultCountry: "US" });
    const made = await make({
      full_name: "  Ann   Lee ",
      email: "Ann@EXAMPLE.test",
      phone: "(415) 555-0100",
      birthday: "17 May 1980",
      tags: ["vip", "Smith, John"],
      owner: "Ann Smith",
      notes: "'=1+1",
    });
    expect(await values(made.contact)).toEqual({
      full_name: "Ann Lee",
      first_name: "Ann",
      last_name: "Lee",
      email: "Ann@example.test",
      phone: "+14155550100",
      birthday: "1980-05-17",
      tags: '["vip","Smith, John"]',
      owner: "smith@x.test",
      notes: "'=1+1",
    });
    expect(await world.ports.store.tags.names(world.workspace.number)).toEqual(["Smith, John", "vip"]);
    expect(await world.ports.store.contacts.count(world.workspace.number)).toBe(1);
    const abroad = await make({ email: "bob@x.test", country: "Germany" });
    await change(abroad.contact, { phone: "030 901820" });
    expect(await values(abroad.contact)).toMatchObject({ country: "DE", phone: "+4930901820" });
  });

  test("is not made where a value cannot be read, and each is named with its own reason (C-I7)", async () => {
    const said = { email: "nobody", phone: "12", birthday: "31.02.2020", full_name: "Ann Lee" };
    expect(wrong(await ask(said))).toEqual([
      ["email", "email_invalid"],
      ["phone", "phone_unreadable"],
      ["birthday", "date_unreadable"],
    ]);
    expect(refusal(await ask({}))).toMatchObject({
      code: "values_refused",
      problems: [{ code: "required_fields_missing" }],
    });
    expect(refusal(await ask({ shoe: "44" }))).toMatchObject({ code: "field_unknown", names: ["shoe"] });
    expect(refusal(await ask({ id: "con_1", email: "a@x.test" })).code).toBe("field_read_only");
    expect(await world.contacts()).toEqual([]);
  });

  test("is refused by naming who is there already, unless both are meant (C-H2)", async () => {
    await world.import("Email,Additional email addresses,Name\nann@x.test,lee@x.test,Ann Lee\n");
    const said = { full_name: "A. Lee", email: "LEE@x.test" };
    expect(refusal(await ask(said))).toMatchObject({
      code: "contact_exists",
      problems: [{ code: "already_exists", field: "email", params: { contact: 1, key: "email" } }],
    });
    expect((await world.contacts()).length).toBe(1);
    accepted(await ask(said, { allowDuplicate: true }));
    await setPolicy({ onMatch: "duplicate" });
    await make(said);
    expect(refusal(await ask(said, { allowDuplicate: false })).problems).toHaveLength(3);
  });

  test("belongs to the account that is named, and is its one main contact (C-F1, C-F3)", async () => {
    await world.import("Email,Name,Company,Main contact\nann@x.test,Ann,Harbor,yes\n");
    const bob = await make({ email: "bob@x.test", account_name: "harbor", main_contact: "yes" });
    const cid = await make({ email: "cid@x.test", account_name: "Tide" });
    expect(await accounts()).toEqual([
      { name: "Harbor", mainContact: bob.contact, contacts: 2 },
      { name: "Tide", mainContact: null, contacts: 1 },
    ]);
    expect((await values(bob.contact)).main_contact).toBe("yes");
    expect(await undo(cid)).toMatchObject({ restored: 1 });
    expect(await undo(bob)).toMatchObject({ restored: 1 });
    expect(await accounts()).toEqual([{ name: "Harbor", mainContact: 1, contacts: 1 }]);
    expect((await world.contacts()).map(({ number }) => number)).toEqual([1]);
  });

  test("is found by the next import, and stays where it was changed since its making is taken back (C-U1)", async () => {
    const made = await make({ email: "ann@x.test", full_name: "Ann Lee" });
    const record = await world.import("Email,City\nann@x.test,Oslo\n");
    expect(record.progress?.tally.outcomes).toMatchObject({ updated: 1, created: 0 });
    expect(await undo(made)).toMatchObject({ kept: 1, restored: 0 });
    await world.undo(record);
    expect(await values(made.contact)).toMatchObject({ email: "ann@x.test" });
    expect((await values(made.contact)).city).toBeUndefined();
  });

  test("gives its number and keys back when its making is taken back at once", async () => {
    const made = await make({ email: "ann@x.test", full_name: "Ann Lee" });
    expect(await undo(made)).toMatchObject({ restored: 1 });
    expect(await world.contacts()).toEqual([]);
    expect(await world.ports.store.contacts.count(world.workspace.number)).toBe(0);
    await make({ email: "ann@x.test", full_name: "Ann Lee" });
  });
});

describe("a value that is changed by hand", () => {
  const PEOPLE = `Email,Name,Company,Phone,Tags,Shoe size
ann@x.test,Ann Lee,Harbor,+14155550100,"vip,old",44
bob@x.test,Bob Ray,Harbor,+14155550101,,
`;

  test("takes the place of what was there, lists too, and null clears (C-I2)", async () => {
    await world.import(PEOPLE);
    const changed = await change(1, {
      tags: ["new"],
      phone: null,
      additional_emails: "lee@x.test; ann@x.test",
      job_title: "Captain",
      "kept:Shoe size": "45",
    });
    expect(await values(1)).toMatchObject({
      tags: '["new"]',
      additional_emails: '["lee@x.test"]',
      job_title: "Captain",
      "kept:Shoe size": "45",
    });
    expect((await values(1)).phone).toBeUndefined();
    await change(1, { email: "lee@x.test" });
    expect(await values(1)).toMatchObject({ email: "lee@x.test" });
    expect((await values(1)).additional_emails).toBeUndefined();
    expect(refusal(await askChange(1, { "kept:Hat": "7" })).code).toBe("field_unknown");
    expect(await undo(changed)).toMatchObject({ partly: 0, restored: 1 });
    expect(await values(1)).toMatchObject({ tags: '["vip","old"]', phone: "+14155550100", email: "lee@x.test" });
  });

  test("keeps the identity index: the contact answers to the new value, and no longer to the old one (C-H5)", async () => {
    await world.import(PEOPLE);
    const changed = await change(1, { email: "new@x.test" });
    const again = await world.import("Email,City\nann@x.test,Rome\nnew@x.test,Oslo\n");
    expect(again.progress?.tally.outcomes).toMatchObject({ created: 1, updated: 1 });
    await undo(changed);
    const third = await world.import("Email,City\nnew@x.test,Pisa\n");
    expect(third.progress?.tally.outcomes).toMatchObject({ created: 1 });
  });

  test("that another contact is recognised by is refused by naming it (C-H4)", async () => {
    await world.import(PEOPLE);
    expect(refusal(await askChange(1, { email: "bob@x.test", city: "Oslo" }))).toMatchObject({
      code: "contact_exists",
      problems: [{ field: "email", params: { contact: 2 } }],
    });
    expect((await values(1)).city).toBeUndefined();
    accepted(await askChange(1, { email: "bob@x.test" }, { allowDuplicate: true }));
    // What they share is no news to whoever changes something else.
    await change(1, { city: "Oslo", additional_emails: ["x@x.test"] });
    expect((await values(1)).city).toBe("Oslo");
  });

  test("is kept and listed when the import that wrote the former one is undone (C-U1)", async () => {
    const record = await world.import(PEOPLE);
    const later = await world.import("Email,City,Job title\nann@x.test,Oslo,Mate\n");
    await change(1, { city: "Rome" });
    const back = await world.undo(later);
    expect(back.undo?.tally).toMatchObject({ partly: 1 });
    const [line] = await world.ports.store.undos.lines(later.ref, { afterLine: 0, limit: 10 });
    expect(line).toMatchObject({ result: "partly", kept: ["city"] });
    expect((await values(1)).city).toBe("Rome");
    // A contact that somebody has edited is not deleted with its import.
    expect((await world.undo(record)).undo?.tally).toMatchObject({ kept: 1, deleted: 1 });
  });

  test("is told with who wrote it and when, and so is the history (C-Q3, C-X6)", async () => {
    await world.import(PEOPLE);
    const changed = await change(1, { job_title: "Captain" });
    const card = await contactCard(world.ports, world.workspace, (await row(1))!);
    const id = encodeId("blk", world.workspace.idKey, changed.change ?? 0);
    const title = card.values.find(({ key }) => key === "job_title");
    expect(title?.byHand).toMatchObject({ by: "olga", do: "edit", bulkChange: id });
    expect(card.values.find(({ key }) => key === "email")?.origin?.line).toBe(2);
    expect(card.bulkChanges).toMatchObject([{ do: "edit", by: "olga", changes: { job_title: [null, "Captain"] } }]);
    expect(await world.ports.store.bulkChanges.list(world.workspace.number, { before: null, limit: 10 })).toEqual([]);
  });

  test("moves the contact to another account and back, and takes no flag along (C-F3)", async () => {
    await world.import("Email,Name,Company,Main contact\nann@x.test,Ann,Harbor,yes\nbob@x.test,Bob,Tide,yes\n");
    const moved = await change(1, { account_name: "Tide", main_contact: "yes" });
    expect(await accounts()).toMatchObject([
      { mainContact: null, contacts: 0 },
      { mainContact: 1, contacts: 2 },
    ]);
    expect(await undo(moved)).toMatchObject({ restored: 1 });
    expect(await accounts()).toEqual([
      { name: "Harbor", mainContact: 1, contacts: 1 },
      { name: "Tide", mainContact: 2, contacts: 1 },
    ]);
    const made = await change(1, { account_name: "Reef" });
    expect((await accounts()).map(({ name }) => name)).toEqual(["Harbor", "Tide", "Reef"]);
    await undo(made);
    expect(await accounts()).toMatchObject([{ name: "Harbor", mainContact: 1 }, { name: "Tide" }]);
    const alone = await change(1, { account_name: null });
    expect((await row(1))?.account).toBeNull();
    await undo(alone);
    expect(await accounts()).toMatchObject([{ name: "Harbor", mainContact: 1, contacts: 1 }, { name: "Tide" }]);
  });

  test("is nobody's to write where a connected source owns it, or an opt-out would be lowered (C-F5, C-I6)", async () => {
    await world.import("Email,Name,Do Not Touch\nann@x.test,Ann,yes\n");
    expect(wrong(await askChange(1, { do_not_touch: "no" }))).toEqual([["do_not_touch", "opt_out_kept"]]);
    expect(wrong(await askChange(1, { do_not_touch: null }))).toEqual([["do_not_touch", "opt_out_kept"]]);
    await world.ports.store.sources.add(world.workspace.number, {
      name: "ERP",
      kind: "native_integration",
      options: [],
    });
    await change(1, { job_title: "Captain" });
    expect(wrong(await askChange(1, { full_name: "Ann Lee" }))).toEqual([["full_name", "field_owned_by_source"]]);
    expect(wrong(await ask({ email: "new@x.test" }))?.at(0)?.[1]).toBe("contact_made_by_source");
  });

  test("is not written over what somebody else has changed since it was read (C-I7)", async () => {
    await world.import(PEOPLE);
    const version = (await row(1))?.updatedAt ?? 0;
    accepted(await askChange(1, { city: "Oslo" }, { version }));
    expect(refusal(await askChange(1, { city: "Rome" }, { version })).code).toBe("version_conflict");
    expect((await values(1)).city).toBe("Oslo");
    expect(await change(1, { city: "Oslo" })).toMatchObject({ change: null });
  });

  test("does not take away what a contact must have", async () => {
    await world.import("Email\nann@x.test\n");
    expect(refusal(await askChange(1, { email: "" })).problems).toMatchObject([{ code: "required_fields_missing" }]);
    expect(refusal(await askChange(2, { email: "x@x.test" })).code).toBe("contact_unknown");
  });
});

test("C-E5: a new option that somebody writes by hand is the field's, where the policy lets imports add options", async () => {
  await setPolicy({ createOptions: true });
  const field = { key: "kind", label: "Kind", type: "single_choice", options: ["C"], holdsExternalId: false };
  accepted(await addCustomField(world.ports, await workspace(), field));
  const [first, second] = [await make({ full_name: "Ann", kind: "D" }), await make({ full_name: "Bob", kind: "d" })];
  expect([await values(first.contact), await values(second.contact)].map(({ kind }) => kind)).toEqual(["D", "D"]);
  expect((await world.ports.store.fields.list(world.workspace.number))[0]?.options).toEqual(["C", "D"]);
});
