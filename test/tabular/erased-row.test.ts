/** Rows of erased people in every file of test/corpus/csv: what they said is gone, and no other row moves. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { erasedRow } from "../../src/core/tabular/rows/erased-row.ts";
import { ROWS_FILE_DIALECT } from "../../src/core/tabular/rows/rows-file.ts";
import { sniffDialect } from "../../src/core/tabular/sniffing/sniff.ts";
import { readAll } from "./read-all.ts";

const folder = new URL("../corpus/csv/", import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith(".csv"));

function checkEveryRow(bytes: Uint8Array, overrides?: Parameters<typeof sniffDialect>[2]): void {
  const sniffed = sniffDialect(bytes, true, overrides);
  if (!sniffed.ok) return;
  const dialect = sniffed.value;
  const before = readAll(bytes, dialect, bytes.length);
  if (before.refusal) return;
  for (const [at, row] of before.rows.entries()) {
    const end = before.rows[at + 1]?.offset ?? bytes.length;
    const erased = erasedRow(bytes.subarray(row.offset, end), dialect, row.cells.length);
    expect(erased.length).toBe(end - row.offset);
    const changed = bytes.slice();
    changed.set(erased, row.offset);
    const after = readAll(changed, dialect, 7, { columns: before.rows[0]?.cells.length ?? 0 });
    const expected = before.rows.map((one, index) => (index === at ? erasedCells(one.cells.length) : one));
    expect(after.rows.map((one, index) => (index === at ? mask(one.cells) : one))).toEqual(expected);
  }
}

const erasedCells = (count: number): readonly string[] => ["*", ...Array<string>(count - 1).fill("")];
const mask = ([first = "", ...rest]: readonly string[]): readonly string[] => [first.replace(/^[*x]+$/, "*"), ...rest];

describe("an erased row", () => {
  test.each(names)("leaves all others of %s where they are", (name) => {
    const expected = JSON.parse(readFileSync(new URL(name.replace(/csv$/, "expected.json"), folder), "utf8"));
    checkEveryRow(new Uint8Array(readFileSync(new URL(name, folder))), expected.overrides);
  });
});

test("an erased row of a rows file keeps its number, also where the row could not be read", () => {
  const dialect = {
    ...ROWS_FILE_DIALECT,
    format: "xlsx",
    header: true,
    numbered: { columns: 2 },
    confidence: 1,
    evidence: [],
  } as const;
  const erased = (text: string): string =>
    new TextDecoder().decode(erasedRow(new TextEncoder().encode(text), dialect, 2));
  expect(erased('17,Ann,"likes\nzebras"\n')).toMatch(/^17,\*+,\n$/);
  expect(erased('"18!why, so",Ann\n')).toMatch(/^18,\*+,\n$/);
  expect(erased("19,Zoë,é")).toMatch(/^19,\*+,$/);
});
