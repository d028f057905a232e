/** Who may read the metrics, and what they say. */
import { expect, test } from "vitest";
import type { Ports } from "../../src/app/ports.ts";
import { Metrics } from "../../src/http/metrics.ts";
import { type ApiServer, apiServer } from "../support/api-server.ts";

const asked = async ({ app }: ApiServer, from: string, headers: Readonly<Record<string, string>> = {}) => {
  const socket = { remoteAddress: from, remotePort: 40_000, remoteFamily: from.includes(":") ? "IPv6" : "IPv4" };
  const response = await app.request("http://muster.test/metrics", { headers }, { incoming: { socket } });
  return response.status;
};

test("without a token programs of this machine alone, and not those whose requests its proxy passes on", async () => {
  const server = await apiServer();
  expect(await asked(server, "127.0.0.1")).toBe(200);
  expect(await asked(server, "::ffff:127.0.0.1")).toBe(200);
  expect(await asked(server, "192.168.1.7")).toBe(401);
  expect(await asked(server, "127.0.0.1", { "x-forwarded-for": "203.0.113.9" })).toBe(401);
  expect(await asked(server, "127.0.0.1", { forwarded: "for=203.0.113.9" })).toBe(401);
});

test("with a token whoever sends it, from anywhere", async () => {
  const server = await apiServer({}, { metricsToken: "a token" });
  expect(await asked(server, "192.168.1.7", { authorization: "Bearer a token" })).toBe(200);
  expect(await asked(server, "127.0.0.1")).toBe(401);
  expect(await asked(server, "127.0.0.1", { authorization: "Bearer a tokem" })).toBe(401);
});

test("two who read at once are told of each import once", async () => {
  const metrics = new Metrics();
  const store = {
    workspaces: { list: async () => [] },
    imports: { unfinished: async () => [{ state: "running" }] },
  };
  const ports = { store } as unknown as Ports;
  const texts = await Promise.all([metrics.text(ports), metrics.text(ports)]);
  for (const text of texts) expect(text).toContain('muster_imports_unfinished{state="running"} 1\n');
});
