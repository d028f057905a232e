/** What is asked for in the background, and what a worker in this process makes of it. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { askForPlan, askForRun, askForUndo } from "../../src/app/import/ask-job.ts";
import { cancelImport } from "../../src/app/import/run-import.ts";
import { JOB_TRIES } from "../../src/app/limits.ts";
import type { ImportRecord, Job, Ports } from "../../src/app/ports.ts";
import { workOnImports } from "../../src/jobs/import-loop.ts";
import { Rest } from "../../src/jobs/rest.ts";
import { accepted, type TestWorkspace, testWorkspace } from "../support/workspace.ts";

const ANN = "ann@x.test";
const FILE = "email\na@example.com\nb@example.com\nnobody\n";

let mine: TestWorkspace;
beforeEach(async () => {
  mine = await testWorkspace();
});
afterEach(() => mine.close());

const received = async (text = FILE): Promise<ImportRecord> => accepted(await mine.prepare(text));
const now = async ({ ref }: ImportRecord): Promise<ImportRecord> => (await mine.ports.store.imports.get(ref))!;

type Told = { readonly ended: string[]; readonly faults: unknown[] };

/** One worker, until there is nothing to do. */
async function work(ports: Ports = mine.ports, signal = new AbortController().signal): Promise<Told> {
  const told: Told = { ended: [], faults: [] };
  await workOnImports(ports, {
    ...{ once: true, signal, rest: new Rest(), onRound: () => undefined },
    onFault: (_, error) => told.faults.push(error),
    onEnded: async ({ state }: ImportRecord, { wish }: Job) => void told.ended.push(`${wish.kind}: ${state}`),
  });
  return told;
}

/** The same, but after each call of the method something happens. */
const followed = <T extends object>(store: T, method: keyof T, happens: () => Promise<void>): T =>
  new Proxy(store, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      if (name !== method) return value.bind(target);
      return async (...args: readonly unknown[]) => {
        const answer = await value.apply(target, args);
        await happens();
        return answer;
      };
    },
  });

describe("asking (C-N1)", () => {
  test("plan, run and undo are done by a worker, one after the other", async () => {
    const record = await received();
    expect(accepted(await askForPlan(mine.ports, record.ref, ANN)).job).toMatchObject({
      wish: { kind: "plan" },
      by: ANN,
    });
    expect((await work()).ended).toEqual(["plan: planned"]);
    accepted(await askForRun(mine.ports, record.ref, ANN));
    expect((await work()).ended).toEqual(["run: done"]);
    expect(await now(record)).toMatchObject({
      job: null,
      progress: { tally: { outcomes: { created: 2, failed: 1 } } },
    });
    accepted(await askForUndo(mine.ports, record.ref, { only: 2, includeEdited: false, by: ANN }));
    expect((await work()).ended).toEqual(["undo: done"]);
    accepted(await askForUndo(mine.ports, record.ref, { only: null, includeEdited: false, by: ANN }));
    expect((await work()).ended).toEqual(["undo: undone"]);
    expect(await now(record)).toMatchObject({ job: null, undo: { by: ANN } });
    expect(await mine.contacts()).toEqual([]);
  });

  test("twice is once", async () => {
    const record = await received();
    const first = accepted(await askForRun(mine.ports, record.ref, ANN));
    expect(accepted(await askForRun(mine.ports, record.ref, "bob@x.test")).job).toEqual(first.job);
    expect((await work()).ended).toEqual(["run: done"]);
  });

  test("what the state does not allow is refused at once", async () => {
    const record = await mine.import(FILE);
    const refusals = [
      await askForPlan(mine.ports, record.ref, ANN),
      await askForRun(mine.ports, record.ref, ANN),
      await askForUndo(mine.ports, record.ref, { only: 4, includeEdited: false, by: ANN }),
      await askForRun(mine.ports, { ...record.ref, import: 99 }, ANN),
    ].map((result) => (result.ok ? null : result.refusal.code));
    expect(refusals).toEqual(["import_state_invalid", "import_state_invalid", "line_unknown", "import_unknown"]);
    expect((await now(record)).job).toBeNull();
  });

  test("something else is refused while the first waits, but a run instead of a plan", async () => {
    const record = await received();
    accepted(await askForPlan(mine.ports, record.ref, ANN));
    accepted(await askForRun(mine.ports, record.ref, ANN));
    expect(await askForPlan(mine.ports, record.ref, ANN)).toMatchObject({ refusal: { code: "import_busy" } });
    expect((await work()).ended).toEqual(["run: done"]);
  });

  test("a disclaimer that nobody has accepted is asked for before the run is", async () => {
    await mine.close();
    mine = await testWorkspace({ policy: { disclaimer: true } });
    const record = await received();
    expect(await askForRun(mine.ports, record.ref, ANN)).toMatchObject({ ok: false });
    expect((await now(record)).job).toBeNull();
  });
});

describe("cancelling (C-N2)", () => {
  test("an import that waits for its worker is cancelled at once", async () => {
    const record = await received();
    accepted(await askForRun(mine.ports, record.ref, ANN));
    expect(accepted(await cancelImport(mine.ports, record.ref))).toMatchObject({ state: "cancelled", job: null });
    expect((await work()).ended).toEqual([]);
  });

  test("an undo that waits is not done, and the import stays what it was", async () => {
    const record = await mine.import(FILE);
    accepted(await askForUndo(mine.ports, record.ref, { only: null, includeEdited: false, by: ANN }));
    expect(accepted(await cancelImport(mine.ports, record.ref))).toMatchObject({ state: "done", job: null });
    expect(await cancelImport(mine.ports, record.ref)).toMatchObject({ refusal: { code: "import_state_invalid" } });
  });

  test("a plan that is made stops after its batch", async () => {
    await mine.close();
    mine = await testWorkspace({ batchRows: 1 });
    const record = await received();
    // A minute passes with each look at the workspace's clock, and with it the worker's lease.
    const ports = { ...mine.ports, now: () => 0 };
    accepted(await askForPlan(ports, record.ref, ANN));
    const imports = followed(ports.store.imports, "savePlanned", async () => {
      expect(accepted(await cancelImport(ports, record.ref))).toMatchObject({
        state: "received",
        cancelRequested: true,
      });
    });
    const ended = await work({ ...ports, store: { ...ports.store, imports } });
    expect(ended.ended).toEqual(["plan: cancelled"]);
  });
});

describe("what stops a worker half way (C-N1, C-X2)", () => {
  test.each([
    { ask: askForPlan, meanwhile: "received", ends: "plan: planned" },
    { ask: askForRun, meanwhile: "running", ends: "run: done" },
  ])("a shutdown while a file is scanned is waited for by nobody, and it ends as $ends", async (asked) => {
    const record = await received();
    accepted(await asked.ask(mine.ports, record.ref, ANN));
    const shutdown = new AbortController();
    const endless: Ports["drafts"] = {
      ...mine.ports.drafts,
      scan() {
        shutdown.abort();
        return new Promise(() => undefined);
      },
    };
    expect(await work({ ...mine.ports, drafts: endless }, shutdown.signal)).toEqual({ ended: [], faults: [] });
    expect(await now(record)).toMatchObject({ state: asked.meanwhile, lease: null, job: { tries: 0 } });
    expect((await work()).ended).toEqual([asked.ends]);
  });

  /** Something happens after each batch that is written. */
  function afterEachBatch(happens: () => void): Ports {
    const { store } = mine.ports;
    const then = async (): Promise<void> => happens();
    const imports = followed(store.imports, "writeBatch", then);
    return { ...mine.ports, store: { ...store, imports, undos: followed(store.undos, "apply", then) } };
  }

  test("a shutdown gives run and undo back after the batch, and the next worker ends them", async () => {
    await mine.close();
    mine = await testWorkspace({ batchRows: 1 });
    const record = await received();
    accepted(await askForRun(mine.ports, record.ref, ANN));
    const stopping = new AbortController();
    const ports = afterEachBatch(() => stopping.abort());
    expect((await work(ports, stopping.signal)).ended).toEqual([]);
    expect(await now(record)).toMatchObject({ state: "running", lease: null, job: { worker: null, tries: 0 } });
    expect(await mine.contacts()).toHaveLength(1);
    expect((await work()).ended).toEqual(["run: done"]);

    accepted(await askForUndo(mine.ports, record.ref, { only: null, includeEdited: false, by: ANN }));
    const again = new AbortController();
    expect(
      (
        await work(
          afterEachBatch(() => again.abort()),
          again.signal,
        )
      ).ended,
    ).toEqual([]);
    expect(await now(record)).toMatchObject({ state: "undoing", lease: null, job: { worker: null, tries: 0 } });
    expect((await work()).ended).toEqual(["undo: undone"]);
    expect(await mine.contacts()).toEqual([]);
  });

  test("an import or undo that another process died with is taken over, though nobody asked a worker for it", async () => {
    const record = await received();
    await mine.ports.store.imports.patch(record, { state: "running" });
    expect((await work()).ended).toEqual(["run: done"]);
    await mine.ports.store.imports.patch(await now(record), { state: "undoing" });
    expect((await work()).ended).toEqual(["undo: undone"]);
  });

  test("one that fails again and again becomes the import's problem, and goes on once somebody asks for it", async () => {
    const record = await received();
    accepted(await askForRun(mine.ports, record.ref, ANN));
    const drafts = followed(mine.ports.drafts, "scan", () => Promise.reject(new Error("The disk is full.")));
    // A minute passes with each look at the clock, so that no attempt waits for its time.
    const told = await work({ ...mine.ports, drafts });
    expect(told.faults).toHaveLength(JOB_TRIES);
    expect(told.ended).toEqual(["run: interrupted"]);
    const stuck = await now(record);
    expect(stuck).toMatchObject({ state: "interrupted", job: null, refusal: { code: "import_failed" } });
    expect(stuck.refusal?.message).toMatch(/further: The disk is full\.$/);
    accepted(await askForRun(mine.ports, record.ref, ANN));
    expect((await work()).ended).toEqual(["run: done"]);
    expect((await now(record)).refusal).toBeNull();
  });

  test("a fault of who is told of the end does not undo the end", async () => {
    const record = await received();
    accepted(await askForRun(mine.ports, record.ref, ANN));
    let calls = 0;
    const settings = { once: true, signal: new AbortController().signal, rest: new Rest(), onRound: () => undefined };
    const onEnded = async (): Promise<void> => {
      if (++calls < 2) throw new Error("the mail server hangs");
    };
    for (let round = 0; round < 2; round++)
      await workOnImports(mine.ports, { ...settings, onEnded, onFault: () => undefined });
    expect(calls).toBe(2);
    expect(await now(record)).toMatchObject({ state: "done", job: null, refusal: null });
  });
});
