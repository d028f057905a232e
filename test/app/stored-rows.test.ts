/** Rows looked up again by their position are the rows that were read, whatever is asked for and in whichever order. */
import { expect, test } from "vitest";
import type { FileStore } from "../../src/app/ports.ts";
import { StoredRows } from "../../src/app/table/stored-rows.ts";
import type { Dialect } from "../../src/core/tabular/dialect.ts";
import { CsvReader } from "../../src/core/tabular/rows/csv-reader.ts";
import type { Row } from "../../src/core/tabular/rows/row.ts";

const dialect: Dialect = {
  format: "csv",
  encoding: "utf-8",
  bom: true,
  delimiter: ",",
  quote: '"',
  escape: '"',
  newline: "\n",
  header: true,
  confidence: 1,
  evidence: [],
};
const cell = (at: number): string => (at % 7 === 0 ? `"é\n${"x".repeat(at % 5000)}"` : `plain ${at}`);
const text = `\ufeffa,b\n${Array.from({ length: 4000 }, (_, at) => `${at},${cell(at)}\n${at % 11 === 0 ? "\n" : ""}`).join("")}`;
const bytes = new TextEncoder().encode(text);

const reader = new CsvReader(dialect);
const rows: readonly Row[] = [...reader.push(bytes), ...reader.end()];

const files = { slice: async (_key: string, from: number, length: number) => bytes.slice(from, from + length) };

const lookUp = () =>
  new StoredRows(files as Pick<FileStore, "slice"> as FileStore, {
    source: { key: "k", digest: "d", bytes: bytes.length, name: "n" },
    dialect,
    mapping: [],
  });

test.each([1, 2, 13, 500, 3999])("every %i-th row, in the file's order", async (step) => {
  const stored = lookUp();
  for (const row of rows.filter((_, at) => at % step === 0)) expect(await stored.rowAt(row)).toEqual(row);
});

test("rows in any order", async () => {
  const stored = lookUp();
  for (const at of [4000, 0, 17, 17, 16, 2500, 2501, 1]) expect(await stored.rowAt(rows[at]!)).toEqual(rows[at]);
});

test("a place where no row starts has none", async () => {
  const { line, offset } = rows[5]!;
  expect(await lookUp().rowAt({ line, offset: bytes.length + offset })).toBeNull();
});
