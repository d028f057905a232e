/** Filters as people write them, and the contacts that they leave. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readContactFilters } from "../../src/app/view/contact-filter.ts";
import { accepted, type TestWorkspace, testWorkspace } from "../support/workspace.ts";

let it: TestWorkspace;
beforeAll(async () => {
  it = await testWorkspace({ policy: { defaultCountry: "US" } });
  await it.import(
    `email,phone,city,tags,company,dnt,Shoe=size\nann@example.com,+14155550100,Paris,"vip,new",Acme,yes,38\nbob@example.org,,Rome,VIP,,no,\ncy@example.com,,,,"100%_x",,44\n`,
    { map: ["Shoe=size=keep"] },
  );
});
afterAll(() => it.close());

async function found(...filters: readonly string[]): Promise<readonly string[]> {
  const read = accepted(await readContactFilters(it.ports, it.workspace, filters));
  const query = { search: null, filters: read, after: 0, limit: 10 };
  const rows = await it.ports.store.contacts.list(it.workspace.number, query);
  return rows.map(({ values }) => (values.get("email") ?? "").split("@")[0] ?? "");
}

describe("a filter", () => {
  test("by an import leaves what it made, and what it changed and has not been undone (C-Q3)", async () => {
    const [first] = await it.ports.store.imports.list(it.workspace.number, { limit: 1, before: null });
    const second = await it.import("email,city\ncy@example.com,Bern\ndee@example.com,Bern\n");
    expect(await found(`import=${first!.id}`)).toEqual(["ann", "bob", "cy"]);
    expect(await found(`import=${second.id}`)).toEqual(["cy", "dee"]);
    expect(await found(`Import!=${second.id}`)).toEqual(["ann", "bob"]);
    await it.undo(second);
    expect(await found(`import=${second.id}`)).toEqual([]);
    const wrong = await readContactFilters(it.ports, it.workspace, ["import=imp_nothing"]);
    expect(wrong).toMatchObject({ refusal: { code: "arguments_invalid" } });
    expect(await readContactFilters(it.ports, it.workspace, ["import=x"], "account")).toMatchObject({
      refusal: { code: "field_unknown" },
    });
  });

  test.each([
    [["tag=vip"], ["ann", "bob"]],
    [["tags!=new"], ["bob", "cy"]],
    [["city!=Paris"], ["bob", "cy"]],
    [["email~example.com"], ["ann", "cy"]],
    [["phone="], ["bob", "cy"]],
    [["Phone!="], ["ann"]],
    [["phone=(415) 555-0100"], ["ann"]],
    [["company=acme"], ["ann"]],
    [["account~0%_"], ["cy"]],
    [["Do Not Touch=true"], ["ann"]],
    [["tag=VIP", "city=rome"], ["bob"]],
    [["kept:Shoe=size=38"], ["ann"]],
    [["Shoe=size!="], ["ann", "cy"]],
  ])("%j leaves %j", async (filters, expected) => {
    expect(await found(...filters)).toEqual(expected);
  });

  test.each([
    ["emali=x", "field_unknown"],
    ["kept:Nothing=1", "field_unknown"],
    ["email", "arguments_invalid"],
    ["email~", "arguments_invalid"],
    ["id=con_1", "arguments_invalid"],
  ])("%s is refused with %s", async (filter, code) => {
    expect(await readContactFilters(it.ports, it.workspace, [filter])).toMatchObject({ ok: false, refusal: { code } });
  });
});
