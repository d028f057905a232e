/** Equal people have equal keys, whatever small differences two files have; different people have not. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FieldType } from "../../src/core/contact/field.ts";
import { emailKey, externalIdKey, linkedinKey, nameKey, phoneKey } from "../../src/core/contact/identity-key.ts";
import { anyCell } from "./any-cell.ts";
import { cellReader } from "./cell-table.ts";

/** From the cell as it stands in a file to the key, as an import does it. */
const keyer = (type: FieldType, key: (value: string) => string, field: string = type) => {
  const read = cellReader(type, { key: field });
  return (cell: string): string => key(read(cell));
};

const CASES: readonly (readonly [
  name: string,
  keyOf: (cell: string) => string,
  same: readonly string[],
  other: string,
])[] = [
  [
    "email, whatever the case",
    keyer("email", emailKey),
    ["ann@x.com", "ANN@X.COM", " Ann@x.Com ", "mailto:aNN@x.com"],
    "an@x.com",
  ],
  ["email, dots and tags are not merged", keyer("email", emailKey), ["ann.smith@gmail.com"], "annsmith@gmail.com"],
  ["email, tags are not merged", keyer("email", emailKey), ["ann@x.com"], "ann+news@x.com"],
  [
    "email, composed or not",
    keyer("email", emailKey),
    ["JOSÉ@x.com", "jose\u0301@x.com", "Jos\u00e9@X.com"],
    "jose@x.com",
  ],
  [
    "phone, however it is written",
    keyer("phone", phoneKey),
    ["(415) 555-0100", "+1 415 555 0100", "4155550100"],
    "415-555-0101",
  ],
  ["phone, by extension", keyer("phone", phoneKey), ["415-555-0100 x5", "+14155550100;ext=5"], "+14155550100"],
  [
    "external id, composed or not",
    keyer("text", externalIdKey, "external_id"),
    ["caf\u00e9-1", " cafe\u0301-1 "],
    "cafe-1",
  ],
  ["external id, by case", keyer("text", externalIdKey, "external_id"), ["aB1"], "Ab1"],
  ["external id, by its zeros", keyer("text", externalIdKey, "external_id"), ["007"], "7"],
  [
    "LinkedIn profile",
    keyer("linkedin_url", linkedinKey),
    ["uk.linkedin.com/in/Ann/", "https://www.linkedin.com/in/ann?x=1"],
    "in/bob",
  ],
  ["name, composed or not", keyer("name", nameKey), ["José", "Jose\u0301", "JOSE"], "Josef"],
  [
    "name, without punctuation",
    keyer("name", nameKey),
    ["O'Neil-Núñez", "ONEIL NUNEZ", "O\u2019Neil  Nunez"],
    "Neil Nunez",
  ],
  ["name, with letters that do not decompose", keyer("name", nameKey), ["Łukasz Groß", "lukasz gross"], "lukas gross"],
  ["name, of another script", keyer("name", nameKey), ["Иван Петров", "ИВАН  ПЕТРОВ"], "Иван Петровна"],
  ["name, of another alphabet altogether", keyer("name", nameKey), ["李小龙"], "李小"],
];

test.each(CASES)("C-H5: the same %s", (_name, keyOf, same, other) => {
  const keys = new Set(same.map(keyOf));
  expect([...keys]).toHaveLength(1);
  expect(keys.has(keyOf(other))).toBe(false);
});

describe("any key", () => {
  test.each([
    ["email", emailKey],
    ["phone", phoneKey],
    ["linkedin_url", linkedinKey],
    ["id", externalIdKey],
    ["name", nameKey],
  ] as const)("of a value of type %s is its own key, and never blank where the value has letters", (type, key) => {
    const read = cellReader(type);
    fc.assert(
      fc.property(anyCell, (cell) => {
        const value = read(cell);
        if (value.startsWith("✗")) return;
        expect([cell, key(key(value))]).toEqual([cell, key(value)]);
        if (/\p{L}/u.test(value)) expect([cell, key(value)]).not.toEqual([cell, ""]);
      }),
      { numRuns: 2000 },
    );
  });
});
