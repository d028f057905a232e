/** One contact made, changed and deleted over HTTP: who may, what is answered, and what two people at once see. */
import { describe, expect, test } from "vitest";
import { erasePeople, planErasure } from "../../src/app/contact/erase-person.ts";
import { decodeId } from "../../src/core/public-id.ts";
import { apiServer } from "../support/api-server.ts";
import { accepted } from "../support/workspace.ts";

const PEOPLE = "Email,Name,Tags,Shoe size\nann@x.test,Ann Lee,vip,44\nbob@x.test,Bob Ray,,\n";

async function world() {
  const server = await apiServer();
  await server.test.import(PEOPLE);
  const key = await server.key();
  const [ann, bob] = (await server.ask(key, "GET /contacts")).json.items;
  return { server, key, ann, bob };
}

describe("one contact over HTTP", () => {
  test("is made with what was said, is in the list at once, and is taken back by its change (C-I7)", async () => {
    const { server, key } = await world();
    const body = { values: { full_name: "Cid Ohm", email: "CID@X.test", tags: ["new", "a, b"] } };
    const beside = await server.ask(key, "POST /contacts", body.values);
    expect([beside.status, beside.text]).toEqual([400, expect.stringContaining("the fields stand inside")]);
    const made = await server.ask(key, "POST /contacts", body);
    expect(made.status).toBe(201);
    expect(made.json).toMatchObject({
      full_name: "Cid Ohm",
      last_name: "Ohm",
      email: "CID@x.test",
      tags: ["new", "a, b"],
    });
    expect(made.headers.get("location")).toBe(`/api/v1/contacts/${made.json.id}`);
    const found = await server.ask(key, "GET /contacts?search=cid&filter=tags%3Dnew");
    expect(found.json.items).toMatchObject([{ id: made.json.id }]);
    const shown = await server.ask(key, `GET /contacts/${made.json.id}`);
    expect(shown.headers.get("etag")).toBe(made.headers.get("etag"));
    expect(shown.json.origins.email).toMatchObject({ bulkChange: made.json.change, do: "create" });
    expect((await server.ask(key, "GET /bulk-changes")).json.items).toEqual([]);
    const undone = await server.ask(key, `POST /bulk-changes/${made.json.change}/undo`);
    expect(undone.json).toMatchObject({ state: "undone", change: { do: "create" }, undo: { restored: 1 } });
    expect((await server.ask(key, `GET /contacts/${made.json.id}`)).status).toBe(404);
    expect(server.faults).toEqual([]);
  });

  test("is refused with every value that is wrong, and with the contact that is there already", async () => {
    const { server, key, ann } = await world();
    const wrong = await server.ask(key, "POST /contacts", { values: { email: "nobody", birthday: "31.02.2020" } });
    expect([wrong.status, wrong.json.code]).toEqual([422, "values_refused"]);
    expect(wrong.json.errors).toMatchObject([
      { where: "email", code: "email_invalid", message: "Invalid email address “nobody”." },
      { where: "birthday", code: "date_unreadable" },
    ]);
    const twice = await server.ask(key, "POST /contacts", { values: { email: "Ann@x.test" } });
    expect([twice.status, twice.json.code]).toEqual([409, "contact_exists"]);
    expect(twice.json.errors).toMatchObject([{ where: "email", contact: { id: ann.id, name: "Ann Lee" } }]);
    const both = await server.ask(key, "POST /contacts", { values: { email: "Ann@x.test" }, allowDuplicate: true });
    expect(both.status).toBe(201);
    const german = await server.ask(key, "POST /contacts", { values: { email: "x" } }, { "muster-reader": "page-de" });
    expect(german.json).toMatchObject({ detail: "Diese Werte lassen sich nicht speichern: „E-Mail“." });
    expect(german.json.errors[0].message).toMatch(/E-Mail/);
    const unknown = await server.ask(key, "POST /contacts", { values: { shoe: "44" } });
    expect([unknown.status, unknown.json.code]).toEqual([404, "field_unknown"]);
    expect((await server.ask(key, "POST /contacts", { email: "a@x.test" })).json.code).toBe("request_invalid");
  });

  test("is changed as it was seen, or not at all (If-Match) (C-I7)", async () => {
    const { server, key, ann } = await world();
    const seen = (await server.ask(key, `GET /contacts/${ann.id}`)).headers.get("etag") ?? "";
    const change = (city: string, etag: string) =>
      server.ask(key, `PATCH /contacts/${ann.id}`, { values: { city } }, { "if-match": etag });
    const first = await change("Oslo", seen);
    expect([first.status, first.json.city, first.json.change]).toEqual([200, "Oslo", expect.stringMatching(/^blk_/)]);
    const second = await change("Rome", seen);
    expect([second.status, second.json.code]).toEqual([412, "version_conflict"]);
    expect((await change("Rome", first.headers.get("etag") ?? "")).json.city).toBe("Rome");
    const same = await server.ask(key, `PATCH /contacts/${ann.id}`, { values: { city: "Rome" } });
    expect([same.status, same.json.change]).toEqual([200, null]);
    const kept = await server.ask(key, `PATCH /contacts/${ann.id}`, {
      values: { tags: null },
      kept: { "Shoe size": "45" },
    });
    expect([kept.json.tags, kept.json.kept]).toEqual([undefined, { "Shoe size": "45" }]);
  });

  test("is made once, however often the request is repeated", async () => {
    const { server, key } = await world();
    const ask = () =>
      server.ask(key, "POST /contacts", { values: { email: "cid@x.test" } }, { "idempotency-key": "one" });
    const [first, again] = [await ask(), await ask()];
    expect([again.status, again.json]).toEqual([201, first.json]);
    expect(again.headers.get("etag")).toBe(first.headers.get("etag"));
    expect((await server.ask(key, "GET /contacts/count")).json.contacts).toBe(3);
  });

  test("is not in answers that are kept for repeated requests once the person is erased", async () => {
    const { server, key } = await world();
    const body = { values: { full_name: "Una Unforgettable", email: "una@x.test", notes: "likes tea" } };
    const ask = () => server.ask(key, "POST /contacts", body, { "idempotency-key": "una" });
    const { id, change } = (await ask()).json;
    const { ports, workspace } = server.test;
    const number = decodeId("con", workspace.idKey, id) ?? 0;
    const plan = accepted(await planErasure(ports, workspace, [number]));
    accepted(await erasePeople(ports, workspace, { plan, by: "olga" }));
    expect((await ask()).json).toEqual({ id, change });
  });

  test("is an editor's to write with the scope for it, and of no other workspace (C-M1, C-M4)", async () => {
    const { server, key, ann } = await world();
    const asks = [
      ["POST /contacts", { values: { email: "cid@x.test" } }],
      [`PATCH /contacts/${ann.id}`, { values: { city: "Oslo" } }],
      [`DELETE /contacts/${ann.id}`, undefined],
    ] as const;
    const viewer = await server.key({ role: "viewer" });
    const reader = await server.key({ role: "editor", scopes: ["read", "import"] });
    const other = await server.key({ workspace: await server.otherWorkspace("other") });
    for (const [what, body] of asks) {
      for (const one of [viewer, reader]) expect((await server.ask(one, what, body)).status).toBe(403);
      if (what.includes(ann.id)) expect((await server.ask(other, what, body)).json.code).toBe("contact_unknown");
    }
    expect((await server.ask(key, "GET /contacts/count")).json.contacts).toBe(2);
  });

  test("is deleted, and comes back", async () => {
    const { server, key, ann } = await world();
    const gone = await server.ask(key, `DELETE /contacts/${ann.id}`);
    expect([gone.status, gone.json.change, gone.json.changed]).toEqual([200, { do: "delete" }, 1]);
    expect((await server.ask(key, `GET /contacts/${ann.id}`)).status).toBe(404);
    await server.ask(key, `POST /bulk-changes/${gone.json.id}/undo`);
    expect((await server.ask(key, `GET /contacts/${ann.id}`)).json.email).toBe("ann@x.test");
  });
});
