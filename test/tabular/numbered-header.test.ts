import { expect, test } from "vitest";
import { sniffDialect } from "../../src/core/tabular/sniffing/sniff.ts";

const headerOf = (text: string): boolean | null => {
  const dialect = sniffDialect(new TextEncoder().encode(text), true);
  return dialect.ok ? dialect.value.header : null;
};

test("columns that are numbered one after the other are named, not filled with ids (C-B6)", () => {
  const names = Array.from({ length: 2_000 }, (_, at) => `column${at + 100}`);
  expect(headerOf(`${names.join(",")},email\n${names.map(() => "x").join(",")},ann@example.com\n`)).toBe(true);
});

test("ids that stand side by side and do not count up are values", () => {
  expect(headerOf("AB1001,ann@example.com,XY2001\nAB1002,bob@example.com,XY2002\n")).toBe(false);
});

test("names that look like ids, over columns of something else, name them (C-B6)", () => {
  const known = ["First Name", "Last Name", "Email", "Mobile Phone"];
  const flags = ["sys", "utm", "score", "flag"].flatMap((word) =>
    ["a1", "b2", "c3", "d4", "e5"].map((at) => `${word}_${at}`),
  );
  const row = (at: number) => [
    "Ann",
    "Lee",
    `ann${at}@example.com`,
    `+1415555010${at}`,
    ...flags.map((_, i) => (i % 3 ? i : "")),
  ];
  const rows = [1, 2, 3].map((at) => row(at).join(",")).join("\n");
  expect(headerOf(`${[...known, ...flags].join(",")}\n${rows}\n`)).toBe(true);
});

test("ids of which one stands over a number, and ids over ids, are values", () => {
  expect(headerOf("12345a,KX1001,QW2001\n14,KX1002,QW2002\n16,KX1003,QW2003\n")).toBe(false);
});

test("columns that are empty all the way down say nothing of the first row (C-B6, C-B8)", () => {
  const lines = (columns: number, ...rows: readonly string[]) =>
    rows.map((row) => `${row}${",".repeat(columns)}\n`).join("");
  expect(headerOf(lines(30, "Name,Email", "Ann Lee,a@x.com", "Bob Ray,b@x.com"))).toBe(true);
  expect(headerOf(lines(30, "Name,Email"))).toBe(true);
  const ten = "Name,Email,Phone,Company,City,Title,Tags,Street,Zip,Country";
  expect(headerOf(lines(500, ten, "Ann,a@x.com,,,,,,,,", "Bob,b@x.com,,,,,,,,"))).toBe(true);
  expect(headerOf(lines(30, "Ann Lee,a@x.com", "Bob Ray,b@x.com"))).toBe(false);
  expect(headerOf(lines(30, "Ann Lee,Berlin"))).toBe(false);
  expect(headerOf("Ann Lee,,,Berlin\nBob Ray,Kiel,Baker,Ulm\nCid Poe,Bonn,Cook,Trier\n")).toBe(false);
});
