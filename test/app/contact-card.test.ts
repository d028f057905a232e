/** Where a contact's values come from, and which imports touched it. */
import { afterEach, describe, expect, test } from "vitest";
import { contactCard } from "../../src/app/view/contact-card.ts";
import { type TestWorkspace, testWorkspace } from "../support/workspace.ts";

let it: TestWorkspace;
afterEach(() => it.close());

async function card(at = 0) {
  const contact = (await it.contacts())[at];
  if (!contact) throw new Error("no contact");
  return contactCard(it.ports, it.workspace, contact);
}

const origins = async () =>
  Object.fromEntries(
    (await card()).values.map(({ key, origin }) => [
      key,
      origin && [origin.import, origin.line, origin.column, origin.raw],
    ]),
  );

describe("a contact", () => {
  test("knows the import, line, column and raw text of each value (C-X6)", async () => {
    it = await testWorkspace({ policy: { defaultCountry: "US" } });
    const first = await it.import(
      `E-Mail,Tel,Town,Hat\nzoe@example.com,,,\n"ANN@Example.com",(415) 555-0100,Paris,"big,\nred"\n`,
      {
        map: ["Tel=phone", "Town=city"],
        tags: ["fair"],
      },
    );
    const second = await it.import("city,email,Tag 1,Tag 2\nRome,ann@example.com,vip,new\n");
    const contact = (await it.contacts()).find(({ values }) => values.get("city") === "Rome");
    if (!contact) throw new Error("no contact");
    const { values, history } = await contactCard(it.ports, it.workspace, contact);
    const from = Object.fromEntries(values.map(({ key, origin }) => [key, origin]));
    expect(from.email).toEqual({ import: first.id, line: 3, column: "E-Mail", raw: "ANN@Example.com" });
    expect(from.phone).toEqual({ import: first.id, line: 3, column: "Tel", raw: "(415) 555-0100" });
    expect(from.city).toEqual({ import: second.id, line: 2, column: "city", raw: "Rome" });
    expect(from.tags).toEqual({ import: second.id, line: 2, column: "Tag 1 + Tag 2", raw: "vip\nnew" });
    expect(from["kept:Hat"]).toEqual({ import: first.id, line: 3, column: "Hat", raw: "big,\nred" });
    expect(history.map(({ kind, import: id, file }) => [kind, id, file])).toEqual([
      ["updated", second.id, "contacts.csv"],
      ["created", first.id, "contacts.csv"],
    ]);
    expect(history[0]?.changes?.city).toEqual(["Paris", "Rome"]);
  });

  test("has a batch tag from no column, and after an undo its values from before (C-U1, C-X6)", async () => {
    it = await testWorkspace();
    const first = await it.import("email,city\nann@example.com,Paris\n", { tags: ["fair"] });
    const second = await it.import("email,city\nann@example.com,Rome\n");
    await it.undo(second);
    expect(await origins()).toEqual({
      email: [first.id, 2, "email", "ann@example.com"],
      city: [first.id, 2, "city", "Paris"],
      tags: [first.id, 2, null, null],
    });
    expect((await card()).history.map(({ kind }) => kind)).toEqual(["undone", "updated", "created"]);
  });

  test("says when a line was undone, among what was done before and after (C-Q3)", async () => {
    it = await testWorkspace();
    await it.import("email,city\nann@example.com,Paris\n");
    const second = await it.import("email,city\nann@example.com,Rome\n");
    const third = await it.import("email,notes\nann@example.com,Tall\n");
    const undone = await it.undo(second);
    const { history } = await card();
    expect(history.map(({ kind, import: id }) => [kind, id]).slice(0, 3)).toEqual([
      ["undone", second.id],
      ["updated", third.id],
      ["updated", second.id],
    ]);
    const at = history[0]?.at ?? 0;
    expect(at).toBeGreaterThan(third.finishedAt ?? 0);
    expect(at).toBeLessThanOrEqual(undone.undo?.endedAt ?? 0);
  });
});
