/** What holds for every file: written rows come back, pieces do not matter, offsets point at rows, nothing crashes. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Dialect } from "../../src/core/tabular/dialect.ts";
import { csvLine } from "../../src/core/tabular/rows/csv-line.ts";
import { CsvReader } from "../../src/core/tabular/rows/csv-reader.ts";
import { readRowAt } from "../../src/core/tabular/rows/read-row-at.ts";
import { sniffDialect } from "../../src/core/tabular/sniffing/sniff.ts";
import { dialect } from "./dialect-of.ts";
import { readAll } from "./read-all.ts";

const encoder = new TextEncoder();
const cell = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: "grapheme", maxLength: 6 }),
  fc.string({
    unit: fc.constantFrom("a", '"', ",", ";", "|", "\n", "\r", "\\", "'", " ", "é", "中", "😀"),
    maxLength: 10,
  }),
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
  unit: fc.constantFrom("a", "b", '"', '"', ",", "||", "|", "\n", "\r", "\r\n", " ", "\\", "'", "é", "中", "\0"),
  maxLength: 80,
});
const styles = fc.constantFrom<Partial<Dialect>>(
  {},
  { quote: "", escape: "" },
  { quote: "'", escape: "'" },
  { escape: "\\" },
  { spacedQuotes: true },
  { preambleLines: 2 },
  { delimiter: "||" },
  { delimiter: ",'" },
);
const limits = fc.constantFrom({ maxRowChars: 25, maxColumns: 9 }, { maxRowChars: 60, maxColumns: 9 }, {});
/** The text in some encoding, and in the middle of it a few bytes of anything. */
const hostileFile = fc
  .tuple(hostileText, styles, fc.constantFrom("utf-8", "utf-16le", "utf-16be", "windows-1252", "gb18030"), noise())
  .map(([text, style, encoding, junk]) => {
    const encoded = encoding.startsWith("utf-16") ? utf16(text, encoding === "utf-16le") : encoder.encode(text);
    const half = 2 * Math.floor(encoded.length / 4);
    const bytes = new Uint8Array([...encoded.subarray(0, half), ...junk, ...encoded.subarray(half)]);
    return { bytes, dialect: dialect({ ...style, encoding }) };
  });

/** Pairs, so that what follows is still UTF-16. */
function noise(): fc.Arbitrary<readonly number[]> {
  return fc.array(fc.tuple(fc.nat(255), fc.nat(255)), { maxLength: 2 }).map((pairs) => pairs.flat());
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let at = 0; at < text.length; at++) view.setUint16(2 * at, text.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}

describe("the CSV reader", () => {
  test("gives back exactly the cells that were written (C-B8, C-C3)", () => {
    fc.assert(
      fc.property(
        table,
        newline,
        fc.constantFrom(",", ";", "\t", "|", "||"),
        fc.boolean(),
        (rows, end, delimiter, ended) => {
          const text = rows.map((row) => csvLine(row, delimiter)).join(end) + (ended ? end : "");
          const read = readAll(encoder.encode(text), dialect({ delimiter }), 5);
          expect(read.rows.map((row) => row.cells)).toEqual(rows);
          expect(read.refusal).toBeNull();
        },
      ),
    );
  });

  test("reads the same however the bytes are cut, and on from any of its rows (C-X5)", () => {
    fc.assert(
      fc.property(hostileFile, fc.integer({ min: 1, max: 17 }), limits, ({ bytes, dialect: read }, size, limit) => {
        const whole = readAll(bytes, read, bytes.length + 1, limit);
        expect(readAll(bytes, read, size, limit)).toEqual(whole);
        const row = whole.rows[Math.floor(whole.rows.length / 2)];
        if (!row) return;
        expect(
          readRowAt(bytes.subarray(row.offset), row, {
            dialect: read,
            columns: whole.rows[0]?.cells.length ?? 0,
            toEnd: true,
          }),
        ).toEqual(row);
        const from = { startOffset: row.offset, startLine: row.line, columns: whole.rows[0]?.cells.length ?? 0 };
        const rest = readAll(bytes.subarray(row.offset), read, size, { ...limit, ...from });
        expect(rest.rows).toEqual(whole.rows.slice(whole.rows.indexOf(row)));
        expect(rest.refusal).toEqual(whole.refusal);
      }),
      { numRuns: 4000 },
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
