/** What a row changes on a contact: the write rules as a table. */
import { describe, expect, test } from "vitest";
import { BUILTIN_FIELDS } from "../../src/core/contact/builtin-fields.ts";
import type { Field } from "../../src/core/contact/field.ts";
import type { ColumnMapping } from "../../src/core/mapping/column-mapping.ts";
import { CLEAR } from "../../src/core/plan/draft.ts";
import { mergeRow, uniteLists, type WriteRules } from "../../src/core/plan/merge.ts";
import { compileShape } from "../../src/core/plan/shape.ts";

const MAPPED = [
  "email",
  "additional_emails",
  "phone",
  "additional_phones",
  "tags",
  "owner",
  "do_not_touch",
  "city",
  "colours",
];
const colours: Field = { key: "colours", label: "Colours", type: "multiple_choice", builtin: false };
const mapping = [...MAPPED, "kept:Shoe size"].map(
  (key, column): ColumnMapping => ({
    column,
    header: key,
    target: key.startsWith("kept:") ? { to: "keep", name: key.slice(5) } : { to: "field", field: key },
    foundBy: "header",
    confidence: 1,
    reason: "",
    samples: [],
  }),
);
const shape = compileShape(mapping, [...BUILTIN_FIELDS, colours]);
const KEEP: WriteRules = {
  emptyCells: "keep",
  clearFields: [],
  tags: "merge",
  overrideOwners: false,
  given: new Set(),
  lowerOptOuts: false,
};

type Values = Readonly<Record<string, string>>;
const at = (values: Values) => (slot: number) => values[shape.slots[slot]?.key ?? ""] ?? "";

function merged(row: Values, contact: Values, rules: Partial<WriteRules>) {
  const { changes, warnings } = mergeRow(shape, { ...KEEP, ...rules }, { row: at(row), contact: at(contact) });
  return {
    changes: Object.fromEntries(changes.map(({ slot, after }) => [shape.slots[slot]?.key, after])),
    warnings: warnings.map(({ code }) => code),
  };
}

describe("a row and the contact it is about", () => {
  test.for<{
    readonly name: string;
    readonly row: Values;
    readonly contact: Values;
    readonly rules?: Partial<WriteRules>;
    readonly changes: Values;
    readonly warnings?: readonly string[];
  }>([
    { name: "a value that is the same changes nothing", row: { city: "Rome" }, contact: { city: "Rome" }, changes: {} },
    { name: "a new value is written", row: { city: "Oslo" }, contact: { city: "Rome" }, changes: { city: "Oslo" } },
    { name: "an empty cell keeps (C-I2)", row: {}, contact: { city: "Rome" }, changes: {} },
    {
      name: "an empty cell clears where empty cells do (C-I2)",
      row: {},
      contact: { city: "Rome" },
      rules: { emptyCells: "clear" },
      changes: { city: "" },
    },
    {
      name: "an empty cell clears the field that was named, and no other (C-I2)",
      row: {},
      contact: { city: "Rome", phone: "+14155550101" },
      rules: { clearFields: ["city"] },
      changes: { city: "" },
    },
    {
      name: "an empty cell never clears what was kept of an unknown column (C-I2)",
      row: {},
      contact: { "kept:Shoe size": "38" },
      rules: { emptyCells: "clear" },
      changes: {},
    },
    {
      name: "the clear token clears whatever the policy says (C-I2)",
      row: { city: CLEAR },
      contact: { city: "Rome" },
      changes: { city: "" },
    },
    {
      name: "the clear token on an empty field changes nothing (C-X3)",
      row: { city: CLEAR },
      contact: {},
      changes: {},
    },
    {
      name: "tags are merged, the contact's spelling stays (C-I3)",
      row: { tags: '["vip","news"]' },
      contact: { tags: '["VIP"]' },
      changes: { tags: '["VIP","news"]' },
    },
    {
      name: "tags that are there already change nothing, in any order and case (C-X3)",
      row: { tags: '["news","vip"]' },
      contact: { tags: '["VIP","News"]' },
      changes: {},
    },
    {
      name: "tags are replaced where the policy says so (C-I3)",
      row: { tags: '["news"]' },
      contact: { tags: '["vip"]' },
      rules: { tags: "replace" },
      changes: { tags: '["news"]' },
    },
    {
      name: "an empty cell of tags keeps them even where tags are replaced (C-I2, C-I3)",
      row: {},
      contact: { tags: '["vip"]' },
      rules: { tags: "replace" },
      changes: {},
    },
    {
      name: "a multiple choice is replaced: the row says what is chosen now",
      row: { colours: '["Red"]' },
      contact: { colours: '["Blue"]' },
      changes: { colours: '["Red"]' },
    },
    {
      name: "of several lines of one contact it is united (C-H3)",
      row: { colours: '["Red"]' },
      contact: { colours: '["Blue"]' },
      rules: { addOnly: true },
      changes: { colours: '["Blue","Red"]' },
    },
    {
      name: "several lines of one contact clear nothing by their empty cells (C-H3)",
      row: {},
      contact: { city: "Rome" },
      rules: { addOnly: true, emptyCells: "clear" },
      changes: {},
    },
    {
      name: "additional addresses are united: nobody loses one by a file that does not know it",
      row: { additional_emails: '["b@x.example"]' },
      contact: { additional_emails: '["A@x.example"]' },
      changes: { additional_emails: '["A@x.example","b@x.example"]' },
    },
    {
      name: "an address in other letters is the same address (C-X3)",
      row: { email: "ANN@x.example" },
      contact: { email: "ann@x.example" },
      changes: {},
    },
    {
      name: "an address that the contact has in second place does not push out the first (C-H5)",
      row: { email: "b@x.example" },
      contact: { email: "a@x.example", additional_emails: '["B@x.example"]' },
      changes: {},
    },
    {
      name: "a number that the contact has in second place does not push out the first (C-H5)",
      row: { phone: "+14155550102" },
      contact: { phone: "+14155550101", additional_phones: '["+14155550102"]' },
      changes: {},
    },
    {
      name: "unless the row clears the second place: then the address would be lost (C-I2)",
      row: { email: "b@x.example" },
      contact: { email: "a@x.example", additional_emails: '["b@x.example"]' },
      rules: { emptyCells: "clear" },
      changes: { email: "b@x.example", additional_emails: "" },
    },
    {
      name: "the same by the clear token, for a number (C-I2)",
      row: { phone: "+14155550102", additional_phones: CLEAR },
      contact: { phone: "+14155550101", additional_phones: '["+14155550102"]' },
      changes: { phone: "+14155550102", additional_phones: "" },
    },
    {
      name: "an owner is given to a contact that has none (C-I5)",
      row: { owner: "ann@x.example" },
      contact: {},
      changes: { owner: "ann@x.example" },
    },
    {
      name: "the owner of a contact stays, and the row says so (C-I5)",
      row: { owner: "ann@x.example" },
      contact: { owner: "bob@x.example" },
      changes: {},
      warnings: ["owner_kept"],
    },
    {
      name: "the owner is changed where owners are overridden (C-I5)",
      row: { owner: "ann@x.example" },
      contact: { owner: "bob@x.example" },
      rules: { overrideOwners: true },
      changes: { owner: "ann@x.example" },
    },
    {
      name: "Do Not Touch can be raised (C-I6)",
      row: { do_not_touch: "yes" },
      contact: { do_not_touch: "no" },
      changes: { do_not_touch: "yes" },
    },
    {
      name: "Do Not Touch is never lowered (C-I6)",
      row: { do_not_touch: "no" },
      contact: { do_not_touch: "yes" },
      changes: {},
      warnings: ["opt_out_kept"],
    },
    {
      name: "nor by an empty cell that clears (C-I6)",
      row: {},
      contact: { do_not_touch: "yes" },
      rules: { emptyCells: "clear" },
      changes: {},
      warnings: ["opt_out_kept"],
    },
    {
      name: "nor by the clear token (C-I6)",
      row: { do_not_touch: CLEAR },
      contact: { do_not_touch: "yes" },
      changes: {},
      warnings: ["opt_out_kept"],
    },
    {
      name: "unless the import was told to (C-I6)",
      row: { do_not_touch: "no" },
      contact: { do_not_touch: "yes" },
      rules: { lowerOptOuts: true },
      changes: { do_not_touch: "no" },
    },
  ])("$name", ({ row, contact, rules = {}, changes, warnings = [] }) => {
    expect(merged(row, contact, rules)).toEqual({ changes, warnings });
  });

  test("a warning shows no control character where the cell held the clear token", () => {
    const sides = { row: at({ do_not_touch: CLEAR }), contact: at({ do_not_touch: "yes" }) };
    const { warnings } = mergeRow(shape, KEEP, sides);
    expect(warnings).toMatchObject([{ value: "", params: { present: "yes" } }]);
  });
});

test("a list that brings nothing new leaves the other's text as it is, letter by letter (C-X3)", () => {
  expect(uniteLists('["a", "B"]', '["b"]')).toBe('["a", "B"]');
  expect(uniteLists("", '["b"]')).toBe('["b"]');
  expect(uniteLists('["a"]', '["b","A"]')).toBe('["a","b"]');
});
