/** Which servers and workers a data folder has, seen from a machine that cannot look up their processes. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { LEASE_MS } from "../../src/app/limits.ts";
import { newHolder } from "../../src/jobs/holder.ts";
import { MOVE, noteAtWork, whoIsAtWork } from "../../src/main/at-work.ts";

let data: string;
let folder: string;

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), "muster-at-work-"));
  folder = join(data, "at-work");
  mkdirSync(folder);
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(data, { recursive: true, force: true });
});

const ELSEWHERE = "container:1#0ddba11.k9x2.e7d1";

function note(holder: string, untouchedMs = 0): string {
  const file = join(folder, `${readdirSync(folder).length}`);
  writeFileSync(file, JSON.stringify({ command: "muster serve", holder, database: "embedded" }));
  age(file, untouchedMs);
  return file;
}

function age(file: string, ms: number): void {
  const at = new Date(statSync(file).mtimeMs - ms);
  utimesSync(file, at, at);
}

const ageOf = (file: string): number => Date.now() - statSync(file).mtimeMs;

describe("a process that cannot be looked up", () => {
  test("counts for as long as it touches its note, and no longer", async () => {
    const file = note(ELSEWHERE, LEASE_MS / 2);
    expect(await whoIsAtWork(data)).toMatchObject([{ command: "muster serve", holder: ELSEWHERE, file }]);
    age(file, LEASE_MS);
    expect(await whoIsAtWork(data)).toEqual([]);
  });

  test("is told by the file system's clock, not by that of this machine", async () => {
    note(ELSEWHERE, LEASE_MS / 2);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 10 * LEASE_MS });
    expect(await whoIsAtWork(data)).toHaveLength(1);
  });

  test("and is gone leaves a note that the next one takes away", async () => {
    note(ELSEWHERE, 2 * LEASE_MS);
    note(ELSEWHERE);
    const end = await noteAtWork(data, "muster worker");
    expect(readdirSync(folder)).toHaveLength(2);
    await end();
    expect(readdirSync(folder)).toHaveLength(1);
  });
});

test("a clock that was left behind goes with the next one who is at work", async () => {
  const left = join(folder, "0123456789ab.now");
  writeFileSync(left, "now");
  age(left, 2 * LEASE_MS);
  await (await noteAtWork(data, "muster worker"))();
  expect(readdirSync(folder)).toEqual([]);
});

test("nobody begins while the data is being moved, and a move that died is in nobody's way", async () => {
  const end = await noteAtWork(data, MOVE);
  await expect(noteAtWork(data, "muster serve")).rejects.toThrow("muster move is copying the data");
  await expect(noteAtWork(data, MOVE)).rejects.toThrow("muster move is copying the data");
  expect(await whoIsAtWork(data)).toHaveLength(1);
  await end();
  await (await noteAtWork(data, "muster serve"))();
});

test.runIf(process.platform === "linux")(
  "a process that certainly runs counts however long it was too busy to touch its note",
  async () => {
    note(newHolder(), 10 * LEASE_MS);
    expect(await whoIsAtWork(data)).toHaveLength(1);
  },
);

test("whoever is at work touches its note, makes it anew where it went, and takes it away in the end", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const end = await noteAtWork(data, "muster serve");
  const file = join(folder, readdirSync(folder)[0] ?? "");
  age(file, LEASE_MS / 2);
  vi.advanceTimersByTime(LEASE_MS / 4);
  await expect.poll(() => ageOf(file)).toBeLessThan(LEASE_MS / 4);
  rmSync(file);
  vi.advanceTimersByTime(LEASE_MS / 4);
  await expect.poll(() => readdirSync(folder).length).toBe(1);
  vi.advanceTimersByTime(LEASE_MS / 4);
  await end();
  vi.advanceTimersByTime(LEASE_MS);
  expect([readdirSync(folder), vi.getTimerCount()]).toEqual([[], 0]);
});

test("nothing is kept where nothing can be written", async () => {
  rmSync(folder, { recursive: true });
  writeFileSync(folder, "a file, where the folder would be");
  const end = await noteAtWork(data, "muster worker");
  expect(await whoIsAtWork(data)).toEqual([]);
  await end();
});
