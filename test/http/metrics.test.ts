/** Who may read the metrics, and what they say. */
import { expect, test } from "vitest";
import type { WorkFigures } from "../../src/app/ports/work-figures.ts";
import type { Ports } from "../../src/app/ports.ts";
import { Metrics } from "../../src/http/metrics.ts";
import { type ApiServer, apiServer } from "../support/api-server.ts";

const NOTHING_TO_DO: WorkFigures = {
  jobs: [],
  advances: [],
  leases: { held: 0, lost: 0 },
  erasures: 0,
  bulkChanges: 0,
};

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
    workFigures: { read: async () => NOTHING_TO_DO },
  };
  const ports = { store, now: () => 0 } as unknown as Ports;
  const texts = await Promise.all([metrics.text(ports), metrics.text(ports)]);
  for (const text of texts) expect(text).toContain('muster_imports_unfinished{state="running"} 1\n');
});

test("how much there is to do, how far workers are, and what does not get on", async () => {
  const job = { workspace: "default", import: "imp_1", kind: "run", pass: "run" } as const;
  const figures: WorkFigures = {
    jobs: [
      { kind: "run", place: "at_work", count: 1, retries: 1, oldestMs: 90_000 },
      { kind: "run", place: "waiting", count: 3, retries: 2, oldestMs: 61_500 },
    ],
    advances: [{ ...job, lines: 4_000, total: 9_000 }],
    leases: { held: 1, lost: 2 },
    ...{ erasures: 4, bulkChanges: 5 },
  };
  let present = figures;
  const store = {
    workspaces: { list: async () => [] },
    imports: { unfinished: async () => [] },
    workFigures: { read: async () => present },
  };
  const metrics = new Metrics();
  const lines = async () =>
    (await metrics.text({ store, now: () => 0 } as unknown as Ports))
      .split("\n")
      .filter((line) => WORK.test(line))
      .sort();
  const labels = 'workspace="default",import="imp_1",kind="run",pass="run"';
  expect(await lines()).toEqual([
    "muster_bulk_changes_waiting 5",
    "muster_erasures_waiting 4",
    `muster_job_lines_expected{${labels}} 9000`,
    `muster_job_lines{${labels}} 4000`,
    'muster_job_oldest_seconds{kind="run",state="at_work"} 90',
    'muster_job_oldest_seconds{kind="run",state="waiting"} 61.5',
    'muster_job_retries{kind="run"} 3',
    'muster_jobs{kind="run",state="at_work"} 1',
    'muster_jobs{kind="run",state="waiting"} 3',
    'muster_leases{state="held"} 1',
    'muster_leases{state="lost"} 2',
  ]);
  present = NOTHING_TO_DO;
  expect((await lines()).filter((line) => line.includes("{"))).toEqual([
    'muster_leases{state="held"} 0',
    'muster_leases{state="lost"} 0',
  ]);
});

const WORK = /^muster_(job|leases|erasures|bulk)/;

test("a server tells of the jobs that its workers have not taken", async () => {
  const server = await apiServer();
  const key = await server.key();
  const headers = { "content-type": "text/csv" };
  const made = await server.ask(key, "POST /imports?name=a.csv", "Email,Name\nann@example.com,Ann\n", headers);
  expect(made.status).toBe(202);
  const socket = { remoteAddress: "127.0.0.1", remotePort: 40_000, remoteFamily: "IPv4" };
  const response = await server.app.request("http://muster.test/metrics", {}, { incoming: { socket } });
  expect(await response.text()).toContain('muster_jobs{kind="run",state="waiting"} 1\n');
});
