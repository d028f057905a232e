/** Which keys of a row are compared with those of other rows of its file. */
import { expect, test } from "vitest";
import type { DraftBatch } from "../../src/core/plan/draft.ts";
import { eachFileKey, MAIN_FLAG } from "../../src/core/plan/file-keys.ts";

const [ID, EMAIL, PHONE] = [0, 1, 2];

function batchOf(rows: readonly (readonly (readonly [tag: number, hash: number])[])[]): DraftBatch {
  const keys = rows.flat();
  let end = 0;
  return {
    count: rows.length,
    lines: Float64Array.from(rows, (_, row) => row + 2),
    offsets: new Float64Array(rows.length),
    values: [],
    keys: {
      starts: Uint32Array.from([0, ...rows.map((row) => (end += row.length))]),
      tags: Uint8Array.from(keys, ([tag]) => tag),
      hashes: Float64Array.from(keys, ([, hash]) => hash),
    },
    problems: new Map(),
  };
}

function keysOf(batch: DraftBatch): readonly string[] {
  const found: string[] = [];
  eachFileKey(batch, ID, (tag, hash, line) => found.push(`line ${line}: ${tag} ${hash}`));
  return found;
}

test("a key counts once a row, and in each row", () => {
  const twice = [
    [EMAIL, 7],
    [PHONE, 7],
    [EMAIL, 7],
    [EMAIL, 8],
  ] as const;
  expect(keysOf(batchOf([twice, [[EMAIL, 7]]]))).toEqual(["line 2: 1 7", "line 2: 2 7", "line 2: 1 8", "line 3: 1 7"]);
});

test("a key counts once a row of many keys too", () => {
  const many = Array.from({ length: 100 }, (_, at) => [at % 2 === 0 ? EMAIL : PHONE, at % 10] as const);
  expect(keysOf(batchOf([many]))).toEqual(many.slice(0, 10).map(([tag, hash]) => `line 2: ${tag} ${hash}`));
});

test("of a row that names a record id, the id counts, and whether it names the main contact", () => {
  const named = [
    [EMAIL, 7],
    [ID, 5],
    [MAIN_FLAG, 9],
  ] as const;
  expect(
    keysOf(
      batchOf([
        named,
        [
          [EMAIL, 7],
          [MAIN_FLAG, 9],
        ],
      ]),
    ),
  ).toEqual(["line 2: 0 5", "line 2: 15 9", "line 3: 1 7", "line 3: 15 9"]);
});
