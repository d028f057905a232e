/** The scan in reading threads: one or two of them, the answer is the same. */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import type { ImportSettings } from "../../src/app/import/import-settings.ts";
import { directDrafts } from "../../src/source/direct-drafts.ts";
import { FolderFileStore } from "../../src/source/folder-file-store.ts";
import { ThreadedDrafts } from "../../src/source/threaded-drafts.ts";
import { accepted } from "../support/workspace.ts";
import { COLUMNS, settingsOf, tell } from "./two-scans.ts";

const folder = mkdtempSync(join(tmpdir(), "muster-threads-"));
const files = new FolderFileStore(folder);
const settings = await settingsOf();
const one = directDrafts(files);
const two = new ThreadedDrafts(files, { halvedScanBytes: 1, threadedBytes: 0 });
afterAll(async () => {
  await two.close();
  rmSync(folder, { recursive: true, force: true });
});

async function stored(text: string): Promise<ImportSettings> {
  async function* bytes() {
    yield Buffer.from(text);
  }
  return { ...settings, source: { name: "contacts.csv", ...accepted(await files.put(bytes(), null)) } };
}

/** Every 500th row shares its address with the row 40,000 before. */
const people = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => {
    const number = at % 500 === 0 ? at % 40_000 : at;
    return `P${at},p${number}@x.example,,${at === count - 7 ? "25/12/2001" : "1/2/2003"},"Rome\nItaly"`;
  });

const rows = people(90_000);
const FILES = {
  "more keys than are held in memory": [COLUMNS, ...rows],
  "three lines": [COLUMNS, "A,a@x.example,,,", "B,b@x.example,,,", "C,a@x.example,,,"],
  "a quote that is never closed, in the first half": [COLUMNS, ...rows.with(30, 'A,"a@x.example,,,').slice(0, 90)],
  "a quote that is never closed, in the second half": [COLUMNS, ...rows.with(60, 'A,"a@x.example,,,').slice(0, 90)],
  "a second half inside one cell": [COLUMNS, ...rows.slice(0, 30), `A,,,,"${"B,b@x.example,,,\n".repeat(200)}"`],
  "ragged rows": [COLUMNS, ...rows.slice(0, 90).map((row) => `${row},,x`)],
};

/** 0 where the operating system does not say. */
const threadsHere = (): number => (process.platform === "linux" ? readdirSync("/proc/self/task").length : 0);

describe("two threads answer what one does (C-H3)", () => {
  test.for(Object.entries(FILES))("%s", async ([, lines]) => {
    const source = await stored(`${lines.join("\n")}\n`);
    expect(await tell(await two.scan(source))).toEqual(await tell(await one.scan(source)));
  });
});

test("threads that died while they waited, or between two files, are replaced", async () => {
  const source = await stored(`${[COLUMNS, ...people(9_001)].join("\n")}\n`);
  const workers: Worker[] = [];
  const note = (worker: Worker) => void workers.push(worker);
  process.on("worker", note);
  onTestFinished(() => void process.off("worker", note));
  const endAll = () => Promise.all(workers.splice(0).map((worker) => worker.terminate()));
  const dying = new ThreadedDrafts(files, { halvedScanBytes: 1, threadedBytes: 0 });
  dying.expect(source.source.bytes);
  await expect.poll(() => workers.length).toBe(2);
  await endAll();
  expect(await tell(await dying.scan(source))).toEqual(await tell(await one.scan(source)));
  const read = async () => {
    let count = 0;
    for await (const chunk of dying.drafts({ ...source, readings: [] }, null, "plan"))
      count += chunk.ok ? chunk.drafts.count : 0;
    return count;
  };
  expect(await read()).toBe(9_001);
  await endAll();
  expect(await read()).toBe(9_001);
  await dying.close();
});

test("a file that was expected is scanned and read as any other, and one that never comes leaves no thread", async () => {
  const source = await stored(`${[COLUMNS, ...people(9_001)].join("\n")}\n`);
  const threads = threadsHere();
  const expecting = new ThreadedDrafts(files, { halvedScanBytes: 1, threadedBytes: 0 });
  expecting.expect(source.source.bytes);
  expect(await tell(await expecting.scan(source))).toEqual(await tell(await one.scan(source)));
  let count = 0;
  for await (const chunk of expecting.drafts(source, null, "run")) if (chunk.ok) count += chunk.drafts.count;
  expect(count).toBe(9_001);
  expecting.expect(source.source.bytes);
  await expecting.close();
  expect(threadsHere()).toBeLessThanOrEqual(threads);
});

test("drafts are read afterwards, also when the duplicates were not read to their end", async () => {
  const source = await stored(`${FILES["more keys than are held in memory"].join("\n")}\n`);
  const { duplicates } = accepted(await two.scan(source));
  for await (const _ of duplicates ?? []) break;
  let count = 0;
  for await (const chunk of two.drafts(source, null, "run")) if (chunk.ok) count += chunk.drafts.count;
  expect(count).toBe(rows.length);
});

test("nobody asks for duplicates where every line is to become a contact", async () => {
  const source = await stored(`${FILES["three lines"].join("\n")}\n`);
  const { duplicates } = accepted(await two.scan({ ...source, policy: { ...source.policy, inFile: "both" } }));
  expect(duplicates).toBeNull();
});

describe("a plan is read by two threads in turn, batch for batch what one reads", () => {
  const drafts = async (source: ImportSettings, pass: "plan" | "run") => {
    const read = [];
    for await (const chunk of two.drafts(source, null, pass)) {
      read.push(
        chunk.ok ? { count: chunk.drafts.count, lines: [...chunk.drafts.lines], values: chunk.drafts.values } : chunk,
      );
    }
    return read;
  };

  test.for([
    ["more rows than a batch", [COLUMNS, ...people(9_001)]],
    ["fewer rows than a batch", FILES["three lines"]],
    ["blank lines and a note above", ["Our people", "", COLUMNS, "", ...people(5_000), "", ""]],
  ] as const)("%s", async ([, lines]) => {
    const source = await stored(`${lines.join("\n")}\n`);
    const dialect = { ...source.dialect, preambleLines: lines[0] === COLUMNS ? 0 : 2 };
    accepted(await two.scan({ ...source, dialect }));
    const inTurn = await drafts({ ...source, dialect }, "plan");
    const rowsOf = (read: Awaited<ReturnType<typeof drafts>>) =>
      read.flatMap((batch) => ("lines" in batch ? batch.lines : []));
    const alone = await drafts({ ...source, dialect }, "run");
    expect(rowsOf(inTurn)).toEqual(rowsOf(alone));
    expect(rowsOf(inTurn).length).toBeGreaterThan(2);
  });

  test("and one that is left off leaves the thread ready for the next", async () => {
    const source = await stored(`${[COLUMNS, ...people(20_000)].join("\n")}\n`);
    accepted(await two.scan(source));
    for await (const _ of two.drafts(source, null, "plan")) break;
    let count = 0;
    for await (const chunk of two.drafts(source, null, "run")) if (chunk.ok) count += chunk.drafts.count;
    expect(count).toBe(20_000);
  });
});
