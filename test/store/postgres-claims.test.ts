/** Jobs and effects of one PostgreSQL database, claimed by several machines at once. */
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { LANE_AT_ONCE, LEASE_MS } from "../../src/app/limits.ts";
import type { Job } from "../../src/app/ports/job-store.ts";
import { addEffects } from "../../src/store/postgres/background/add-effect.ts";
import { PostgresJobs } from "../../src/store/postgres/background/jobs.ts";
import { PostgresOutbox } from "../../src/store/postgres/background/outbox.ts";
import { type Database, openDatabase } from "../../src/store/postgres/database.ts";
import { clockOf } from "../../src/store/postgres/database-clock.ts";
import { newDatabase, type TestDatabase } from "../support/postgres-database.ts";

const HOUR = 3_600_000;
const WORKSPACES = 5;

let made: TestDatabase;
/** A machine has a pool of its own. */
let machines: readonly Machine[];
type Machine = { readonly database: Database; readonly jobs: PostgresJobs; readonly outbox: PostgresOutbox };

beforeEach(async () => {
  made = await newDatabase();
  machines = await Promise.all([machine(), machine()]);
  await machines[0]!.database.write(
    null,
    `insert into workspace (workspace_id, slug, name, preset, policy, id_key, created_at)
     select number, number::text, '', 'muster', '{}', 1, 1 from generate_series(1, $1::bigint) as number`,
    WORKSPACES,
  );
});
afterEach(async () => {
  await Promise.all(machines.map(({ database }) => database.close()));
  await made.drop();
});

async function machine(): Promise<Machine> {
  const database = await openDatabase(made.url, 6);
  const ahead = clockOf(database, undefined);
  return { database, jobs: new PostgresJobs(database, ahead), outbox: new PostgresOutbox(database, ahead) };
}

/** Imports of each workspace in turn, with a job each. */
async function wantJobs(kind: "plan" | "run", count: number): Promise<void> {
  await machines[0]!.database.write(
    null,
    `insert into import (workspace_id, import_id, state, settings, created_at)
     select 1 + number % $2, number, 'received', '{"source": {"bytes": 10}}', 1 from generate_series(1, $1::bigint) as number`,
    ...[count, WORKSPACES],
  );
  await machines[0]!.database.write(
    null,
    `insert into import_job (workspace_id, import_id, kind, wish, asked_by, asked_at, due_at)
     select workspace_id, import_id, $1::text, json_build_object('kind', $1::text)::text, 'ann', import_id, 1 from import`,
    kind,
  );
}

const claim = ({ jobs }: Machine, holder: string, now = Date.now()): Promise<Job | null> =>
  jobs.claim({ now, holder, isGone: () => false, largeAtOnce: 1 });

/** Workers of both machines, until none of them finds anything. */
async function workers(each: number, work: (machine: Machine, holder: string) => Promise<void>): Promise<void> {
  await Promise.all(
    machines.flatMap((one, at) => Array.from({ length: each }, (_, worker) => work(one, `machine-${at}:${worker}`))),
  );
}

const wanted = async (): Promise<number> =>
  Number((await machines[0]!.database.get("select count(*) from import_job"))?.[0]);

describe("jobs (C-X2)", () => {
  test("each of 200 is taken once, however many take at the same time", async () => {
    await wantJobs("plan", 200);
    const taken: string[] = [];
    await workers(3, async (one, holder) => {
      while ((await wanted()) > 0) {
        const job = await claim(one, holder);
        if (job === null) {
          await pause(5);
          continue;
        }
        taken.push(`${job.ref.workspace} ${job.ref.import} ${job.tries}`);
        await one.jobs.finish(job);
      }
    });
    expect(taken).toHaveLength(200);
    expect(new Set(taken).size).toBe(200);
    expect(taken.every((job) => job.endsWith(" 1"))).toBe(true);
  });

  test("those that write to a workspace are at work one after the other, in the order of asking", async () => {
    await wantJobs("run", 60);
    const atWork = new Set<number>();
    const order: number[] = [];
    await workers(3, async (one, holder) => {
      while ((await wanted()) > 0) {
        const job = await claim(one, holder);
        if (job === null) {
          await pause(5);
          continue;
        }
        expect(atWork.has(job.ref.workspace)).toBe(false);
        atWork.add(job.ref.workspace);
        order.push(job.ref.import);
        await pause(1);
        atWork.delete(job.ref.workspace);
        await one.jobs.finish(job);
      }
    });
    expect(order).toHaveLength(60);
    for (let workspace = 0; workspace < WORKSPACES; workspace++) {
      const ofOne = order.filter((number) => number % WORKSPACES === workspace);
      expect(ofOne).toEqual([...ofOne].sort((a, b) => a - b));
    }
  });

  test("a machine whose clock is an hour ahead takes nobody for dead, and one that is behind keeps what it has", async () => {
    await wantJobs("run", 1);
    const [mine, other] = [machines[0]!, machines[1]!];
    const job = await claim(mine, "behind", Date.now() - HOUR);
    expect(job).not.toBeNull();
    expect(await claim(other, "ahead", Date.now() + HOUR)).toBeNull();
    await mine.jobs.report(job!, { now: Date.now() - HOUR, progress: null });
    expect(await claim(other, "ahead", Date.now() + HOUR)).toBeNull();
    const row = await mine.database.get(
      "select held_until - (extract(epoch from clock_timestamp()) * 1000)::bigint from import_job",
    );
    expect(Math.abs(Number(row?.[0]) - LEASE_MS)).toBeLessThan(LEASE_MS / 2);
  });

  test("a worker says that it lives while somebody holds its workspace", async () => {
    await wantJobs("run", 1);
    const [mine, other] = [machines[0]!, machines[1]!];
    const job = (await claim(mine, "a"))!;
    await mine.database.write(null, "update import_job set held_until = 1");
    await other.database.transaction(job.ref.workspace, () =>
      mine.jobs.report(job, { now: Date.now(), progress: null }),
    );
    expect(await claim(other, "b")).toBeNull();
  });
});

describe("effects (C-X2, C-O3)", () => {
  /** As many for each workspace, for ten receivers in turn. */
  async function wantEffects(count: number): Promise<void> {
    const { database } = machines[0]!;
    for (let workspace = 1; workspace <= WORKSPACES; workspace++) {
      const rows = Array.from({ length: count }, (_, at) => ({
        key: `${workspace}-${at}`,
        effect: { kind: "webhook", url: `https://host${at % 10}.test/`, body: "{}" } as const,
        from: { cause: "endpoint", import: 0 } as const,
        dueAt: 1,
      }));
      await database.transaction(workspace, () => addEffects(database, { workspace, now: 1 }, rows));
    }
  }

  const request = (holder: string, now = Date.now()) =>
    ({ kinds: ["webhook"], limit: 8, now, holder, isGone: () => false }) as const;

  test("each of 500 is taken and sent once, and no receiver gets more at once than it may", async () => {
    await wantEffects(100);
    const sent: string[] = [];
    const underWay = new Map<string, number>();
    await workers(3, async ({ outbox }, holder) => {
      for (let isDone = false; !isDone; ) {
        isDone = true;
        for (let workspace = 1; workspace <= WORKSPACES; workspace++) {
          const claimed = await outbox.claim(workspace, request(holder));
          if (claimed.length > 0) isDone = false;
          for (const { key, attempts, lane } of claimed) {
            sent.push(`${key} ${attempts}`);
            underWay.set(`${workspace} ${lane.name}`, (underWay.get(`${workspace} ${lane.name}`) ?? 0) + 1);
          }
          expect(Math.max(0, ...underWay.values())).toBeLessThanOrEqual(LANE_AT_ONCE);
          for (const effect of claimed) {
            const lane = `${workspace} ${effect.lane.name}`;
            // Counted down first: once it is marked, somebody else may have taken the next one already.
            underWay.set(lane, (underWay.get(lane) ?? 0) - 1);
            await outbox.end(workspace, effect, { state: "sent", at: Date.now() });
          }
        }
      }
    });
    expect(new Set(sent).size).toBe(500);
    expect(sent).toHaveLength(500);
    expect(sent.every((effect) => effect.endsWith(" 1"))).toBe(true);
  });

  test("what somebody is sending is nobody else's, whatever the clocks of their machines say", async () => {
    await wantEffects(1);
    const [mine, other] = [machines[0]!, machines[1]!];
    expect(await mine.outbox.claim(1, request("behind", Date.now() - HOUR))).toHaveLength(1);
    expect(await other.outbox.claim(1, request("ahead", Date.now() + HOUR))).toEqual([]);
  });
});
