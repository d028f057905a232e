/** What the port in src/app/ports/job-store.ts promises, tried on whatever implements it. */
import { describe, expect, test } from "vitest";
import { LARGE_IMPORT_BYTES, LEASE_MS } from "../../src/app/limits.ts";
import type { ImportRef, Job, Store, Workspace } from "../../src/app/ports.ts";
import type { JobWish } from "../../src/core/job/job.ts";
import { EMPTY_TALLY } from "../../src/core/plan/outcome.ts";
import { accepted } from "../support/workspace.ts";
import { type OpenStores, openForEach, SETTINGS } from "./fixture.ts";

const NOW = 1_000_000;
const RUN: JobWish = { kind: "run" };
const PLAN: JobWish = { kind: "plan" };
const undoOf = (only: number): JobWish => ({ kind: "undo", only, includeEdited: false });

export function jobStoreConformance(name: string, open: OpenStores): void {
  describe(name, () => {
    let store: Store;
    let mine: Workspace;
    let theirs: Workspace;
    openForEach(open, NOW, (opened) => {
      ({ store, mine, theirs } = opened);
    });

    async function asked(workspace: Workspace, wish: JobWish, bytes = 10): Promise<ImportRef> {
      const settings = { ...SETTINGS, source: { ...SETTINGS.source, bytes } };
      const { ref } = await store.imports.create(workspace.number, settings, NOW);
      await store.jobs.ask(ref, wish, { by: "ann@x.test", at: NOW });
      return ref;
    }
    const claim = (holder: string, said: { now?: number; gone?: readonly string[] } = {}): Promise<Job | null> => {
      const { now = NOW, gone = [] } = said;
      return store.jobs.claim({ now, holder, isGone: (lease) => gone.includes(lease.holder), largeAtOnce: 1 });
    };
    const jobOf = async (ref: ImportRef): Promise<Job | null> => (await store.imports.get(ref))?.job ?? null;

    describe("JobStore", () => {
      test("what is wanted stands with the import, and asking again changes nothing", async () => {
        const ref = await asked(mine, RUN);
        const again = await store.jobs.ask(ref, RUN, { by: "bob@x.test", at: NOW + 5 });
        expect(again).toMatchObject({ wish: RUN, by: "ann@x.test", askedAt: NOW, tries: 0, worker: null });
        expect(await jobOf(ref)).toEqual(again);
        expect([await store.jobs.count(mine.number), await store.jobs.count(theirs.number)]).toEqual([1, 0]);
      });

      test("a plan gives way to a run; a run to nothing, an undo to no other", async () => {
        const [first, second] = [await asked(mine, PLAN), await asked(mine, undoOf(7))];
        const ask = async (ref: ImportRef, wish: JobWish) =>
          (await store.jobs.ask(ref, wish, { by: "x", at: NOW })).wish;
        expect(await ask(first, RUN)).toEqual(RUN);
        expect(await ask(first, PLAN)).toEqual(RUN);
        expect(await ask(second, undoOf(8))).toEqual(undoOf(7));
      });

      test("of a version that it has no more, nothing is wanted", async () => {
        const seen = await store.imports.create(mine.number, SETTINGS, NOW);
        const changed = await store.imports.patch(seen, { refusal: null });
        const by = { by: "x", at: NOW };
        expect(await store.jobs.askOfVersion(seen, RUN, by)).toBeNull();
        expect(await jobOf(seen.ref)).toBeNull();
        expect(changed && (await store.jobs.askOfVersion(changed, RUN, by))).toMatchObject({ wish: RUN });
      });

      test("is taken by one worker, and the oldest of a workspace first", async () => {
        const [first, second] = [await asked(mine, RUN), await asked(mine, RUN)];
        expect(await claim("a")).toMatchObject({ ref: first, tries: 1, worker: { holder: "a" } });
        expect(await claim("b")).toBeNull();
        await store.jobs.finish((await jobOf(first))!);
        expect(await claim("b")).toMatchObject({ ref: second });
      });

      test("is free again once its worker is gone or says nothing for as long as a lease lasts", async () => {
        const ref = await asked(mine, RUN);
        const job = (await claim("a"))!;
        expect(await claim("b", { gone: ["a"] })).toMatchObject({ ref, tries: 2 });
        const later = NOW + LEASE_MS;
        await store.jobs.report(job, { now: later, progress: null });
        expect(await claim("c", { now: later })).toMatchObject({ ref, worker: { holder: "c" } });
      });

      test("is not begun while somebody holds the import itself", async () => {
        const ref = await asked(mine, RUN);
        const lease = accepted(await store.imports.takeLease(ref, "cli", NOW, () => false));
        expect(await claim("a")).toBeNull();
        await store.imports.dropLease(ref, lease);
        expect(await claim("a")).toMatchObject({ ref });
      });

      test("a worker that was replaced neither reports, nor gives back, nor ends it", async () => {
        const ref = await asked(mine, RUN);
        const old = (await claim("a"))!;
        const taken = await claim("b", { gone: ["a"] });
        const progress = { pass: "plan", lines: 1, total: 2, tally: EMPTY_TALLY } as const;
        await store.jobs.report(old, { now: NOW, progress });
        await store.jobs.release(old, { dueAt: NOW, fault: "x", counts: true });
        await store.jobs.finish(old);
        expect(await jobOf(ref)).toEqual(taken);
      });

      test("what was asked for while a plan was made outlives the plan", async () => {
        const ref = await asked(mine, PLAN);
        const plan = (await claim("a"))!;
        await store.jobs.ask(ref, RUN, { by: "bob@x.test", at: NOW });
        await store.jobs.finish(plan);
        expect(await jobOf(ref)).toMatchObject({ wish: RUN, worker: null, tries: 0 });
      });

      test("says how far it is", async () => {
        const ref = await asked(mine, PLAN);
        const progress = { pass: "plan", lines: 10, total: 20, tally: EMPTY_TALLY } as const;
        await store.jobs.report((await claim("a"))!, { now: NOW + 1_000, progress });
        expect(await jobOf(ref)).toMatchObject({ progress, worker: { until: NOW + 1_000 + LEASE_MS } });
      });

      test("given back, it is begun again from that time on; attempts that were stopped do not count", async () => {
        const ref = await asked(mine, RUN);
        await store.jobs.release((await claim("a"))!, { dueAt: NOW, fault: null, counts: false });
        expect(await jobOf(ref)).toMatchObject({ tries: 0, worker: null });
        await store.jobs.release((await claim("a"))!, { dueAt: NOW + 100, fault: "disk", counts: true });
        expect(await claim("a", { now: NOW + 99 })).toBeNull();
        expect(await claim("a", { now: NOW + 100 })).toMatchObject({ tries: 2, fault: "disk" });
      });

      test("attempts are counted anew once the import has moved on", async () => {
        const ref = await asked(mine, RUN);
        for (const tries of [1, 2, 3])
          expect(await claim("a", { now: NOW + tries * LEASE_MS })).toMatchObject({ tries });
        const progress = { line: 5, offset: 50, tally: EMPTY_TALLY, ledger: "" } as never;
        await store.imports.patch((await store.imports.get(ref))!, { progress });
        expect(await claim("a", { now: NOW + 4 * LEASE_MS })).toMatchObject({ tries: 1 });
      });

      test("workspaces take turns, and beside a large file only small ones are begun", async () => {
        const large = await asked(mine, RUN, LARGE_IMPORT_BYTES + 1);
        await asked(mine, PLAN, LARGE_IMPORT_BYTES + 1);
        const [plan, small] = [await asked(mine, PLAN), await asked(theirs, RUN)];
        const order = [await claim("a"), await claim("b"), await claim("c"), await claim("d")];
        expect(order.map((job) => job?.ref ?? null)).toEqual([large, small, plan, null]);
      });

      test("is gone when it is withdrawn, or with its import", async () => {
        const [first, second] = [await asked(mine, RUN), await asked(mine, RUN)];
        await store.jobs.withdraw(first);
        await store.imports.remove(second);
        expect(await jobOf(first)).toBeNull();
        expect(await store.jobs.count(mine.number)).toBe(0);
        expect(await claim("a")).toBeNull();
      });
    });
  });
}
