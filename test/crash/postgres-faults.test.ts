/** What only a database beside the program does: it cuts connections, it restarts, and the machines that share it stand still or have other clocks. */
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { jsonLines, workbench } from "../cli/run-muster.ts";
import { connectionName, ON_POSTGRES, openTestStore } from "../support/open-test-store.ts";
import { startPostgres } from "../support/postgres-server.ts";
import { receiver } from "../support/receiver.ts";
import { mountSmall, NO_DISK, unmount } from "../support/small-disk.ts";
import { cutOff, MUSTER, takenTimes } from "./cut-off.ts";
import { difference, diskState } from "./disk-state.ts";
import { disturbWorkers } from "./disturbed-worker.ts";
import { type Meanwhile, type WorkedStory, workedStory } from "./kill-workers.ts";
import { randomFrom, runChild } from "./killing.ts";
import { writePeople } from "./people-file.ts";
import { stopAndWake } from "./stopped-process.ts";
import { peopleStory } from "./stories.ts";
import { torment, type Undisturbed, undisturbed } from "./torment.ts";
import { workersFor } from "./workers.ts";

const PEOPLE = 1_500;
const CUTS = 8;
const CALLS = 60;
/** Room for some of the batches. */
const LEFT_BYTES = 2 * 1024 ** 2;
const LEASE_MS = 1_500;
const HOUR_AHEAD = {
  NODE_OPTIONS: `--import=${fileURLToPath(new URL("./clock-ahead.ts", import.meta.url))}`,
  MUSTER_TEST_CLOCK_AHEAD: "3600000",
};

function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "muster-fault-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "data");
}

describe.runIf(ON_POSTGRES)("a process that imports and undoes (C-X2)", () => {
  let story: Undisturbed;
  beforeAll(async () => {
    story = await undisturbed(peopleStory(PEOPLE));
  });
  afterAll(() => rmSync(story.folder, { recursive: true, force: true }));

  test("stopped in the middle of a batch until another one has ended its work, it writes nothing when it is woken", async () => {
    vi.stubEnv("MUSTER_TEST_LEASE_MS", String(LEASE_MS));
    onTestFinished(() => void vi.unstubAllEnvs());
    let times = 0;
    for (let seed = Date.now(); times < 2; seed++) {
      const { woken, difference } = await stopAndWake(story, seed);
      expect(difference, `seed ${seed}: ${JSON.stringify(woken)}`).toBeNull();
      for (const { said } of woken) expect(said).toMatch(/import_busy|store_unreachable|store_busy/);
      times += woken.length;
    }
  });

  test("cut off from the database again and again, it says so, and the next one goes on to the same end", async () => {
    let cuts = 0;
    for (let seed = Date.now(); cuts < CUTS; seed++) {
      const end = await torment(story, seed, {
        most: CUTS - cuts,
        strike: (data, { pid }) => void cutOff(data, connectionName(pid)),
      });
      expect(end.difference, `seed ${seed}`).toBeNull();
      cuts += end.kills;
    }
  });
});

describe.runIf(ON_POSTGRES)("a full disk of the database (C-X2)", () => {
  test("interrupts the import, says so, and lets it go on to the same end when there is room", async (context) => {
    const disk = mkdtempSync(join(tmpdir(), "muster-disk-"));
    if (!mountSmall(disk, "size=400m,mode=755")) return context.skip(NO_DISK);
    onTestFinished(() => unmount(disk));
    const server = await startPostgres({ disk });
    onTestFinished(() => server.stop());
    const data = dataFolder();
    mkdirSync(data);
    writeFileSync(join(data, "database-url"), server.url);
    await (await openTestStore(data)).close();
    const file = join(data, "..", "people.csv");
    writePeople(file, { from: 1, count: 10_000, edition: 0 });
    const args = ["import", file, "contacts", "250"];
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(join(disk, "filler"), Buffer.alloc(bavail * bsize - LEFT_BYTES));

    const full = await runChild([data, ...args], null);
    expect(full.said).toContain("The database's disk is full.");
    const { import: interrupted } = await diskState(data);
    expect(interrupted?.[0]).toMatch(/"state":"(interrupted|running)"/);
    rmSync(join(disk, "filler"));
    expect((await runChild([data, ...args], null)).said).toContain('"state":"done"');

    const undisturbed = dataFolder();
    await runChild([undisturbed, ...args], null);
    expect(difference(await diskState(undisturbed), await diskState(data))).toBeNull();
  });
});

describe.runIf(ON_POSTGRES)("workers (C-N1, C-X2)", () => {
  let story: WorkedStory;
  beforeAll(async () => {
    story = await workedStory(PEOPLE);
  });
  afterAll(() => rmSync(story.folder, { recursive: true, force: true }));

  test("a worker that is cut off from the database lives on, and ends what it had begun", async () => {
    const data = dataFolder();
    const random = randomFrom(Date.now());
    let cuts = 0;
    const meanwhile: Meanwhile = async () => {
      if (cuts < CUTS && (cuts === 0 || random() < 0.1) && (await cutOff(data, MUSTER)) > 0) cuts++;
    };
    const { difference, said } = await disturbWorkers(story, data, { meanwhile });
    expect(difference).toBeNull();
    expect(cuts).toBeGreaterThan(0);
    expect(said).toContain("stopped");
  });

  test("a database that restarts in the middle of an import is waited for, and the worker goes on by itself", async () => {
    let restarts = 0;
    // On a busy machine an import may be done between two looks at it.
    for (let attempt = 0; restarts === 0 && attempt < 5; attempt++) {
      const server = await startPostgres();
      onTestFinished(() => server.stop());
      const data = dataFolder();
      mkdirSync(data);
      writeFileSync(join(data, "database-url"), server.url);
      const meanwhile: Meanwhile = async ({ state, progress }) => {
        if (restarts > 0 || state !== "running" || (progress?.line ?? 0) === 0) return;
        restarts++;
        await server.restart();
      };
      const { difference } = await disturbWorkers(story, data, { meanwhile });
      expect(difference).toBeNull();
    }
    expect(restarts).toBe(1);
  });

  test("whose clocks differ by an hour take nothing from each other: every job is done once", async () => {
    const data = dataFolder();
    const { difference } = await disturbWorkers(story, data, { meanwhile: async () => {}, envs: [{}, HOUR_AHEAD] });
    expect(difference).toBeNull();
    expect(await takenTimes(data)).toEqual(await takenTimes(join(story.folder, "data")));
  });

  test("whose clocks differ by an hour send each effect once, however long the receiver takes (C-O3)", async () => {
    const { got, url } = await receiver((_, response) => setTimeout(() => response.end("ok"), 200));
    const bench = workbench();
    const steps = [{ do: "call_webhook", url }];
    bench.run(["workflows", "add", bench.file("w.json", JSON.stringify({ name: "Call", steps }))]);
    bench.run(["policy", "set", "effectHold", "none"]);
    const rows = Array.from({ length: CALLS }, (_, at) => `ann${at}@example.com`);
    const file = bench.file("people.csv", `Email\n${rows.join("\n")}\n`);
    expect(bench.json(["import", file, "--yes", "--workflow", "Call"])).toMatchObject({ state: "done" });

    const args = ["worker", "--once", "--data", bench.data];
    const env = { MUSTER_ALLOWED_ADDRESSES: "127.0.0.1" };
    const both = [env, { ...env, ...HOUR_AHEAD }].map((one) => workersFor(args, one, [200_000]));
    expect(await Promise.all(both)).toEqual([0, 0]);
    // Whoever ended first left to the other what it was sending.
    expect(await workersFor(args, env, [200_000])).toBe(0);

    expect(new Set(got.map(({ body }) => JSON.parse(body).contact.id)).size).toBe(CALLS);
    expect(new Set(got.map(({ headers }) => headers["webhook-id"])).size).toBe(CALLS);
    expect(got).toHaveLength(CALLS);
    const states = jsonLines(bench.run(["effects", "list", "--json"]).out).map(({ state }) => state);
    expect(states).toEqual(new Array(CALLS).fill("sent"));
  });
});
