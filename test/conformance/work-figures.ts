/** What every WorkFiguresStore counts. */
import { describe, expect, test } from "vitest";
import { LEASE_MS } from "../../src/app/limits.ts";
import type { Store, Workspace } from "../../src/app/ports.ts";
import { EMPTY_TALLY } from "../../src/core/plan/outcome.ts";
import { accepted } from "../support/workspace.ts";
import { type OpenStores, openForEach, SETTINGS } from "./fixture.ts";

const NOW = 1_000_000;
const BY = "ann@example.com";

export function workFiguresConformance(name: string, open: OpenStores): void {
  describe(`${name}: WorkFiguresStore`, () => {
    let store: Store;
    let mine: Workspace;
    let theirs: Workspace;
    openForEach(open, NOW, (opened) => {
      ({ store, mine, theirs } = opened);
    });

    async function asked(workspace: Workspace, kind: "plan" | "run", at: number) {
      const record = await store.imports.create(workspace.number, SETTINGS, NOW);
      await store.jobs.ask(record.ref, { kind }, { by: BY, at });
      return record;
    }
    const claim = (holder: string, now = NOW) => store.jobs.claim({ now, holder, isGone: () => false, largeAtOnce: 1 });

    test("nothing, where there is nothing to do", async () => {
      expect(await store.workFigures.read(NOW)).toEqual({
        ...{ jobs: [], advances: [], leases: { held: 0, lost: 0 }, erasures: 0, bulkChanges: 0 },
      });
    });

    test("jobs of all workspaces that wait, are held, are at work, and whose worker is lost", async () => {
      await asked(mine, "run", NOW - 9_000);
      const waits = await asked(mine, "plan", NOW - 5_000);
      await asked(theirs, "plan", NOW - 3_000);
      accepted(await store.imports.takeLease(waits.ref, "somebody", NOW, () => false));
      const job = await claim("worker");
      if (job === null) throw new Error("there is a job");
      const progress = { pass: "run", lines: 40, total: 90, tally: EMPTY_TALLY } as const;
      await store.jobs.report(job, { now: NOW, progress });
      const { jobs, advances, leases } = await store.workFigures.read(NOW);
      expect(new Set(jobs)).toEqual(
        new Set([
          { kind: "run", place: "at_work", count: 1, retries: 0, oldestMs: 9_000 },
          { kind: "plan", place: "held", count: 1, retries: 0, oldestMs: 5_000 },
          { kind: "plan", place: "waiting", count: 1, retries: 0, oldestMs: 3_000 },
        ]),
      );
      const id = (await store.imports.get(job.ref))?.id;
      expect(advances).toEqual([{ workspace: mine.slug, import: id, kind: "run", pass: "run", lines: 40, total: 90 }]);
      expect(leases).toEqual({ held: 1, lost: 0 });
      const later = await store.workFigures.read(NOW + 2 * LEASE_MS);
      expect(later.jobs.map(({ place }) => place).sort()).toEqual(["lost", "waiting"]);
      expect([later.advances, later.leases]).toEqual([[], { held: 0, lost: 1 }]);
    });

    test("attempts after the first, while the import gets no further", async () => {
      await asked(mine, "run", NOW);
      for (let tries = 1; tries <= 3; tries++) {
        const job = await claim("worker");
        if (job === null) throw new Error("there is a job");
        await store.jobs.release(job, { dueAt: NOW, fault: "the disk is full", counts: true });
      }
      expect((await store.workFigures.read(NOW)).jobs).toMatchObject([{ place: "waiting", retries: 2 }]);
    });

    test("erasures and bulk changes that a worker is to do", async () => {
      const asking = { at: NOW, by: BY, contacts: [1] } as const;
      const first = await store.erasureRequests.open(mine.number, { ...asking, state: "planning" });
      await store.erasureRequests.open(theirs.number, { ...asking, state: "erasing" });
      const change = { do: "add_tags", tags: ["vip"] } as const;
      const choice = { kind: "named", contacts: [1] } as const;
      await store.bulkChanges.open(mine.number, { at: NOW, by: BY, newTags: [], change, choice });
      expect(await store.workFigures.read(NOW)).toMatchObject({ erasures: 2, bulkChanges: 1 });
      await store.erasureRequests.withdraw(mine.number, first.number);
      expect(await store.workFigures.read(NOW)).toMatchObject({ erasures: 1 });
    });
  });
}
