/** Headers of real files, one at a time and as whole exports: a column too few is forgiven, a wrong one is not. */
import { describe, expect, test } from "vitest";
import { BUILTIN_FIELDS } from "../../src/core/contact/builtin-fields.ts";
import { FIELD_NAMES } from "../../src/core/mapping/field-names.ts";
import { headerKey } from "../../src/core/mapping/header-key.ts";
import { propose, targetsOf } from "./propose.ts";
import { REAL_HEADERS } from "./real-headers.ts";

const rows = REAL_HEADERS.split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => ({
    header: line.slice(0, line.lastIndexOf(" = ")),
    expected: line.slice(line.lastIndexOf(" = ") + 3),
  }));

describe("C-D1 a header alone is mapped to the field it means, or to none", () => {
  test("the table is long enough to mean something", () => expect(rows.length).toBeGreaterThan(200));

  test.each(rows)("$header = $expected", ({ header, expected }) => {
    const [column] = propose([header]);
    const target = column?.target.to === "field" ? column.target.field : "-";
    expect(target).toBe(expected);
    if (target !== "-") expect(column?.confidence).toBeGreaterThan(0.5);
  });

  test.each(BUILTIN_FIELDS.map(({ key, label }) => [key, label]))(
    "the field %s is known by key and label",
    (key, label) => {
      const field = key === "id" ? "external_id" : key;
      expect(targetsOf(propose([key]))).toEqual([field]);
      expect(targetsOf(propose([label]))).toEqual([key]);
    },
  );
});

test("no name in the table of names belongs to two fields", () => {
  const owner = new Map<string, string>();
  const clashes: string[] = [];
  for (const { field, plain, qualified } of FIELD_NAMES) {
    for (const name of [...plain, ...(qualified ?? [])].flatMap((line) => line.split(","))) {
      const key = headerKey(name);
      const other = owner.get(key) ?? field;
      if (key === "" || other !== field) clashes.push(`${name.trim()}: ${other} and ${field}`);
      owner.set(key, field);
    }
  }
  expect(clashes).toEqual([]);
});
