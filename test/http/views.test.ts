/** Views of the list of contacts: whose they are, who sees those that are shared, and what an erasure makes of them. */
import { expect, test } from "vitest";
import { erasePeople, planErasure } from "../../src/app/contact/erase-person.ts";
import { saveView } from "../../src/app/workspace/saved-views.ts";
import { apiServer } from "../support/api-server.ts";
import { acting, addMembers } from "../support/members.ts";
import { accepted } from "../support/workspace.ts";

const look = { search: "ann", filter: ["tags=vip"], columns: ["email", "city"] };

test("a view is its maker's own until it is shared, and saving its name again replaces it", async () => {
  const server = await apiServer();
  const [ann, bob] = [await server.key({ role: "editor" }), await server.key({ role: "viewer" })];
  const names = async (key: string) =>
    (await server.ask(key, "GET /views")).json.items.map(({ name }: { readonly name: string }) => name);
  const own = await server.ask(ann, "POST /views", { name: " My  view ", ...look });
  expect([own.status, own.json]).toMatchObject([201, { name: "My view", isShared: false, isOwn: true, ...look }]);
  expect([await names(ann), await names(bob)]).toEqual([["My view"], []]);
  const shared = await server.ask(ann, "POST /views", { name: "My view", isShared: true, ...look, search: "" });
  expect(shared.json).toMatchObject({ id: own.json.id, isShared: true, search: "" });
  expect([await names(ann), await names(bob)]).toEqual([["My view"], ["My view"]]);
  expect((await server.ask(bob, "GET /views")).json.items[0].isOwn).toBe(false);
});

test("a viewer keeps views, shares none, and removes none of others (C-M1)", async () => {
  const server = await apiServer();
  const [editor, viewer] = [await server.key({ role: "editor" }), await server.key({ role: "viewer" })];
  const shared = (await server.ask(editor, "POST /views", { name: "All", isShared: true, ...look })).json;
  const hidden = (await server.ask(editor, "POST /views", { name: "Mine", ...look })).json;
  const status = async (request: string, body?: unknown) => (await server.ask(viewer, request, body)).status;
  expect(await status("POST /views", { name: "Ours", isShared: true, ...look })).toBe(403);
  expect(await status(`DELETE /views/${shared.id}`)).toBe(403);
  expect(await status(`DELETE /views/${hidden.id}`)).toBe(404);
  const own = (await server.ask(viewer, "POST /views", { name: "Own", ...look })).json;
  expect(await status(`DELETE /views/${own.id}`)).toBe(204);
  expect((await server.ask(editor, `DELETE /views/${own.id}`)).status).toBe(404);
  const other = await server.key({ workspace: await server.otherWorkspace("other") });
  expect((await server.ask(other, "GET /views")).json.items).toEqual([]);
  expect((await server.ask(other, `DELETE /views/${shared.id}`)).status).toBe(404);
});

test("a view without a name is refused, and so is one that nobody could have typed", async () => {
  const server = await apiServer();
  const key = await server.key();
  expect((await server.ask(key, "POST /views", { name: "  ", ...look })).json.code).toBe("view_invalid");
  expect((await server.ask(key, "POST /views", { name: "x", ...look, search: "x".repeat(2_000) })).status).toBe(400);
});

test("a member keeps their views under a new address, and views that name who is erased go with them", async () => {
  const server = await apiServer();
  const { test: it } = server;
  const [ann] = await addMembers(it, "Ann Smith <ann@x.test>");
  const who = { ports: it.ports, workspace: it.workspace, ...acting(ann!) };
  accepted(await saveView(who, { name: "One", isShared: false, look }));
  accepted(await saveView(who, { name: "Two", isShared: false, look: { ...look, filter: ["email=Cid@x.test"] } }));
  const renamed = accepted(
    await it.ports.store.members.change(it.workspace.number, { ...ann!, email: "smith@x.test" }),
  );
  const names = async () =>
    (await it.ports.store.views.list(it.workspace.number, `member ${renamed.number}`)).map(({ name }) => name);
  expect(await names()).toEqual(["One", "Two"]);
  await it.import("Email\ncid@x.test\n");
  const plan = accepted(await planErasure(it.ports, it.workspace, [1]));
  accepted(await erasePeople(it.ports, it.workspace, { plan, by: "ops" }));
  expect(await names()).toEqual(["One"]);
});
