/** A workspace's own fields: what may be made, changed and removed, and that no value is lost by it. */
import { afterEach, describe, expect, test } from "vitest";
import { contactCard } from "../../src/app/view/contact-card.ts";
import { cardJson } from "../../src/app/view/contact-json.ts";
import { loadFields } from "../../src/app/view/contact-schema.ts";
import { addCustomField, changeCustomField, removeCustomField } from "../../src/app/workspace/custom-fields.ts";
import type { CustomFieldRequest } from "../../src/core/contact/custom-field.ts";
import { keyFromLabel } from "../../src/core/contact/field-key.ts";
import { accepted, type TestWorkspace, testWorkspace } from "../support/workspace.ts";

const open: TestWorkspace[] = [];
afterEach(async () => {
  for (const it of open.splice(0)) await it.close();
});

async function workspace(): Promise<TestWorkspace> {
  const made = await testWorkspace();
  open.push(made);
  return made;
}

const PLAN: CustomFieldRequest = {
  key: "plan",
  label: null,
  type: "single_choice",
  options: ["Gold", "Silver"],
  holdsExternalId: false,
};

const add = (it: TestWorkspace, request: Partial<CustomFieldRequest> = {}) =>
  addCustomField(it.ports, it.workspace, { ...PLAN, ...request });

const code = (result: { readonly ok: boolean; readonly refusal?: { readonly code: string } }) =>
  result.ok ? "accepted" : result.refusal?.code;

describe("an own field", () => {
  test("is made with a label from its key, and columns go to it (C-D5)", async () => {
    const it = await workspace();
    expect(accepted(await add(it, { key: "plan_level" }))).toMatchObject({ key: "plan_level", label: "Plan level" });
    await it.import("email,Plan level\nann@example.com,gold\n");
    expect((await it.contacts())[0]?.values.get("plan_level")).toBe("Gold");
  });

  test.each([
    ["a key that is no key", { key: "Plan Level" }, "field_invalid"],
    ["a key of 65 characters", { key: "p".repeat(65) }, "field_invalid"],
    ["a built-in key", { key: "email" }, "field_exists"],
    ["another name of a built-in field", { key: "company_name" }, "field_exists"],
    ["a label that a built-in field has", { label: "E-Mail" }, "field_exists"],
    ["the name of a part of a contact's JSON", { key: "history" }, "field_invalid"],
    ["a type there is not", { type: "colour" }, "field_invalid"],
    ["a type of built-in fields alone", { type: "id" }, "field_invalid"],
    ["a choice without options", { options: [] }, "field_invalid"],
    ["an option twice", { options: ["Gold", "gold"] }, "field_invalid"],
    ["options of a text", { type: "text" }, "field_invalid"],
  ] as const)("is refused with %s", async (_, request, expected) => {
    expect(code(await add(await workspace(), request))).toBe(expected);
  });

  test("that a column is called like a part of the JSON gets another key, and is shown beside that part (C-D5)", async () => {
    const it = await workspace();
    const key = keyFromLabel("History");
    accepted(await add(it, { key, label: "History", type: "text", options: [] }));
    await it.import("email,History\nann@example.com,long\n");
    const fields = await loadFields(it.ports, it.workspace, "contact");
    const [ann] = await it.contacts();
    const card = ann && cardJson(it.workspace.idKey, await contactCard(it.ports, it.workspace, ann), fields);
    expect(card).toMatchObject({ history_field: "long", history: [{ kind: "created" }] });
  });

  test("is made once, and one field alone holds the external id (C-D6)", async () => {
    const it = await workspace();
    accepted(await add(it, { key: "crm_id", type: "text", options: [], holdsExternalId: true }));
    expect(code(await add(it, { key: "crm_id", type: "text", options: [] }))).toBe("field_exists");
    expect(code(await add(it, { key: "erp_id", type: "text", options: [], holdsExternalId: true }))).toBe(
      "field_invalid",
    );
    await it.import("email,external_id\nann@example.com,A1\n");
    expect((await it.contacts())[0]?.values.get("crm_id")).toBe("A1");
  });

  test("keeps its type and the options in use while contacts have values", async () => {
    const it = await workspace();
    accepted(await add(it));
    await it.import("email,plan\nann@example.com,Gold\n");
    const change = (request: Parameters<typeof changeCustomField>[3]) =>
      changeCustomField(it.ports, it.workspace, "Plan", request);
    expect(code(await change({ type: "radio" }))).toBe("field_invalid");
    expect(code(await change({ options: ["Silver"] }))).toBe("field_invalid");
    expect(accepted(await change({ options: ["Gold", "Bronze"], label: "Tariff" }))).toMatchObject({
      key: "plan",
      label: "Tariff",
      options: ["Gold", "Bronze"],
    });
    expect(accepted(await change({ addOptions: ["Iron"] })).options).toEqual(["Gold", "Bronze", "Iron"]);
    expect(code(await changeCustomField(it.ports, it.workspace, "email", { label: "Mail" }))).toBe("field_invalid");
    expect(code(await changeCustomField(it.ports, it.workspace, "plann", { label: "x" }))).toBe("field_unknown");
  });

  test("that is removed leaves its values as custom data, once that was confirmed", async () => {
    const it = await workspace();
    accepted(await add(it));
    accepted(await add(it, { key: "size", type: "text", options: [] }));
    await it.import("email,plan,size,Other\nann@example.com,Gold,L,x\nbob@example.com,,M,\n");
    expect(code(await removeCustomField(it.ports, it.workspace, "plan", { confirmed: false }))).toBe(
      "confirmation_required",
    );
    const removed = accepted(await removeCustomField(it.ports, it.workspace, "plan", { confirmed: true }));
    expect(removed).toMatchObject({ contacts: 1, keptAs: "Plan" });
    const [ann, bob] = await it.contacts();
    expect(Object.fromEntries(ann?.values ?? [])).toEqual({
      email: "ann@example.com",
      size: "L",
      "kept:Plan": "Gold",
      "kept:Other": "x",
    });
    expect(Object.fromEntries(bob?.values ?? [])).toEqual({ email: "bob@example.com", size: "M" });
  });

  test("without values is removed without a question", async () => {
    const it = await workspace();
    accepted(await add(it));
    expect(accepted(await removeCustomField(it.ports, it.workspace, "plan", { confirmed: false })).contacts).toBe(0);
    expect(await it.ports.store.fields.list(it.workspace.number)).toEqual([]);
  });
});
