/** What the whole of a column says about day and month, the decimal mark, and damage. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ColumnDecision, ColumnEvidence } from "../../src/core/contact/column-evidence.ts";
import { FIELD_TYPES, type FieldType } from "../../src/core/contact/field.ts";
import { anyCell } from "./any-cell.ts";

/** The decision over a column whose first cell stands on line 2. */
function decide(type: FieldType, cells: readonly string[]): ColumnDecision {
  const evidence = new ColumnEvidence(type);
  for (const [i, cell] of cells.entries()) evidence.observe(cell, i + 2);
  return evidence.decide();
}

describe("C-E3: the order of day and month", () => {
  const order = (...cells: string[]) => decide("date", cells).dateOrder;

  test("one day above 12 decides for the column", () => {
    expect(order("1/2/2024", "13/2/2024", "3/4/2024")).toBe("DMY");
    expect(order("1/2/2024", "2/13/2024", "3/4/2024")).toBe("MDY");
    expect(order("01.02.2024", "31.12.1999")).toBe("DMY");
    expect(order("01-02-2024", "12-31-1999 10:00")).toBe("MDY");
  });

  test("so does one whose year has two digits, where it leaves one order alone", () => {
    expect(order("03.04.1971", "31.12.65")).toBe("DMY");
    expect(order("12/31/65", "03/04/1971")).toBe("MDY");
    expect(decide("date", ["03.04.1971", "31.12.65"]).says[0]).toBe("31.12.65 on line 3 means day first");
    // Its year may stand in front, or it says as little as the others.
    for (const short of ["65-12-31", "31.12.05", "03.04.05"]) expect(order("03.04.1971", short)).toBe("unknown");
    expect(order("03.04.1971", "31.12.65", "12/31/65")).toBe("unknown");
  });

  test("a day above 12 on either side is a conflict that names both lines", () => {
    expect(decide("date", ["13/2/2024", "2/13/2024"])).toEqual({
      dateOrder: "conflict",
      says: ["13/2/2024 on line 2 is day first, but 2/13/2024 on line 3 is month first"],
    });
  });

  test("where the column was read before, it is read as then, and that is said instead", () => {
    const dates = new ColumnEvidence("date");
    dates.observe("1/2/2024", 2);
    expect(dates.decide({ dateOrder: "DMY" })).toEqual({
      dateOrder: "DMY",
      says: ["dates are read day first, as in the import whose lines these are"],
    });
    expect(dates.decide({ dateOrder: "unknown" }).dateOrder).toBe("unknown");
    const amounts = new ColumnEvidence("money");
    amounts.observe("1.234", 2);
    expect(amounts.decide({ decimalMark: "," })).toMatchObject({
      decimalMark: ",",
      says: ["numbers are read with a decimal comma, as in the import whose lines these are"],
    });
  });
  test("dates that could be either way round leave it unknown", () => {
    expect(decide("date", ["1/2/2024", "3/4/2024"])).toEqual({
      dateOrder: "unknown",
      says: ["day and month could be either way round, as in 1/2/2024 on line 2"],
    });
  });

  test("dates that do not depend on it say nothing", () => {
    expect(order("2024-09-08", "2024/9/13", "Sep 13, 2024", "13 Sep 2024", "9/9/2024", "", "n/a")).toBeUndefined();
  });

  test("impossible dates prove nothing", () => {
    expect(order("13/13/2024", "31/02/2024", "02/30/2024", "0/13/2024", "99/99/2024")).toBeUndefined();
    expect(order("29/02/2023", "2/29/2023")).toBeUndefined();
    expect(order("29/02/2024")).toBe("DMY");
  });
});

describe("C-E6: the decimal mark", () => {
  const mark = (...cells: string[]) => decide("money", cells).decimalMark;

  test.each([
    ["1.5", "."],
    ["0.500", "."],
    [".123", "."],
    ["1,234,234.33", "."],
    ["1,234,567", "."],
    ["12,34,567", "."],
    ["1'234.567", "."],
    ["($1,234.50)", "."],
    ["Rs. 1,234.50", "."],
    ["1,5", ","],
    ["0,500", ","],
    [",123", ","],
    ["1.234,5", ","],
    ["1.234.567", ","],
    ["1234,567", ","],
    ["1 234,567", ","],
    ["kr. 1.234,50", ","],
    ["1,234", "unknown"],
    ["1.234", "unknown"],
    ["-€1.000", "unknown"],
  ] as const)("%s means %s", (cell, expected) => {
    expect(mark(cell)).toBe(expected);
    expect(mark("7", "1,000", "n/a", cell, "")).toBe(expected);
  });

  test("amounts of both kinds are a conflict that names both lines", () => {
    expect(decide("number", ["1,5", "2.5"])).toEqual({
      decimalMark: "conflict",
      says: ["2.5 on line 3 has a decimal point, but 1,5 on line 2 a decimal comma"],
    });
  });

  test("what is no amount proves nothing", () => {
    expect(mark("192.168.1.1", "1.5 abc", "1,2,3", "2024.09.08", "415.555.0100", "1.", "100,-", "Rs. 500")).toBe(".");
    expect(mark("192.168.1.1", "1.5 abc", "1,2,3", "2024.09.08", "415.555.0100", "100,-", "Rs. 500")).toBeUndefined();
  });
});

describe("C-E10: damage by a spreadsheet is counted over the column", () => {
  test("with the first damaged value and its line", () => {
    expect(decide("phone", ["+14155550100", "4.479E+11", "4.15556E+09"]).says).toEqual([
      "a spreadsheet damaged 2 values, the first is 4.479E+11 on line 3",
    ]);
    expect(decide("id", ["1.23457E+12"]).says).toEqual([
      "a spreadsheet damaged 1 value, the first is 1.23457E+12 on line 2",
    ]);
  });

  test.each([
    ["number", "1.5E+05"],
    ["money", "1.23457E+12"],
    ["date", "45000"],
    ["text", "#NAME?"],
    ["email", " #REF! "],
    ["tags", "########"],
    ["text", "#NOMBRE?"],
  ] as const)("in a column of type %s, %s", (type, cell) => expect(decide(type, [cell]).says).toHaveLength(1));

  test("a value whose digits are all there is not damaged", () => {
    expect(decide("phone", ["4.155550100E+09", "+14155550100"]).says).toEqual([]);
    expect(decide("number", ["1.50E+02", "1e3"]).says).toEqual(["1.50E+02 on line 2 means a decimal point"]);
    expect(decide("text", ["#vip", "# 1", "#"]).says).toEqual([]);
  });
});

test("a long cell is cut where it is shown", () => {
  const [says = ""] = decide("date", [`13/2/2024 10:00 (${"x".repeat(38)})`]).says;
  expect(says.length).toBeLessThan(80);
});

test("the evidence of the parts of a column, in any order, is the evidence of the whole", () => {
  const numbers = fc.constantFrom("1.5", "1,5", "1,234", "1e3", "4.4E+11", "13/2/2024", "2/13/2024", "1/2/2024");
  const column = fc.array(fc.oneof(anyCell, numbers), { maxLength: 30 });
  fc.assert(
    fc.property(fc.constantFrom(...FIELD_TYPES), column, fc.nat(30), (type, cells, at) => {
      const whole = new ColumnEvidence(type);
      const first = new ColumnEvidence(type);
      const second = new ColumnEvidence(type);
      for (const [i, cell] of cells.entries()) {
        whole.observe(cell, i + 2);
        (i < at ? first : second).observe(cell, i + 2);
      }
      const merged = new ColumnEvidence(type, structuredClone(second.witnesses));
      merged.merge(structuredClone(first.witnesses));
      first.merge(second.witnesses);
      expect(first.witnesses).toEqual(whole.witnesses);
      expect(merged.decide()).toEqual(whole.decide());
    }),
    { numRuns: 500 },
  );
});
