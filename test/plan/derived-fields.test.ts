/** C-D8: one column into several fields, without touching what the column's own field says. */
import { describe, expect, test } from "vitest";
import { derivedFields } from "../../src/core/plan/derived-fields.ts";
import { propose } from "../mapping/propose.ts";

/** What a row of one cell under each header tells of further fields. */
function told(row: Readonly<Record<string, string>>, splitsNames = true): Readonly<Record<string, string>> {
  const headers = Object.keys(row);
  const derived = derivedFields(propose(headers, [Object.values(row)]), splitsNames);
  return Object.fromEntries(derived.map(({ field, column, read }) => [field, read(row[headers[column] ?? ""] ?? "")]));
}

describe("C-D8 what a column tells of other fields", () => {
  test.each<[string, Record<string, string>, Record<string, string>]>([
    ["a full name", { Name: "Smith, John", Email: "j@x.co" }, { first_name: "John", last_name: "Smith" }],
    ["a company", { Name: "Acme GmbH", Email: "i@x.co" }, { first_name: "", last_name: "" }],
    ["a full name beside a first name", { "Full name": "John Smith", "First name": "John", Email: "j@x.co" }, {}],
    [
      "a name with an address, and no column for that",
      { Name: "Ann Smith <ann@X.co>" },
      { first_name: "Ann", last_name: "Smith", email: "ann@x.co" },
    ],
    [
      "an address with a name, and no column for that",
      { Email: '"Smith, Ann" <ann@x.co>' },
      { full_name: "Smith, Ann", first_name: "Ann", last_name: "Smith" },
    ],
    [
      "a name with an address in parentheses",
      { Email: "Ann Smith (ann@X.co)" },
      { full_name: "Ann Smith", first_name: "Ann", last_name: "Smith" },
    ],
    ["two addresses", { Email: "ann@x.co (ann@y.co)" }, { full_name: "", first_name: "", last_name: "" }],
    ["an address alone", { Email: "ann@x.co" }, { full_name: "", first_name: "", last_name: "" }],
    ["an address with a name beside a name", { Email: "Ann <ann@x.co>", "Last name": "Smith" }, {}],
  ])("%s", (_, row, fields) => {
    expect(told(row)).toEqual(fields);
  });

  test("a cell of megabytes is neither, however much it looks like one", () => {
    for (const cell of [
      `${"a".repeat(5_000_000)} (b@x.co)`,
      `${"( ".repeat(2_000_000)})`,
      `${"< ".repeat(2_000_000)}>`,
    ])
      expect(told({ Email: cell })).toEqual({ full_name: "", first_name: "", last_name: "" });
  });

  test("where the policy says so; a name beside an address is never dropped", () => {
    expect(told({ Name: "John Smith", Email: "j@x.co" }, false)).toEqual({});
    expect(told({ Email: "Ann <ann@x.co>" }, false)).toEqual({ full_name: "Ann" });
  });
});
