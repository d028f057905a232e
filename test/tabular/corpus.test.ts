/**
 * Every file in test/corpus/csv with its `.expected.json`: adding a file adds a test. Expected are the dialect (the parts
 * that matter to the case), the rows with their lines, and what else the reader has to say.
 */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { DialectOverrides } from "../../src/core/tabular/dialect.ts";
import { readRowAt } from "../../src/core/tabular/rows/read-row-at.ts";
import { sniffDialect } from "../../src/core/tabular/sniffing/sniff.ts";
import { readAll } from "./read-all.ts";

type Expected = {
  readonly overrides?: DialectOverrides;
  readonly dialect?: Readonly<Record<string, unknown>>;
  readonly rows?: readonly { readonly line: number; readonly cells: readonly string[]; readonly mended?: string }[];
  readonly blankLines?: number;
  readonly droppedNuls?: number;
  readonly encodingContradiction?: { readonly line: number; readonly offset: number };
  readonly refusal?: { readonly code: string; readonly line?: number };
};

const folder = new URL("../corpus/csv/", import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".csv"))
  .map((name) => name.slice(0, -".csv".length));

describe.each(names)("%s.csv", (name) => {
  const bytes = new Uint8Array(readFileSync(new URL(`${name}.csv`, folder)));
  const expected: Expected = JSON.parse(readFileSync(new URL(`${name}.expected.json`, folder), "utf8"));
  const sniffed = sniffDialect(bytes, true, expected.overrides);

  if (!expected.rows) {
    test("is refused (C-B8)", () => expect(!sniffed.ok && sniffed.refusal).toMatchObject(expected.refusal ?? {}));
    return;
  }
  if (!sniffed.ok) throw new Error(`refused: ${sniffed.refusal.message}`);
  const dialect = sniffed.value;

  test("is recognised, with evidence for each part (C-B2, C-B3, C-B6)", () => {
    expect(dialect).toMatchObject(expected.dialect ?? {});
    expect(new Set(dialect.evidence.map((one) => one.about)).size).toBe(5);
  });

  const whole = readAll(bytes, dialect, bytes.length);

  test("gives the rows with their lines, and says what is wrong with it (C-B8)", () => {
    expect(whole.rows.map(({ line, cells, mended }) => ({ line, cells, ...(mended ? { mended } : {}) }))).toEqual(
      expected.rows,
    );
    expect(whole.blankLines).toBe(expected.blankLines ?? 0);
    expect(whole.droppedNuls).toBe(expected.droppedNuls ?? 0);
    expect(whole.encodingContradiction).toEqual(expected.encodingContradiction ?? null);
    if (expected.refusal) expect(whole.refusal).toMatchObject(expected.refusal);
    else expect(whole.refusal).toBeNull();
  });

  test("reads the same in pieces of any size (C-X5)", () => {
    for (let size = 1; size < bytes.length; size++) expect(readAll(bytes, dialect, size)).toEqual(whole);
  });

  test("gives each row again from its position alone, and the rest of the file from there", () => {
    for (const [index, row] of whole.rows.entries()) {
      const rest = bytes.subarray(row.offset);
      expect(readRowAt(rest, row, { dialect, columns: whole.rows[0]?.cells.length ?? 0, toEnd: true })).toEqual(row);
      const resumed = readAll(rest, dialect, 7, {
        startOffset: row.offset,
        startLine: row.line,
        columns: whole.rows[0]?.cells.length ?? 0,
      });
      expect(resumed.rows).toEqual(whole.rows.slice(index));
    }
  });
});
