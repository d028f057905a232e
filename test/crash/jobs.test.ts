/** Workers are killed, stopped and joined by a command on the same folder while they plan, run and undo. */
import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { askForRun } from "../../src/app/import/ask-job.ts";
import { prepareImport } from "../../src/app/import/preparing/prepare-import.ts";
import { receiveFile } from "../../src/app/import/preparing/receive-file.ts";
import type { ImportRecord, Ports } from "../../src/app/ports.ts";
import { openWorkspace } from "../../src/app/workspace/open-workspace.ts";
import { startMuster, workbench } from "../cli/run-muster.ts";
import { accepted } from "../support/workspace.ts";
import { closePorts, folderPorts } from "./folder-ports.ts";
import { killWorkers, type WorkedStory, workedStory } from "./kill-workers.ts";
import { writePeople } from "./people-file.ts";
import { REQUESTS } from "./request.ts";

const PEOPLE = 6_000;
const KILLS = 10;

describe("kill -9 of workers at any moment of a plan, a run or an undo (C-N1, C-X2)", () => {
  let story: WorkedStory;
  beforeAll(async () => {
    story = await workedStory(PEOPLE);
  });
  afterAll(() => rmSync(story.folder, { recursive: true, force: true }));

  test(`${KILLS} kills, and other workers end what those had begun, as if nothing had been`, async () => {
    let kills = 0;
    for (let seed = Date.now(); kills < KILLS; seed++) {
      const end = await killWorkers(story, seed, KILLS - kills);
      expect(end.difference, `npm run torture -- --seed ${seed}`).toBeNull();
      kills += end.kills;
    }
  });
});

/** Files that wait for a worker, in the order given. */
async function asked(ports: Ports, files: readonly string[]): Promise<readonly ImportRecord[]> {
  const workspace = accepted(await openWorkspace(ports, "default"));
  const records: ImportRecord[] = [];
  for (const file of files) {
    const source = accepted(await receiveFile(ports, file, null));
    const record = accepted(await prepareImport(ports, workspace, source, { request: REQUESTS.contacts }));
    records.push(accepted(await askForRun(ports, record.ref, "ann@example.com")));
  }
  return records;
}

test("an import that is wanted is made with its job, or not at all", async () => {
  const bench = workbench();
  const ports = await folderPorts(bench.data);
  const workspace = accepted(await openWorkspace(ports, "default"));
  const source = accepted(await receiveFile(ports, peopleFile(bench.path("people.csv"), 3), null));
  const wanted = { request: REQUESTS.contacts, wish: { kind: "run" } as const };
  const ask = vi.spyOn(ports.store.jobs, "ask").mockRejectedValueOnce(new Error("killed"));
  await expect(prepareImport(ports, workspace, source, wanted)).rejects.toThrow("killed");
  ask.mockRestore();
  expect(await ports.store.imports.list(workspace.number, { limit: 9, before: null })).toEqual([]);
  expect(accepted(await prepareImport(ports, workspace, source, wanted)).job?.wish).toEqual({ kind: "run" });
  await closePorts(ports);
});

function peopleFile(path: string, count: number): string {
  writePeople(path, { from: 1, count, edition: 0 });
  return path;
}

test("SIGTERM while an import is written: the worker ends by itself, and the next one goes on (C-N1)", async () => {
  const bench = workbench();
  const ports = await folderPorts(bench.data);
  const [record] = await asked(ports, [peopleFile(bench.path("people.csv"), 30_000)]);
  const now = async () => (await ports.store.imports.get(record!.ref))!;
  const first = startMuster(["worker", "--data", bench.data]);
  await expect.poll(async () => (await now()).progress?.line ?? 0, { interval: 5 }).toBeGreaterThan(0);
  first.child.kill("SIGTERM");
  expect(await first.ended).toMatchObject({ code: 0 });
  expect(await now()).toMatchObject({ state: "running", lease: null, job: { worker: null, tries: 0 } });
  const second = startMuster(["worker", "--once", "--data", bench.data]);
  expect(await second.ended).toMatchObject({ code: 0 });
  const { state, scan, progress, job } = await now();
  expect({ state, job }).toEqual({ state: "done", job: null });
  expect(Object.values(progress!.tally.outcomes).reduce((sum, count) => sum + count, 0)).toBe(scan?.lines);
  await closePorts(ports);
});

test("kill -9 of the server ends its workers too, and the next one's go on (C-N1, C-X2)", async () => {
  const bench = workbench();
  const ports = await folderPorts(bench.data);
  const [record] = await asked(ports, [peopleFile(bench.path("people.csv"), 30_000)]);
  const now = async () => (await ports.store.imports.get(record!.ref))!;
  const serve = () => startMuster(["serve", "--port", "0", "--data", bench.data]);
  const first = serve();
  await expect.poll(async () => (await now()).progress?.line ?? 0, { interval: 5 }).toBeGreaterThan(0);
  first.child.kill("SIGKILL");
  await first.ended;
  const second = serve();
  await expect.poll(now).toMatchObject({ state: "done", job: null, lease: null });
  second.child.kill("SIGTERM");
  expect((await second.ended).code).toBe(0);
  await closePorts(ports);
});

test("two workers and commands on one folder: nobody twice, and every ledger balances (C-N1, C-X2)", async () => {
  const bench = workbench();
  const ports = await folderPorts(bench.data);
  const files = ["one.csv", "two.csv", "three.csv"].map((name) => peopleFile(bench.path(name), 4_000));
  const workers = [1, 2].map(() => startMuster(["worker", "--data", bench.data]));
  const records = await asked(ports, files);
  const command = startMuster([
    "import",
    peopleFile(bench.path("four.csv"), 4_000),
    "--yes",
    "--json",
    "--data",
    bench.data,
  ]);
  expect(JSON.parse((await command.ended).out)).toMatchObject({ state: "done" });
  const states = async () => {
    const all = await Promise.all(records.map(({ ref }) => ports.store.imports.get(ref)));
    return all.map((record) => (record?.job === null ? record.state : "wanted"));
  };
  await expect.poll(states).toEqual(["done", "done", "done"]);
  for (const { child } of workers) child.kill("SIGTERM");
  expect(await Promise.all(workers.map(async ({ ended }) => (await ended).code))).toEqual([0, 0]);
  const all = await ports.store.imports.list(1, { limit: 10, before: null });
  const created = all.map(({ progress }) => progress?.tally.outcomes.created ?? 0);
  const contacts = await ports.store.contacts.list(1, { search: null, filters: [], after: 0, limit: 100_000 });
  expect(new Set(contacts.map(({ values }) => values.get("external_id"))).size).toBe(contacts.length);
  expect(created.reduce((sum, count) => sum + count, 0)).toBe(contacts.length);
  await closePorts(ports);
});
