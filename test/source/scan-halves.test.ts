/** A file scanned in two halves at once says exactly what it says scanned whole, wherever it is cut. */
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { encode } from "../tabular/encode.ts";
import { COLUMNS, linesOf, settingsOf, TwoScans } from "./two-scans.ts";

const scans = new TwoScans(await settingsOf());
afterAll(() => scans.close());

const file = (...lines: readonly string[]): string => `${[COLUMNS, ...lines].join("\n")}\n`;

const FILES: readonly { readonly name: string; readonly text: string }[] = [
  {
    name: "ordinary rows",
    text: file("Ann,ann@x.example,,,Rome", "Bob,bob@x.example,,,Oslo", "Cy,cy@x.example,,,Bonn"),
  },
  { name: "no line end at the end", text: file("Ann,ann@x.example,,,", "Bob,bob@x.example,,,").trimEnd() },
  { name: "CRLF", text: file("Ann,ann@x.example,,,", "Ann,ann@x.example,,,").replaceAll("\n", "\r\n") },
  {
    name: "line ends of three kinds",
    text: file("A,a@x.example,,,\r\nB,b@x.example,,,\rC,a@x.example,,,", "D,d@x.example,,,"),
  },
  { name: "blank lines", text: file("", "Ann,ann@x.example,,,", "", ",,,,", "Ann,ann@x.example,,,", "", "") },
  { name: "blank lines above the header", text: `\n\n${file("Ann,ann@x.example,,,", "Ann,ann@x.example,,,")}` },
  {
    name: "a key on two lines",
    text: file("A,a@x.example,,,", "B,b@x.example,,,", "C,a@x.example,,,", "D,d@x.example,,,"),
  },
  {
    name: "a key on three lines",
    text: file("A,a@x.example,,,", "B,a@x.example,,,", "C,c@x.example,,,", "D,a@x.example,,,"),
  },
  { name: "keys of two kinds", text: file("A,a@x.example,+14155550100,,", "B,a@x.example,,,", "C,,+14155550100,,") },
  {
    name: "a date that proves the order at the end",
    text: file("A,,,01/02/2001,", "B,,,03/04/2001,", "C,,,25/12/2001,"),
  },
  { name: "dates that contradict each other", text: file("A,,,25/12/2001,", "B,,,12/25/2001,", "C,,,13/01/2001,") },
  { name: "damaged cells", text: file("A,,,36892,", "B,,,#NAME?,", "C,,,36893,") },
  { name: "ragged rows", text: file("A,a@x.example", "B,a@x.example,,,,,,", "C,a@x.example,,,", "D,a@x.example,,,") },
  {
    name: "cells of several lines",
    text: file('A,a@x.example,,,"1 High St\nRome"', 'B,a@x.example,,,"a\n\nb"', "C,,,,"),
  },
  {
    name: "text that looks like rows in a cell",
    text: file('A,,,,"x\nB,b@x.example,,,\nC,c@x.example,,,\ny"', "D,,,,"),
  },
  {
    name: "a quote that is never closed, early",
    text: file('A,"a@x.example,,,', "B,b@x.example,,,", "C,c@x.example,,,"),
  },
  {
    name: "a quote that is never closed, late",
    text: file("A,a@x.example,,,", "B,b@x.example,,,", 'C,"c@x.example,,,'),
  },
  {
    name: "a quote that swallows rows",
    text: file('A,"a@x.example,,,', "B,b@x.example,,,", 'C,"c@x.example,,,', "D,,,,"),
  },
  { name: "NUL characters", text: file("A\0,a@x.example,,,", "B\0\0,b@x.example,,,", "C,a@x.example,,,") },
  { name: "rows that are no contacts", text: file("A,a@x.example,,,", COLUMNS, "B,a@x.example,,,", "Total: 2") },
  { name: "no rows", text: `${COLUMNS}\n` },
];

describe("wherever it is cut, the answer is the same (C-H3)", () => {
  test.for(FILES)("$name", async ({ text }) => {
    const whole = await scans.whole(text);
    for (const middle of linesOf(text)) expect((await scans.halves(text, middle)) ?? whole).toEqual(whole);
  });
});

test("bytes of another encoding, and text that was encoded twice, are told alike (C-B3)", async () => {
  const row = (name: string): readonly number[] => [...encode(`${name},a@x.example,,,Rome\n`, "windows-1252")];
  const twice = [...encode("MÃ¼ller,b@x.example,,,KÃ¶ln\n", "utf-8")];
  const good = [...encode("Zoë,c@x.example,,,Rome\n", "utf-8")];
  const rows = [...good, ...row("Zoë"), ...twice, ...good, ...row("Müller"), ...row("Ann"), ...twice];
  const bytes = new Uint8Array([...encode(`${COLUMNS}\n`, "utf-8"), ...rows]);
  for (const dialect of [{}, { fallback: "windows-1252" }, { encoding: "windows-1252" }]) {
    const whole = await scans.whole(bytes, dialect);
    for (const middle of linesOf(bytes)) expect((await scans.halves(bytes, middle, dialect)) ?? whole).toEqual(whole);
  }
});

test("a cut between two rows is taken, one inside a cell or above the header is not", async () => {
  const text = `\n${file('Ann,ann@x.example,,,"1 High St\nRome"', "Bob,bob@x.example,,,")}`;
  const taken = await Promise.all(linesOf(text).map(async (middle) => (await scans.halves(text, middle)) !== null));
  expect(taken).toEqual([false, true, false, true, true]);
});

test("a second header line is one in either half, and rows are put right in both", async () => {
  const stray = ['A,"a@x.example,,,', "B,b@x.example,,,", "Cy, Jr.,c@x.example,,,", "D,a@x.example,,,"];
  const text = file("text,text,text,text,text", ...stray, ...stray);
  const shapes = ["text", "email", "mixed", "mixed", "mixed"] as const;
  const dialect = { secondHeader: "skipped", columns: { shapes, leadingSpaces: false } } as const;
  const whole = await scans.whole(text, dialect);
  expect(whole).toMatchObject({ facts: { lines: 8 } });
  for (const middle of linesOf(text)) expect((await scans.halves(text, middle, dialect)) ?? whole).toEqual(whole);
});

test("lines above the header are counted once", async () => {
  const text = `sep=,\n${file("A,a@x.example,,25/12/2001,", "B,a@x.example,,12/25/2001,", "C,,,13/13/13,")}`;
  const dialect = { preambleLines: 1 };
  const whole = await scans.whole(text, dialect);
  expect(whole).toMatchObject({ facts: { lines: 3 } });
  const halves = await Promise.all(linesOf(text).map((middle) => scans.halves(text, middle, dialect)));
  expect(halves).toEqual([null, whole, whole, whole, whole]);
});

test("a file without a header is cut as well", async () => {
  const text = file("A,a@x.example,,25/12/2001,", "B,a@x.example,,,").slice(COLUMNS.length + 1);
  const whole = await scans.whole(text, { header: false });
  const halves = await Promise.all(linesOf(text).map((middle) => scans.halves(text, middle, { header: false })));
  expect(halves).toEqual([whole, whole]);
});

test.for([
  { encoding: "utf-8", at: "the first half", rows: ["B\xff", "C", "D"] },
  { encoding: "utf-8", at: "the second half", rows: ["B", "C", "D\xff"] },
  { encoding: "utf-8", at: "both", rows: ["B\xff", "C", "D\xff"] },
  { encoding: "windows-1253", at: "the second half", rows: ["B", "C", "D\xd2"] },
])("bytes that are not $encoding in $at are told by the file's line", async ({ encoding, rows }) => {
  const text = Buffer.from(file(...rows.map((name) => `${name},,,,`)), "latin1");
  const whole = await scans.whole(text, { encoding });
  expect(whole).toMatchObject({ facts: { says: [expect.stringContaining(`bytes that are not ${encoding}`)] } });
  for (const middle of linesOf(text)) expect(await scans.halves(text, middle, { encoding })).toEqual(whole);
});

const cell = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom("", "Ann", "a@x.example", "b@x.example", "25/12/2001", "12/25/2001", "1/2/2003"),
  },
  { weight: 2, arbitrary: fc.constantFrom('"a\nb"', '"a,b"', '"x\r\ny,,,,\nz"', '"say ""hi"""', "+14155550100") },
  { weight: 1, arbitrary: fc.constantFrom('"', 'a"b', '"a" b', "\r", "\0", "é", "\ufffd") },
);
const row = fc.oneof(
  { weight: 9, arbitrary: fc.array(cell, { minLength: 5, maxLength: 5 }) },
  { weight: 1, arbitrary: fc.array(cell, { maxLength: 7 }) },
);
const anyFile = fc
  .array(fc.tuple(row, fc.constantFrom("\n", "\n", "\n", "\r\n", "\n\n")), { maxLength: 12 })
  .map((rows) => `${COLUMNS}\n${rows.map(([cells, end]) => cells.join(",") + end).join("")}`);

test("any file, cut at any of its lines (C-H3)", async () => {
  await fc.assert(
    fc.asyncProperty(anyFile, fc.nat(), async (text, nth) => {
      const lines = linesOf(text);
      const whole = await scans.whole(text);
      const halves = await scans.halves(text, lines[nth % lines.length]!);
      expect(halves ?? whole).toEqual(whole);
    }),
    { numRuns: 300 },
  );
});
