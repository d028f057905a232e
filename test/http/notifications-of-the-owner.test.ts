/** An owner with an address acts as an operator and is a member besides: what that member is told is theirs to read. */
import { expect, test } from "vitest";
import { addMember } from "../../src/app/workspace/change-members.ts";
import { apiServer } from "../support/api-server.ts";

const HOUR = 3_600_000;

async function owner(email: string) {
  const server = await apiServer();
  const link = await server.signIn.ownerLink(email, HOUR);
  const { headers } = await server.app.request(link ?? "");
  const cookie = headers.getSetCookie()[0]?.split(";", 1)[0] ?? "";
  return { server, cookie: { cookie, origin: "http://muster.test" } };
}

test("the owner reads what their member was told", async () => {
  const { server, cookie } = await owner("owner@example.com");
  const { ports, workspace } = server.test;
  const said = { email: "Owner@example.com", name: "Olive", role: "admin" } as const;
  await addMember({ ports, workspace, actor: { kind: "operator", name: "ops" } }, said);
  const told = await server.ask(null, "GET /notifications", undefined, cookie);
  expect([told.status, told.json.items]).toEqual([200, expect.any(Array)]);
  const profile = { events: { import_done: "app" } };
  const changed = await server.ask(null, "PATCH /notifications/profile", profile, cookie);
  expect([changed.status, changed.json.events.import_done]).toEqual([200, "app"]);
});

test("an owner who is no member, and a key, are told nothing", async () => {
  const { server, cookie } = await owner("owner@example.com");
  const told = await server.ask(null, "GET /notifications", undefined, cookie);
  expect([told.status, told.json.code]).toEqual([422, "member_required"]);
  const byKey = await server.ask(await server.key(), "GET /notifications");
  expect([byKey.status, byKey.json.code]).toEqual([422, "member_required"]);
});
