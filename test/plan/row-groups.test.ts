/** Rows of a batch that have a word in each other's outcome (C-R1). */
import { describe, expect, test } from "vitest";
import { firstOfGroups, rowGroups } from "../../src/core/plan/row-groups.ts";

const KEYS: Readonly<Record<number, readonly string[]>> = {
  0: ["a"],
  1: ["b"],
  2: ["a", "c"],
  3: [],
  4: ["c"],
  5: ["b"],
};
const groups = rowGroups(6, (row) => KEYS[row] ?? []);

describe("rows of a batch", () => {
  test("are of one group where they share a key, directly or by another row", () => {
    expect(groups[2]).toBe(groups[0]);
    expect(groups[4]).toBe(groups[0]);
    expect(groups[5]).toBe(groups[1]);
    expect(new Set(groups).size).toBe(3);
  });

  test("are settled one by one in their group, in the order of the file, unless they are certain", () => {
    expect(firstOfGroups([0, 1, 2, 3, 4, 5], groups, () => false)).toEqual([0, 1, 3]);
    expect(firstOfGroups([2, 4, 5], groups, (row) => row === 4)).toEqual([2, 4, 5]);
    expect(firstOfGroups([0, 4], groups, (row) => row === 0)).toEqual([0]);
  });
});
