/** What holds for every file: written rows come back, pieces do not matter, offsets point at rows, nothing crashes. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvLine } from "../../src/core/tabular/csv-line.ts";
import { CsvReader } from "../../src/core/tabular/csv-reader.ts";
import type { Dialect } from "../../src/core/tabular/dialect.ts";
import { readRowAt } from "../../src/core/tabular/read-row-at.ts";
import { sniffDialect } from "../../src/core/tabular/sniff.ts";
import { dialect } from "./dialect-of.ts";
import { readAll } from "./read-all.ts";

const encoder = new TextEncoder();
const cell = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: "grapheme", maxLength: 6 }),
  fc.string({ unit: fc.constantFrom("a", '"', ",", ";", "\n", "\r", "\\", "'", " ", "é", "中", "😀"), maxLength: 10 }),
);
/** NULs are dropped by design; a row of blank cells is no row. */
const isRow = (row: readonly string[]) =>
  row.some((one) => /[^\s\x1a]/.test(one)) && !row.some((one) => one.includes("\0"));
/** Rows of one width, as exports are. */
const table = fc
  .integer({ min: 1, max: 6 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }).filter(isRow), { maxLength: 12 }));
const newline = fc.constantFrom("\n", "\r\n", "\r");
/** Text in which every character means something to a reader. */
const hostileText = fc.string({
  unit: fc.constantFrom("a", "b", '"', ",", "\n", "\r", " ", "\\", "é", "\0"),
  maxLength: 60,
});

describe("the CSV reader", () => {
  test("gives back exactly the cells that were written (C-B8, C-C3)", () => {
    fc.assert(
      fc.property(table, newline, fc.constantFrom(",", ";", "\t", "|"), fc.boolean(), (rows, end, delimiter, ended) => {
        const text = rows.map((row) => csvLine(row, delimiter)).join(end) + (ended ? end : "");
        const read = readAll(encoder.encode(text), dialect({ delimiter }), 5);
        expect(read.rows.map((row) => row.cells)).toEqual(rows);
        expect(read.refusal).toBeNull();
      }),
    );
  });

  test("reads the same however the bytes are cut (C-X5)", () => {
    const styles = fc.constantFrom<Partial<Dialect>>({}, { quote: "", escape: "" }, { escape: "\\" });
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 1, max: 9 }), styles, (text, size, style) => {
        const bytes = encoder.encode(text);
        const limits = { maxRowChars: 40, maxColumns: 6 };
        const whole = readAll(bytes, dialect(style), bytes.length + 1, limits);
        expect(readAll(bytes, dialect(style), size, limits)).toEqual(whole);
      }),
      { numRuns: 2000 },
    );
  });

  test("counts every physical line, in rows, blank rows and line ends inside quotes", () => {
    fc.assert(
      fc.property(table, newline, (rows, end) => {
        const text = rows.map((row) => csvLine(row)).join(end);
        const lines = text.split(/\r\n|\r|\n/).length;
        const reader = new CsvReader(dialect({}));
        reader.push(encoder.encode(text));
        reader.end();
        // Behind the last line, as after a last line end.
        if (rows.length > 0) expect(reader.position).toEqual({ line: lines + 1, offset: encoder.encode(text).length });
      }),
    );
  });

  test("can read each row again from its offset, in every encoding, with broken bytes too", () => {
    const encodings = fc.constantFrom("utf-8", "utf-16le", "utf-16be", "windows-1252", "shift_jis", "gb18030");
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), hostileText, encodings, (noise, text, encoding) => {
        const even = encoder.encode(text);
        const bytes = new Uint8Array([...even, 10, ...noise, ...even]);
        const read = readAll(bytes, dialect({ encoding }), 11);
        for (const row of read.rows)
          expect(readRowAt(bytes.subarray(row.offset), row, dialect({ encoding }))).toEqual(row);
      }),
      { numRuns: 500 },
    );
  });

  test("never crashes or hangs on arbitrary bytes, sniffed or not (C-B8)", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (bytes, whole) => {
        const sniffed = sniffDialect(bytes, whole);
        const read = readAll(bytes, sniffed.ok ? sniffed.value : dialect({}), 13);
        expect(read.rows.every((row) => row.cells.length > 0)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test("sniffs and reads any hostile text without losing a character outside of quotes and line ends", () => {
    fc.assert(
      fc.property(hostileText, (textWithNuls) => {
        // Short text with many NULs may as well be UTF-16.
        const text = textWithNuls.replaceAll("\0", "");
        const sniffed = sniffDialect(encoder.encode(text), true);
        if (!sniffed.ok) return;
        const read = readAll(encoder.encode(text), sniffed.value, 6);
        if (read.refusal !== null) return;
        const letters = (from: string) => from.replace(/[^abé]/g, "");
        expect(letters(read.rows.map((row) => row.cells.join("")).join(""))).toBe(letters(text));
      }),
      { numRuns: 1000 },
    );
  });
});
