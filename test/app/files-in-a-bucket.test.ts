/** Imports whose files are in a bucket come to the same end as those of a data folder, whatever trouble the bucket makes. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { errorFile } from "../../src/app/export/error-lines.ts";
import { uploadedFile } from "../../src/app/import/kept-file.ts";
import { makeReceipt, verifyReceipt } from "../../src/app/import/receipt.ts";
import { planImport, runImport } from "../../src/app/import/run-import.ts";
import type { ImportRecord } from "../../src/app/ports.ts";
import { all } from "../conformance/file-store.ts";
import {
  type AskedOf,
  type Front,
  type ObjectStorage,
  objectStorage,
  troubledFront,
} from "../support/object-storage.ts";
import { accepted, type TestWorkspace, testWorkspace } from "../support/workspace.ts";

/** Few rows in many bytes: more than a range that is asked for at a time, with rows that fail and rows that are the same contact. */
const ROWS = 2_000;
const BATCH_ROWS = 200;
const FILE = `Email,Name,Notes\n${Array.from({ length: ROWS }, (_, at) =>
  at % 100 === 7
    ? `nobody@,Nobody ${at},`
    : `u${at % 1_900}@example.com,"Ann ${at}","said
${"so ".repeat(880)}"`,
).join("\n")}\n`;

let storage: ObjectStorage;
let front: Front;
let ends: { readonly receipt: string | null; readonly errors: string };
const opened: TestWorkspace[] = [];
let prefixes = 0;

const inFolder = () => opening({});
const inBucket = () =>
  opening({ bucket: storage.config({ endpoint: front.address, prefix: `imports-${++prefixes}/` }) });

async function opening(said: Parameters<typeof testWorkspace>[0]): Promise<TestWorkspace> {
  const it = await testWorkspace({ thread: true, batchRows: BATCH_ROWS, ...said });
  opened.push(it);
  return it;
}

async function errorsOf(it: TestWorkspace, record: ImportRecord): Promise<string> {
  let text = "";
  const choice = { outcome: "failed" as const, problem: null };
  for await (const piece of errorFile(it.ports, record, { choice, words: { contact: String }, limit: null }))
    text += piece;
  return text;
}

beforeAll(async () => {
  storage = await objectStorage();
  front = await troubledFront(storage.address);
  const it = await inFolder();
  const done = await it.import(FILE);
  ends = { receipt: done.receipt, errors: await errorsOf(it, done) };
});
afterAll(async () => {
  await front.close();
  await storage.close();
});
beforeEach(() => {
  front.trouble = () => null;
});
afterEach(async () => {
  for (const it of opened.splice(0)) await it.close();
});

const everySeventh = ({ at }: AskedOf) =>
  at % 7 === 0 ? ({ kind: "answer", status: 500, code: "InternalError" } as const) : null;
const everyFifthCut = ({ at }: AskedOf) => (at % 5 === 0 ? ({ kind: "cut" } as const) : null);
const slow = () => ({ kind: "slow", ms: 20 }) as const;

describe("an import with its file in a bucket", () => {
  test("is planned, run, shown, verified and undone as one with its file in the data folder (C-P2, C-Q2, C-U1, C-X8)", async () => {
    const it = await inBucket();
    const planned = await it.plan(FILE);
    const done = accepted(await runImport(it.ports, planned.ref));
    expect(done.receipt).toBe(ends.receipt);
    expect(await errorsOf(it, done)).toBe(ends.errors);
    const kept = accepted(uploadedFile(done));
    expect((await all(it.ports.files.read(kept.key))).toString()).toBe(FILE);
    const receipt = accepted(await makeReceipt(it.ports, it.workspace, done));
    expect(accepted(await verifyReceipt(it.ports, it.workspace, receipt)).differences).toEqual([]);
    const again = await it.import(FILE);
    expect(again.progress?.tally.outcomes).toMatchObject({ created: 0, updated: 0 });
    expect((await it.undo(done)).state).toBe("undone");
    expect(await it.contacts()).toEqual([]);
  });

  test.each([
    ["answers 500 now and then", everySeventh],
    ["cuts its answers off", everyFifthCut],
    ["is slow", slow],
  ])("comes to the same end where the storage %s (C-X2)", async (_name, trouble) => {
    front.trouble = trouble;
    const it = await inBucket();
    const done = await it.import(FILE);
    expect(done.receipt).toBe(ends.receipt);
    expect(await errorsOf(it, done)).toBe(ends.errors);
  });

  test.each([
    ["answers 500 from now on", 500, "InternalError", "storage_unreachable"],
    ["takes the key no more", 403, "AccessDenied", "storage_refused"],
  ])(
    "stops with a fault where the storage %s, and goes on to the same end (C-X2)",
    async (_name, status, code, fault) => {
      const it = await inBucket();
      const { ref } = await it.plan(FILE);
      // The run gets no further than the first range, which is a batch and a half.
      let ranges = 0;
      front.trouble = ({ method }) => (method === "GET" && ++ranges > 1 ? { kind: "answer", status, code } : null);
      await expect(runImport(it.ports, ref)).rejects.toMatchObject({ name: "StoreFault", code: fault });
      front.trouble = () => null;
      const stopped = await it.ports.store.imports.get(ref);
      expect(stopped?.state).toBe("interrupted");
      const done = accepted(await runImport(it.ports, ref));
      expect(done.receipt).toBe(ends.receipt);
    },
  );

  test("is not begun where its file cannot be stored: nothing is kept of it", async () => {
    const it = await inBucket();
    front.trouble = () => ({ kind: "answer", status: 403, code: "AccessDenied" });
    await expect(it.prepare(FILE)).rejects.toMatchObject({ code: "storage_refused" });
    front.trouble = () => null;
    expect(await it.ports.store.imports.list(it.workspace.number, { limit: 10, before: null })).toEqual([]);
    expect(await planImport(it.ports, accepted(await it.prepare(FILE)).ref)).toMatchObject({ ok: true });
  });
});
