import { expect, test } from "vitest";
import { sniffDialect } from "../../src/core/tabular/sniff.ts";

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
