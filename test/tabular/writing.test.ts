/** What exports write: lines that every reader understands, and cells that no spreadsheet runs. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvLine } from "../../src/core/tabular/rows/csv-line.ts";
import { protectCell, unprotectCell } from "../../src/core/tabular/rows/protect-cell.ts";

describe("csvLine", () => {
  test.each([
    [["a", "b"], "a,b"],
    [["a,b", 'say "hi"', "two\nlines"], '"a,b","say ""hi""","two\nlines"'],
    [[" padded "], '" padded "'],
    [[""], '""'],
    [["", ""], ","],
  ])("writes %j as %s", (cells, line) => expect(csvLine(cells)).toBe(line));
});

describe("a cell in an export", () => {
  test.each([
    ["=SUM(A1)", "'=SUM(A1)"],
    ["+14155550100", "'+14155550100"],
    ["-1", "'-1"],
    ["@cmd", "'@cmd"],
    ["\t=1", "'\t=1"],
    ["\r=1", "'\r=1"],
    [" =1", "' =1"],
    ["'=1", "''=1"],
    ["'tis", "'tis"],
    ["5-3", "5-3"],
    ["ann@example.com", "ann@example.com"],
    ["", ""],
  ])("%j is written as %j and read back (C-C3)", (value, written) => {
    expect(protectCell(value)).toBe(written);
    expect(unprotectCell(written)).toBe(value);
  });

  const risky = fc.string({
    unit: fc.constantFrom("'", "=", "+", "-", "@", "\t", "\r", " ", "a", "\u200b"),
    maxLength: 6,
  });

  test("comes back exactly, whatever it holds (C-C3)", () => {
    fc.assert(
      fc.property(fc.oneof(risky, fc.string()), (text) => void expect(unprotectCell(protectCell(text))).toBe(text)),
    );
  });

  test("never starts like a formula (C-C3)", () => {
    fc.assert(
      fc.property(
        fc.oneof(risky, fc.string()),
        (text) => void expect(protectCell(text)).not.toMatch(/^(?:\s*[=+\-@]|[\t\r])/),
      ),
    );
  });
});
