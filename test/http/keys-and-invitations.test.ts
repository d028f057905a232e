/** Keys and invitations over HTTP, by a person with a session. */
import { expect, test } from "vitest";
import { addMember } from "../../src/app/workspace/change-members.ts";
import { type ApiServer, apiServer } from "../support/api-server.ts";
import { accepted } from "../support/workspace.ts";

/** A member's session, as headers. */
async function session({ app, test: { ports, workspace }, signIn }: ApiServer, email: string, role: string) {
  const actor = { kind: "operator", name: "ops" } as const;
  accepted(await addMember({ ports, workspace, actor }, { email, role }));
  const { headers } = await app.request(await signIn.link(email, 60_000));
  return {
    cookie: headers
      .getSetCookie()
      .map((line) => line.split(";", 1)[0])
      .join("; "),
  };
}

test("a member makes a key, lists and revokes it; a key does none of that (C-M1)", async () => {
  const server = await apiServer();
  const ann = await session(server, "ann@example.com", "editor");
  const made = await server.ask(null, "POST /keys", { name: "nightly", scopes: ["import"], expires: "90d" }, ann);
  expect(made).toMatchObject({ status: 201, json: { name: "nightly", role: "editor", scopes: ["import"] } });
  const { key, id } = made.json;
  expect((await server.ask(key, "GET /contacts")).status).toBe(200);
  expect((await server.ask(key, "GET /keys")).json).toMatchObject({ code: "permission_denied" });
  expect((await server.ask(key, "POST /tags", { name: "vip" })).json).toMatchObject({ code: "permission_denied" });
  const listed = await server.ask(null, "GET /keys", undefined, ann);
  expect(listed.json.items).toMatchObject([{ id, createdBy: "ann@example.com", lastUsedAt: expect.any(String) }]);
  expect(listed.text).not.toContain(key);
  const tooMuch = await server.ask(null, "POST /keys", { name: "more", role: "admin" }, ann);
  expect(tooMuch).toMatchObject({ status: 422, json: { code: "key_invalid" } });
  expect((await server.ask(null, `DELETE /keys/${id}`, undefined, ann)).status).toBe(200);
  expect(await server.ask(null, `DELETE /keys/${id}`, undefined, ann)).toMatchObject({
    ...{ status: 404, json: { code: "key_not_there" } },
  });
  expect(await server.ask(key, "GET /contacts")).toMatchObject({ status: 401, json: { code: "key_revoked" } });
  expect(server.faults).toEqual([]);
});

test("a key whose time is over is refused, and says so (C-M1)", async () => {
  let at = Date.UTC(2026, 0, 1);
  const server = await apiServer({ now: () => at });
  const key = await server.key();
  expect((await server.ask(key, "GET /contacts")).status).toBe(200);
  at = Date.UTC(2027, 0, 2);
  expect(await server.ask(key, "GET /contacts")).toMatchObject({ status: 401, json: { code: "key_expired" } });
  expect(server.faults).toEqual([]);
});

test("a secret is kept nowhere: a repeated Idempotency-Key does nothing again, and does not show it (C-M1)", async () => {
  const server = await apiServer();
  const { ports, workspace } = server.test;
  const key = await server.key();
  const ann = await session(server, "ann@example.com", "editor");
  const again = { "idempotency-key": "k1" };
  const asked = { name: "nightly", scopes: ["import"] };
  expect((await server.ask(null, "POST /keys", asked, { ...ann, ...again })).status).toBe(201);
  const repeated = await server.ask(null, "POST /keys", asked, { ...ann, ...again });
  expect(repeated).toMatchObject({ status: 409, json: { code: "idempotency_secret" } });
  expect(repeated.text).not.toContain("mst_");
  expect((await ports.store.keys.list(workspace.number)).filter(({ name }) => name === "nightly")).toHaveLength(1);
  const token = () => server.ask(key, "POST /embed/tokens", { origins: ["https://a.example"], user: "u" }, again);
  expect([(await token()).status, (await token()).json.code]).toEqual([201, "idempotency_secret"]);
});

test("an admin invites, and is handed the link of who was never in, but not of others (C-M4)", async () => {
  const server = await apiServer();
  const admin = await session(server, "ada@example.com", "admin");
  await session(server, "ann@example.com", "editor");
  const invite = (who: string) => server.ask(null, `POST /members/${who}/invitation`, {}, admin);
  expect((await invite("ann@example.com")).json).toMatchObject({ mailed: false, link: null });
  expect(await invite("eve@example.com")).toMatchObject({ status: 404, json: { code: "member_unknown" } });
  await server.ask(null, "POST /members", { email: "bob@example.com" }, admin);
  const { json } = await invite("bob@example.com");
  const first = await server.app.request(json.link);
  expect(first.headers.getSetCookie().join()).toContain("session_token=");
  const bob = { cookie: first.headers.getSetCookie()[0]?.split(";", 1)[0] ?? "" };
  expect((await server.ask(null, "GET /me", undefined, bob)).json).toMatchObject({ email: "bob@example.com" });
  await server.ask(null, "DELETE /members/bob@example.com", undefined, admin);
  expect((await server.ask(null, "GET /me", undefined, bob)).status).toBe(401);
});
