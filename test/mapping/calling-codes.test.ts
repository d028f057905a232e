/** Columns of calling codes beside columns of numbers (C-E2). */
import { describe, expect, test } from "vitest";
import { BUILTIN_FIELDS } from "../../src/core/contact/builtin-fields.ts";
import { countryOfCallingCode } from "../../src/core/contact/types/calling-code.ts";
import { callingCodes } from "../../src/core/mapping/calling-codes.ts";
import type { ColumnMapping } from "../../src/core/mapping/column-mapping.ts";

const column = (at: number, header: string, samples: readonly string[], field?: string): ColumnMapping => ({
  column: at,
  header,
  target: field === undefined ? { to: "keep", name: header } : { to: "field", field },
  foundBy: "header",
  confidence: 1,
  reason: "",
  samples,
});
const phone = (at: number): ColumnMapping => column(at, "Phone", ["0151 23456789"], "phone");

test.each([
  ["+49", "DE"],
  ["0049", "DE"],
  ["49", "DE"],
  ["(+44)", null],
  ["+(44)", "GB"],
  ["1", "US"],
  ["+1-809", "US"],
  ["FR", "FR"],
  ["Schweiz", "CH"],
  ["0151", null],
  ["999", null],
  ["", null],
])("%j is %s", (text, country) => {
  expect(countryOfCallingCode(text)).toBe(country);
});

describe("a column of codes is told by its header and its values together", () => {
  test.each([
    ["Country Code", ["+49", "33"], true],
    ["Phone Country", ["DE", "FR"], true],
    ["Mobile Prefix", ["+49"], true],
    ["Ländervorwahl", ["0049"], true],
    ["Indicatif pays", ["33"], true],
    ["Código de país", ["+34"], true],
    ["Vorwahl", ["+49"], true],
    ["Vorwahl", ["0711", "030"], false],
    ["Prefix", ["Dr.", "Mr."], false],
    ["Area Code", ["212", "44"], false],
    ["Country Code", [], false],
    ["Customer No", ["49"], false],
  ])("%s %j: %s", (header, samples, is) => {
    expect(callingCodes([column(0, header, samples), phone(1)], BUILTIN_FIELDS).has(1)).toBe(is);
  });

  test("of several columns of numbers the one beside it is meant", () => {
    const mapping = [
      phone(0),
      column(1, "Country Code", ["+49"]),
      { ...phone(2), target: { to: "field", field: "additional_phones" } as const },
    ];
    expect([...callingCodes(mapping, BUILTIN_FIELDS)]).toEqual([[2, 1]]);
  });
});
