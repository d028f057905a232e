/** Choices, lists, tags and followers, and what parts their values. */
import { expect, test } from "vitest";
import { ColumnEvidence } from "../../src/core/contact/column-evidence.ts";
import type { FieldType } from "../../src/core/contact/field.ts";
import { DEFAULT_VALUE_SETTINGS } from "../../src/core/contact/field-answer.ts";
import { parseList } from "../../src/core/contact/list-text.ts";
import { valueReader } from "../../src/core/contact/value-reader.ts";
import { cellReader, expectCells } from "./cell-table.ts";

const PLANS = ["Gold", "Silver", "St. Louis", "Köln", "R&D, Sales"];
const DOTS = { options: PLANS, multiSeparators: [",", ";", "."] };

test("C-E5: single choice and radio take one option, whatever its case and spacing, as the field spells it", () => {
  for (const type of ["single_choice", "radio"] as const) {
    expectCells(
      type,
      [
        ["Gold", "Gold"],
        [" gold\u00a0", "Gold"],
        ["GOLD", "Gold"],
        ["go\u200bld", "Gold"],
        ["ｇｏｌｄ", "Gold"],
        ["st.  louis", "St. Louis"],
        ["ST.LOUIS", "St. Louis"],
        ["KO\u0308LN", "Köln"],
        ["r&d,sales", "R&D, Sales"],
        ["Koln", "✗ option_unknown"],
        ["Bronze", "✗ option_unknown"],
        ["Gold, Silver", "✗ option_unknown"],
        ["__proto__", "✗ option_unknown"],
        ["constructor", "✗ option_unknown"],
        ["", ""],
        [" \u200b", ""],
      ],
      { options: PLANS },
    );
  }
});

test("C-E5: two options that differ in case only are told apart where the cell does", () => {
  expectCells(
    "single_choice",
    [
      ["pro", "pro"],
      ["Pro", "Pro"],
      ["PRO", "Pro"],
    ],
    { options: ["Pro", "pro"] },
  );
});

test("C-E5: where the policy allows, an unknown option is taken as a new one", () => {
  const readWith = { options: PLANS, createOptions: true };
  expectCells(
    "single_choice",
    [
      ["  Bronze  plus ", "Bronze plus"],
      ["gold", "Gold"],
    ],
    readWith,
  );
  expectCells("checkbox", [["gold; Bronze, bronze", '["Gold","Bronze"]']], readWith);
});

test("C-E4: comma, semicolon and dot part choices, but never inside a known option", () => {
  for (const type of ["multiple_choice", "checkbox"] as const) {
    expectCells(
      type,
      [
        ["Gold, Silver", '["Gold","Silver"]'],
        ["Gold;Silver", '["Gold","Silver"]'],
        ["Gold.Silver", '["Gold","Silver"]'],
        ["St. Louis", '["St. Louis"]'],
        ["St. Louis, Gold", '["St. Louis","Gold"]'],
        ["Gold. St. Louis. Silver.", '["Gold","St. Louis","Silver"]'],
        ["gold,ST. LOUIS", '["Gold","St. Louis"]'],
        ["St.Louis; Gold", '["St. Louis","Gold"]'],
        ["St. \u00a0Louis ; Gold", '["St. Louis","Gold"]'],
        ["St. Louis.St. Louis", '["St. Louis"]'],
        ["R&D, Sales, Gold", '["R&D, Sales","Gold"]'],
        ['"St. Louis","Gold"', '["St. Louis","Gold"]'],
        ['["Gold","St. Louis"]', '["Gold","St. Louis"]'],
        ["Gold\nSilver", '["Gold","Silver"]'],
        ["Silver, Gold, silver", '["Silver","Gold"]'],
        ["St. Louis Park", "✗ option_unknown"],
        ["Gold, Bronze", "✗ option_unknown"],
        [",;.", ""],
        ["", ""],
      ],
      DOTS,
    );
  }
});

test("C-E4: the longest known option wins", () => {
  expectCells("multiple_choice", [["A.B.C, A.B", '["A.B.C","A.B"]']], { ...DOTS, options: ["A.B", "A.B.C"] });
});

test("C-E4: tags and text lists keep their order, the first spelling, and no repeats", () => {
  for (const type of ["tags", "text_list"] as const) {
    expectCells(type, [
      ["vip, lead", '["vip","lead"]'],
      ["vip;lead", '["vip","lead"]'],
      ["VIP, vip ,Vip", '["VIP"]'],
      ["  key   account , New York", '["key account","New York"]'],
      ["vip,,;lead;", '["vip","lead"]'],
      ["vip\r\nlead", '["vip","lead"]'],
      ["vip ::: lead", '["vip","lead"]'],
      ["v1.2, a|b", '["v1.2","a|b"]'],
      ['"a, b",c', '["a, b","c"]'],
      ['"say ""hi""",c', '["say \\"hi\\"","c"]'],
      ['5" pipe, 6" pipe', '["5\\" pipe","6\\" pipe"]'],
      ['"open, c', '["\\"open","c"]'],
      ["back\\slash", '["back\\\\slash"]'],
      ["café, cafe\u0301", '["café"]'],
      ["重要,客户", '["重要","客户"]'],
      ["x\u200by", '["xy"]'],
      ["#vip, #lead", '["#vip","#lead"]'],
      ["a,\u200b,b", '["a","b"]'],
      [",", ""],
      ["[]", ""],
      ["", ""],
      ["a,\ufffd", "✗ text_undecodable"],
    ]);
  }
});

test("C-E4: the separators are those of the import, and known tags are protected too", () => {
  expectCells("tags", [["a.b,c", '["a","b","c"]']], { multiSeparators: [",", ";", "."] });
  expectCells("tags", [["St. Louis.vip", '["St. Louis","vip"]']], DOTS);
  expectCells("tags", [["a|b,c", '["a","b,c"]']], { multiSeparators: ["|"] });
});

test("C-E4: a thousand tags in one cell", () => {
  const tags = Array.from({ length: 1000 }, (_, i) => `tag ${i}`);
  expect(parseList(cellReader("tags")([...tags, ...tags].join(";")))).toEqual(tags);
});

test("C-E8: an owner is a name or an e-mail address, followers are several", () => {
  expectCells("owner", [
    ["Ann Smith", "Ann Smith"],
    ["  Ann \u00a0 Smith ", "Ann Smith"],
    ["Ann@Example.COM", "ann@example.com"],
    ["Ann Smith <ann@example.com>", "ann@example.com"],
    ["ann@", "✗ owner_not_found"],
    ["", ""],
  ]);
  expectCells("owner_list", [
    ["Ann Smith, Bob Jones", '["Ann Smith","Bob Jones"]'],
    ["ann@x.com; Bob Jones", '["ann@x.com","Bob Jones"]'],
    ["Ann Smith,,ann smith", '["Ann Smith"]'],
    ["Ann Smith, bob@", "✗ owner_not_found"],
    ["", ""],
  ]);
  expectCells("owner_list", [["Dr. Ann Smith, J. Doe", '["Dr. Ann Smith","J. Doe"]']], DOTS);
});

test("evidence of a list column decides nothing", () => {
  const evidence = new ColumnEvidence("tags");
  evidence.observe("1.5, 13/1/2024", 2);
  expect(evidence.decide()).toEqual({ says: [] });
});

test("C-E4, C-E7: values of a list that cannot be read are named; other options of the cell are written, addresses not", () => {
  const reading = (type: FieldType, raw: string) =>
    valueReader(
      { key: type, label: type, type, builtin: false, options: PLANS },
      { ...DEFAULT_VALUE_SETTINGS, createOptions: false },
    )(raw);
  for (const type of ["multiple_choice", "checkbox"] as const) {
    expect(reading(type, "gold, Paris; Silver, Oslo")).toEqual({
      ...{ unreadable: "option_unknown", params: { unread: ["Paris", "Oslo"] } },
      partly: '["Gold","Silver"]',
    });
    expect(reading(type, "Paris")).toEqual({ unreadable: "option_unknown", params: { unread: ["Paris"] } });
  }
  expect(reading("email_list", "a1@x.com, bad, a@x.com")).toEqual({
    ...{ unreadable: "email_invalid", params: { unread: ["bad"] } },
  });
  expect(reading("phone_list", "+1 415 555 0132; 12")).toEqual({
    ...{ unreadable: "phone_unreadable", params: { unread: ["12"] } },
  });
});
