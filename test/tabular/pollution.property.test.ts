/** One thing is changed in a clean file: its rows come back, or the file is refused, or the lines are named; none is lost. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvLine } from "../../src/core/tabular/rows/csv-line.ts";
import { rowFinding } from "../../src/core/tabular/rows/row-finding.ts";
import { sniffDialect } from "../../src/core/tabular/sniffing/sniff.ts";
import { readAll } from "./read-all.ts";

const HEADER = ["Name", "Email", "Phone", "Company", "City"];
const word = fc.constantFrom(
  "Ann Lee",
  "Bob",
  "O'Neil",
  "Smith, Wood & Co.",
  'The "Best"',
  "Zoë",
  "Oslo",
  "two\nlines",
);
const person = fc.record({ name: word, company: word, city: word });
const people = fc
  .array(person, { minLength: 3, maxLength: 12 })
  .map((list) =>
    list.map(({ name, company, city }, at) => [name, `p${at}@example.com`, `+1 415 555 ${1000 + at}`, company, city]),
  );

/** What is done to the lines of the file, header first, at a row. */
const pollutions: Readonly<Record<string, (lines: readonly string[], at: number) => readonly string[]>> = {
  "a quote in front": (lines, at) => lines.with(at, `"${lines[at]}`),
  "a quote somewhere": (lines, at) => lines.with(at, lines[at]!.replace(",", ',"')),
  "a quote at the end": (lines, at) => lines.with(at, `${lines[at]}"`),
  "a delimiter too many": (lines, at) => lines.with(at, lines[at]!.replace(",", ",,")),
  "a delimiter at the end": (lines, at) => lines.with(at, `${lines[at]},`),
  "a delimiter missing": (lines, at) => lines.with(at, lines[at]!.replace(",", " ")),
  "cut in the middle": (lines, at) => lines.with(at, lines[at]!.slice(0, lines[at]!.length / 2)),
  "another delimiter": (lines, at) => lines.with(at, lines[at]!.replaceAll(",", ";")),
  "no quotes": (lines, at) => lines.with(at, lines[at]!.replaceAll('"', "")),
  "a blank line": (lines, at) => lines.toSpliced(at, 0, ""),
  "the header again": (lines, at) => lines.toSpliced(at, 0, csvLine(HEADER)),
  "a comment": (lines, at) => lines.toSpliced(at, 0, "# old ones"),
  "a total": (lines) => [...lines, `Total: ${lines.length - 1}`],
  "a title": (lines) => ["Our contacts of 5 January, 2024", "", ...lines],
  "a byte order mark": (lines, at) => lines.with(at, `\ufeff${lines[at]}`),
  "a NUL": (lines, at) => lines.with(at, lines[at]!.replace(",", "\0,")),
};

test("a clean file with one thing changed loses no row unsaid (C-B8)", () => {
  fc.assert(
    fc.property(
      people,
      fc.constantFrom(...Object.keys(pollutions)),
      fc.nat(),
      fc.constantFrom("\n", "\r\n"),
      (rows, name, place, end) => {
        const clean = [HEADER, ...rows].map((row) => csvLine(row));
        const lines = pollutions[name]!(clean, 1 + (place % rows.length));
        const bytes = new TextEncoder().encode(lines.join(end) + end);
        const dialect = sniffDialect(bytes, true);
        if (!dialect.ok) return;
        const read = readAll(bytes, dialect.value, 17);
        if (read.refusal !== null) return;
        expect(dialect.value.header).toBe(true);
        const [header, ...below] = read.rows;
        expect(header?.cells).toEqual(HEADER);
        const names = { headers: HEADER, columns: HEADER.length };
        const good = below.filter((row) => rowFinding(row, names) === null).map(({ cells }) => JSON.stringify(cells));
        const missing = rows.filter((row) => !good.includes(JSON.stringify(row)));
        // The changed row may be read otherwise, or be named; the others are all there.
        expect(missing.length).toBeLessThanOrEqual(1);
        expect(below.length).toBeGreaterThanOrEqual(rows.length);
      },
    ),
    { numRuns: 3000 },
  );
});
