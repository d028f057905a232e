/** Every date pattern that people write, whatever the column's order of day and month; impossible dates are refused. */
import { expect, test } from "vitest";
import { cellReader, expectCells, expectRefused } from "./cell-table.ts";

/** What the import page of a CRM says it reads, in its order. */
const PATTERNS = [
  "YYYY-MM-DD",
  "YYYY/M/D",
  "YYYY.MM.DD",
  "M.D.YYYY",
  "M/D/YYYY",
  "M-D-YYYY",
  "YYYY/MM/DD",
  "MM/DD/YYYY",
  "MM-DD-YYYY",
  "MM.DD.YYYY",
  "DD MMM YYYY",
  "MMM DD YYYY",
  "YYYY MMM DD",
  "DD-MMM-YYYY",
  "MMM-DD-YYYY",
  "YYYY-MMM-DD",
  "DD MMM, YYYY",
  "MMM DD, YYYY",
  "DDth MMM YYYY",
  "MMM DDth YYYY",
  "DDth MMM, YYYY",
  "MMM DDth, YYYY",
  "DD MMMM YYYY",
  "MMMM DD YYYY",
  "YYYY MMMM DD",
  "MMMM DD, YYYY",
  "DD MMMM, YYYY",
] as const;

const MONTHS = "January February March April May June July August September October November December".split(" ");

type Day = { readonly year: number; readonly month: number; readonly day: number };
const DAYS: readonly Day[] = [
  ...MONTHS.map((_, i) => ({ year: 2024, month: i + 1, day: i + 1 })),
  ...MONTHS.map((_, i) => ({ year: 1900 + 9 * i, month: i + 1, day: 28 })),
  { year: 2024, month: 9, day: 8 },
  { year: 2024, month: 2, day: 29 },
  { year: 1999, month: 12, day: 31 },
  { year: 2001, month: 1, day: 21 },
  { year: 2002, month: 3, day: 22 },
  { year: 2003, month: 5, day: 23 },
];

const pad = (n: number, width: number): string => String(n).padStart(width, "0");
const iso = ({ year, month, day }: Day): string => `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;

function ordinal(day: number): string {
  const last = day % 10;
  if (Math.trunc(day / 10) === 1 || last === 0 || last > 3) return "th";
  return ["", "st", "nd", "rd"][last]!;
}

/** The day in the pattern, with day and month of `digits` digits at least. */
function write(pattern: string, { year, month, day }: Day, digits: 1 | 2): string {
  const parts: Readonly<Record<string, string>> = {
    YYYY: String(year),
    MMMM: MONTHS[month - 1]!,
    MMM: MONTHS[month - 1]!.slice(0, 3),
    MM: pad(month, digits),
    M: pad(month, digits),
    DDth: pad(day, digits) + ordinal(day),
    DD: pad(day, digits),
    D: pad(day, digits),
  };
  return pattern.replace(/YYYY|MMMM|MMM|MM|M|DDth|DD|D/g, (token) => parts[token]!);
}

const isNumeric = (pattern: string): boolean => /^M{1,2}[./-]/.test(pattern);

test("C-E3: there are 27 patterns", () => expect(new Set(PATTERNS).size).toBe(27));

test.each(PATTERNS)("C-E3: %s, day and month of one or two digits, in any case", (pattern) => {
  const read = cellReader("date", { dateOrder: "MDY" });
  for (const day of DAYS) {
    for (const digits of [1, 2] as const) {
      const text = write(pattern, day, digits);
      for (const cell of [text, text.toUpperCase(), text.toLowerCase(), ` ${text}\u00a0`]) {
        expect([cell, read(cell)]).toEqual([cell, iso(day)]);
      }
    }
  }
});

test("C-E3: a pattern that names its month or starts with its year reads the same under every order", () => {
  for (const dateOrder of ["MDY", "DMY", "YMD", "unknown"] as const) {
    const read = cellReader("date", { dateOrder });
    for (const pattern of PATTERNS.filter((p) => !isNumeric(p))) {
      for (const day of DAYS) expect(read(write(pattern, day, 1))).toBe(iso(day));
    }
  }
});

test("C-E3: numeric patterns follow the order of the column, and day first is as good as month first", () => {
  const dayFirst = cellReader("date", { dateOrder: "DMY" });
  for (const pattern of ["DD/MM/YYYY", "D.M.YYYY", "DD-MM-YYYY"]) {
    for (const day of DAYS) expect(dayFirst(write(pattern, day, 2))).toBe(iso(day));
  }
  expectCells("date", [["9/8/2024", "2024-09-08"]], { dateOrder: "MDY" });
  expectCells("date", [["9/8/2024", "2024-08-09"]], { dateOrder: "DMY" });
});

test("C-E3: a cell that does not fit the order of its column is refused, never turned round", () => {
  expectRefused("date", "date_unreadable", ["13/8/2024", "31.12.1999"], { dateOrder: "MDY" });
  expectRefused("date", "date_unreadable", ["8/13/2024", "12.31.1999"], { dateOrder: "DMY" });
});

test("C-E3: under an unknown order only dates that could be either way round are left open", () => {
  expectCells("date", [
    ["9/8/2024", "✗ date_order_unknown"],
    ["01-02-2024", "✗ date_order_unknown"],
    ["1.12.2024", "✗ date_order_unknown"],
    ["9/9/2024", "2024-09-09"],
    ["13/9/2024", "2024-09-13"],
    ["9/13/2024", "2024-09-13"],
    ["31/02/2024", "✗ date_unreadable"],
    ["02/30/2024", "✗ date_unreadable"],
    ["0/1/2024", "✗ date_unreadable"],
    ["1/0/2024", "✗ date_unreadable"],
    ["1/2/0000", "✗ date_unreadable"],
    ["13/13/2024", "✗ date_unreadable"],
  ]);
});

test("C-E3: impossible dates are refused, leap years are known", () => {
  expectCells("date", [
    ["2024-02-29", "2024-02-29"],
    ["2000-02-29", "2000-02-29"],
    ["0001-01-01", "0001-01-01"],
    ["9999-12-31", "9999-12-31"],
  ]);
  expectRefused("date", "date_unreadable", [
    "2023-02-29",
    "1900-02-29",
    "2100-02-29",
    "Feb 29, 2023",
    "2024-02-30",
    "2024-04-31",
    "31 Jun 2024",
    "2024-13-01",
    "2024-00-10",
    "2024-10-00",
    "0000-00-00",
    "0000-01-01",
    "1 Jan 0000",
    "32 Dec 2024",
  ]);
});

test("C-E3: of a timestamp the date stays as it is written", () => {
  expectCells("date", [
    ["2024-09-08T10:00:00Z", "2024-09-08"],
    ["2024-09-08T23:30:00.123-08:00", "2024-09-08"],
    ["2024-09-08 00:00:00", "2024-09-08"],
    ["2024-09-08 10:00:00+00", "2024-09-08"],
    ["9/13/2024 12:00 AM", "2024-09-13"],
    ["12/31/1999 11:59:59 p.m.", "1999-12-31"],
    ["Sun, 08 Sep 2024 10:00:00 GMT", "2024-09-08"],
    ["Sun Sep 08 2024 00:00:00 GMT+0200 (Central European Summer Time)", "2024-09-08"],
    ["8 Sep 2024, 10:00", "2024-09-08"],
    ["20240908", "2024-09-08"],
    ["20240908T101500Z", "2024-09-08"],
  ]);
  expectRefused("date", "date_unreadable", ["2024-09-08T25:00:00Z", "2024-09-08 10:60", "2024-09-08 10:00 tomorrow"]);
});

test("C-E3: what people write besides the patterns and can only be meant one way", () => {
  expectCells("date", [
    ["8th of September 2024", "2024-09-08"],
    ["Sunday, September 8th, 2024", "2024-09-08"],
    ["Sept. 8, 2024", "2024-09-08"],
    ["Sep  8 ,  2024", "2024-09-08"],
    ["8-SEP-2024", "2024-09-08"],
    ["08Sep2024", "2024-09-08"],
    ["２０２４/０９/０８", "2024-09-08"],
    ["٢٠٢٤-٠٩-٠٨", "2024-09-08"],
    ["२०२४-०९-०८", "2024-09-08"],
    ["", ""],
    [" \u200b", ""],
  ]);
});

test("C-E3: month names of eight languages, with their days of the week, articles and ordinals", () => {
  expectCells("date", [
    ["12 März 1980", "1980-03-12"],
    ["12. März 1980", "1980-03-12"],
    ["12. Ma\u0308rz 1980", "1980-03-12"],
    ["12 Maerz 1980", "1980-03-12"],
    ["Mittwoch, den 12. März 1980", "1980-03-12"],
    ["3. Jänner 2001", "2001-01-03"],
    ["12-Okt-1980", "1980-10-12"],
    ["le 12 févr. 1980", "1980-02-12"],
    ["1er août 2001", "2001-08-01"],
    ["12 de marzo de 1980", "1980-03-12"],
    ["4 de setiembre del 2001", "2001-09-04"],
    ["martedì 12 agosto 1980", "1980-08-12"],
    ["12 gen 1980", "1980-01-12"],
    ["quarta-feira, 12 de março de 1980", "1980-03-12"],
    ["1º de maio de 1999", "1999-05-01"],
    ["3 mrt 1999", "1999-03-03"],
    ["woensdag 12 mei 1999", "1999-05-12"],
    ["12 marca 1980 r.", "1980-03-12"],
    ["12 października 1980", "1980-10-12"],
    ["8 Septembre 2024", "2024-09-08"],
  ]);
});

test("C-E3: what Outlook writes for a date that is not known is an empty cell", () => {
  expectCells("date", [
    ["0/0/00", ""],
    ["0.0.00", ""],
    ["0-0-00", ""],
    ["00/00/00", ""],
    ["0/0/0000", "✗ date_unreadable"],
  ]);
});

test("C-E3: anything else is not guessed at", () => {
  expectRefused("date", "date_unreadable", [
    "9/8/24",
    "08-Sep-24",
    "24-09-08",
    "Sep 2024",
    "2024-09",
    "2024",
    "September",
    "2024-W10-1",
    "2024-250",
    "08092024",
    "10000-01-01",
    "-2024-09-08",
    "2024-09/08",
    "9-8/2024",
    "Septembr 8 2024",
    "yesterday",
    "n/a",
    "8th 9th 2024",
    "1.2.3",
    "192.168.2024",
    "2024-09-08; 2024-09-09",
    "'; drop table contacts; --",
  ]);
});

test("C-E10: the day count of a spreadsheet is damage, never silently a date", () => {
  expectRefused("date", "spreadsheet_damage", ["45000", "45543.5", "29221", "#VALUE!", "########"]);
});
