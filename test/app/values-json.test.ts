/** Objects as programs read them: what is a list, what was kept, and names that mean something to the language. */
import { expect, test } from "vitest";
import { valuesJson } from "../../src/app/view/values-json.ts";
import type { Field } from "../../src/core/contact/field.ts";

const FIELDS: readonly Field[] = [
  { key: "tags", label: "Tags", type: "tags", builtin: true },
  { key: "city", label: "City", type: "text", builtin: true },
];

const jsonOf = (...values: readonly (readonly [string, string])[]): unknown =>
  JSON.parse(JSON.stringify(valuesJson({ values: new Map(values) }, FIELDS)));

test("lists are lists, and what no field holds stands apart (C-D4)", () => {
  expect(jsonOf(["tags", '["vip","new"]'], ["city", '["Oslo"]'], ["kept:Shoe size", "44"])).toEqual({
    fields: { tags: ["vip", "new"], city: '["Oslo"]' },
    kept: { "Shoe size": "44" },
  });
});

test("a column may be called as it likes", () => {
  const text = JSON.stringify(
    valuesJson(
      {
        values: new Map([
          ["kept:__proto__", "a"],
          ["kept:constructor", "b"],
          ["__proto__", "c"],
        ]),
      },
      FIELDS,
    ),
  );
  expect(text).toBe('{"fields":{"__proto__":"c"},"kept":{"__proto__":"a","constructor":"b"}}');
});
