import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WriteTurns } from "../../src/store/sqlite/write-turns.ts";

let folder: string;
let now: number;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "muster-turns-"));
  now = 1_767_225_600_000;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const turns = (): WriteTurns => new WriteTurns(folder, () => now);

test("who has just written lets another process that waits go first, as long as it waits", () => {
  const [writer, waiter] = [turns(), turns()];
  writer.wrote();
  expect(writer.shouldYield).toBe(false);
  waiter.waits();
  expect(writer.shouldYield).toBe(true);
  now += 1_000;
  writer.wrote();
  expect(writer.shouldYield).toBe(false);
});

test("who has not written for a while goes first itself", () => {
  const [writer, waiter] = [turns(), turns()];
  writer.wrote();
  now += 1_000;
  waiter.waits();
  expect(writer.shouldYield).toBe(false);
});

test("where no mark can be left, one waits without", () => {
  writeFileSync(join(folder, "tmp"), "a file where the folder should be");
  const [writer, waiter] = [turns(), turns()];
  writer.wrote();
  waiter.waits();
  expect(writer.shouldYield).toBe(false);
});
