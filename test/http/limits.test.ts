/** How often somebody may ask, and what is answered to whoever asks too often. */
import { expect, test } from "vitest";
import { apiServer } from "../support/api-server.ts";

test("a key that asks too often is told when to ask again (C-A2)", async () => {
  const server = await apiServer({}, { requestsPerMinute: 3 });
  const key = await server.key();
  const first = await server.ask(key, "GET /tags");
  expect([first.status, first.headers.get("ratelimit-limit"), first.headers.get("ratelimit-remaining")]).toEqual([
    ...[200, "3", "2"],
  ]);
  await server.ask(key, "GET /tags");
  await server.ask(key, "GET /tags");
  const refused = await server.ask(key, "GET /tags");
  expect([refused.status, refused.json.code]).toEqual([429, "too_many_requests"]);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  const another = await server.key({ role: "viewer" });
  expect((await server.ask(another, "GET /tags")).status).toBe(200);
});

test("an address that tries one wrong key after the other is answered no more (C-M1)", async () => {
  const server = await apiServer();
  const wrong = (at: number): string => `mst_${String(at).padStart(43, "0")}`;
  const statuses: number[] = [];
  for (let at = 0; at < 40; at++) statuses.push((await server.ask(wrong(at), "GET /tags")).status);
  expect(statuses[0]).toBe(401);
  expect(statuses.at(-1)).toBe(429);
  expect((await server.ask(await server.key(), "GET /tags")).status).toBe(429);
});

test("what comes without a key is refused, and keeps nobody else at the address out", async () => {
  const server = await apiServer();
  for (let at = 0; at < 40; at++) expect((await server.ask(null, "GET /tags")).status).toBe(401);
  expect((await server.ask(await server.key(), "GET /tags")).status).toBe(200);
});
