/** Many contacts changed at once over HTTP: who may, what is answered, what a repeated request does, and the export of those chosen. */
import { describe, expect, test } from "vitest";
import { BULK_AT_ONCE, BULK_STEPS_ASKED } from "../../src/app/limits.ts";
import { apiServer } from "../support/api-server.ts";

const PEOPLE = "Email,Name,Tags\nann@x.test,Ann Lee,vip\nbob@x.test,Bob Ray,\ncid@x.test,Cid Ohm,vip\n";
const addTag = { do: "add_tags", tags: ["spring"] };

async function world() {
  const server = await apiServer();
  await server.test.import(PEOPLE);
  const key = await server.key();
  const contacts = async () => (await server.ask(key, "GET /contacts")).json.items;
  return { server, key, contacts, ids: (await contacts()).map(({ id }: { id: string }) => id) as string[] };
}

const tagsOf = (contacts: readonly { readonly tags?: readonly string[] }[]) => contacts.map(({ tags = [] }) => tags);

describe("bulk changes", () => {
  test("change those that are named or match, are listed, and are taken back", async () => {
    const { server, key, contacts, ids } = await world();
    const made = await server.ask(key, "POST /bulk-changes", { contacts: ids.slice(0, 2), change: addTag });
    expect(made.status).toBe(201);
    expect(made.json).toMatchObject({ state: "done", changed: 2, canUndo: true, undo: null, change: addTag });
    expect(tagsOf(await contacts())).toEqual([["vip", "spring"], ["spring"], ["vip"]]);
    const matching = { matching: { filter: ["tags=vip"] }, change: { do: "delete" } };
    const gone = await server.ask(key, "POST /bulk-changes", matching);
    expect(gone.json).toMatchObject({ state: "done", changed: 2 });
    expect(await contacts()).toHaveLength(1);
    const listed = await server.ask(key, "GET /bulk-changes?limit=1");
    expect(listed.json.items).toEqual([gone.json]);
    const next = await server.ask(key, `GET /bulk-changes?limit=1&cursor=${listed.json.next}`);
    expect([next.json.items, next.json.next]).toEqual([[made.json], null]);
    const back = await server.ask(key, `POST /bulk-changes/${gone.json.id}/undo`);
    expect(back.json).toMatchObject({ state: "undone", canUndo: false, undo: { restored: 2, kept: 0 } });
    expect(await contacts()).toHaveLength(3);
    const again = await server.ask(key, `POST /bulk-changes/${gone.json.id}/undo`);
    expect([again.status, again.json.code]).toEqual([409, "bulk_change_undone"]);
    const { json: card } = await server.ask(key, `GET /contacts/${ids[1]}`);
    expect(card.origins.tags).toMatchObject({ bulkChange: made.json.id, by: made.json.by });
    expect(card.bulkChanges).toMatchObject([{ bulkChange: made.json.id, changes: { tags: [null, ["spring"]] } }]);
    expect(server.faults).toEqual([]);
  });

  test("are an editor's with the scope to write, and a viewer's to look at (C-M1)", async () => {
    const { server, ids, contacts } = await world();
    const ask = async (key: string) =>
      (await server.ask(key, "POST /bulk-changes", { contacts: ids, change: addTag })).status;
    const viewer = await server.key({ role: "viewer" });
    expect(await ask(viewer)).toBe(403);
    expect(await ask(await server.key({ role: "editor", scopes: ["read", "import"] }))).toBe(403);
    expect(tagsOf(await contacts())).toEqual([["vip"], [], ["vip"]]);
    const editor = await server.key({ role: "editor" });
    const { json } = await server.ask(editor, "POST /bulk-changes", { contacts: ids, change: addTag });
    expect((await server.ask(viewer, `GET /bulk-changes/${json.id}`)).status).toBe(200);
    expect((await server.ask(viewer, `POST /bulk-changes/${json.id}/undo`)).status).toBe(403);
  });

  test("of another workspace are none of one's own, and nor are its contacts (C-M4)", async () => {
    const { server, key, ids, contacts } = await world();
    const { json } = await server.ask(key, "POST /bulk-changes", { contacts: ids, change: addTag });
    const other = await server.key({ workspace: await server.otherWorkspace("other") });
    expect((await server.ask(other, `GET /bulk-changes/${json.id}`)).status).toBe(404);
    expect((await server.ask(other, `POST /bulk-changes/${json.id}/undo`)).status).toBe(404);
    expect((await server.ask(other, "GET /bulk-changes")).json.items).toEqual([]);
    const theirs = await server.ask(other, "POST /bulk-changes", { contacts: ids, change: { do: "delete" } });
    expect([theirs.status, theirs.json.code]).toEqual([404, "contact_unknown"]);
    expect(await contacts()).toHaveLength(3);
  });

  test("happen once, however often the request comes with its Idempotency-Key", async () => {
    const { server, key, ids } = await world();
    const body = { contacts: ids, change: addTag };
    const header = { "idempotency-key": "one" };
    const first = await server.ask(key, "POST /bulk-changes", body, header);
    const second = await server.ask(key, "POST /bulk-changes", body, header);
    expect(second.json).toEqual(first.json);
    expect((await server.ask(key, "GET /bulk-changes")).json.items).toHaveLength(1);
  });

  test.each([
    ["nothing to do", { contacts: ["con_0000000000"] }],
    ["nobody", { change: { do: "delete" } }],
    ["no contact", { contacts: [], change: { do: "delete" } }],
    ["both", { contacts: ["con_0000000000"], matching: {}, change: { do: "delete" } }],
    ["an unknown change", { matching: {}, change: { do: "explode" } }],
  ])("are refused where %s is named, and nothing is changed", async (_, body) => {
    const { server, key, contacts } = await world();
    expect((await server.ask(key, "POST /bulk-changes", body)).status).toBe(400);
    expect(await contacts()).toHaveLength(3);
  });
});

test("contacts are counted as a search and filters leave them", async () => {
  const { server, key } = await world();
  const count = async (query: string) => (await server.ask(key, `GET /contacts/count${query}`)).json.contacts;
  expect([await count(""), await count("?filter=tags=vip"), await count("?search=bob")]).toEqual([3, 2, 1]);
  expect((await server.ask(key, "GET /contacts/count?filter=nosuch=1")).status).toBe(404);
});

test("contacts that are named are exported alone, as CSV and as a workbook, and come back unchanged (C-C2)", async () => {
  const { server, key, ids } = await world();
  const names = [ids[2], ids[0], ids[0]];
  const viewer = await server.key({ role: "viewer" });
  const file = await server.ask(viewer, "POST /exports/contacts", { contacts: names });
  expect(file.headers.get("content-disposition")).toContain("contacts.csv");
  const lines = file.text.trim().split("\r\n");
  expect(lines).toHaveLength(3);
  expect(lines[1]).toContain("ann@x.test");
  expect(lines[2]).toContain("cid@x.test");
  const again = await server.test.import(file.text);
  expect(again.progress?.tally.outcomes).toMatchObject({ unchanged: 2, created: 0 });
  const book = await server.ask(key, "POST /exports/contacts", { contacts: names, format: "xlsx", fields: ["email"] });
  expect(book.headers.get("content-type")).toContain("spreadsheetml");
  const matching = { filter: ["tags=vip"], except: [ids[0]] };
  const rest = await server.ask(key, "POST /exports/contacts", { matching, fields: ["email"] });
  expect(rest.text).toContain("cid@x.test");
  expect(rest.text).not.toMatch(/ann@|bob@/);
  expect((await server.ask(key, "POST /exports/contacts", { contacts: ["nobody"] })).status).toBe(404);
});

test("the server's workers are told of a bulk change that the request leaves to them", async () => {
  const server = await apiServer();
  const many = BULK_AT_ONCE * BULK_STEPS_ASKED + 1;
  await server.test.import(`Email\n${Array.from({ length: many }, (_, at) => `p${at}@x.test`).join("\n")}\n`);
  const key = await server.key();
  const { json } = await server.ask(key, "POST /bulk-changes", { matching: {}, change: addTag });
  expect([json.state, server.nudges.count]).toEqual(["running", 1]);
});
