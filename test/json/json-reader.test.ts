/** C-B1: rows from JSON as programs and their APIs write it. */
import { describe, expect, test } from "vitest";
import { readJson } from "./read-json.ts";

const rowsOf = (text: string): readonly (readonly [number, Record<string, string>])[] => {
  const { rows, refusal } = readJson(text);
  expect(refusal).toBeNull();
  return rows.map(({ line, cells }) => [line, Object.fromEntries(cells)] as const);
};

describe("where the contacts are", () => {
  test.each([
    [
      "a list",
      '[\n{"a":"1"},\n{"a":"2"}]',
      [
        [2, { a: "1" }],
        [3, { a: "2" }],
      ],
    ],
    [
      "one object a line",
      '{"a":"1"}\n\n{"a":"2"}\n',
      [
        [1, { a: "1" }],
        [3, { a: "2" }],
      ],
    ],
    [
      "one object behind the other",
      '{\n"a":"1"\n}\n{\n"a":"2"\n}',
      [
        [1, { a: "1" }],
        [4, { a: "2" }],
      ],
    ],
    ["one object", '{"name":"Ann","phones":[{"no":"1"}]}', [[1, { name: "Ann", "phones.1.no": "1" }]]],
    ["a list in an object", '{"total":2,\n"contacts":[\n{"a":"1"}]}', [[3, { a: "1" }]]],
    ["a list further down", '{"data":{"people":[{"a":"1"}]},"ok":true}', [[1, { a: "1" }]]],
    [
      "beside links and errors",
      '{"results":[{"a":"1"}],"_links":[{"rel":"x"}],"errors":[{"b":"2"}]}',
      [[1, { a: "1" }]],
    ],
    [
      "several on a line are counted on",
      '[{"a":"1"},{"a":"2"},\n{"a":"3"}]',
      [
        [1, { a: "1" }],
        [2, { a: "2" }],
        [3, { a: "3" }],
      ],
    ],
    ["an empty list", "[]", []],
  ])("%s", (_, text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
  });

  test("the list of contacts goes before other lists, which are named", () => {
    const { notes } = readJson('{"companies":[{"x":1}],"contacts":[{"a":1}]}');
    expect(notes).toEqual([
      "The contacts are read from the list “contacts”.",
      "Other lists are left out: “companies”.",
    ]);
  });
});

describe("what a value becomes", () => {
  test.each([
    [
      "numbers as they are written",
      '{"a":12345678901234567890,"b":1.10,"c":-0,"d":1E5}',
      { a: "12345678901234567890", b: "1.10", c: "-0", d: "1E5" },
    ],
    ["yes, no and nothing", '{"a":true,"b":false,"c":null,"d":""}', { a: "true", b: "false" }],
    ["objects in objects", '{"a":{"b":{"c":"1"},"d":"2"}}', { "a.b.c": "1", "a.d": "2" }],
    ["lists of values", '{"a":["x",1,null,"y"]}', { a: "x, 1, y" }],
    ["lists whose items hold separators", '{"a":["x, y","z"]}', { a: '["x, y","z"]' }],
    ["lists of objects", '[{"a":[{"b":"1"},{"b":"2"}]}]', { "a.1.b": "1", "a.2.b": "2" }],
    ["escapes", '{"a":"\\"\\\\\\/\\n\\u00e4\\ud83d\\ude00"}', { a: '"\\/\nä😀' }],
    [
      "names that objects are made of",
      '{"__proto__":{"x":1},"constructor":"y"}',
      { "__proto__.x": "1", constructor: "y" },
    ],
    ["a value that is said twice", '{"a":"1","a":"1"}', { a: "1" }],
  ])("%s", (_, text, cells) => {
    expect(rowsOf(text)).toEqual([[1, cells]]);
  });
});

describe("C-B8 what is no JSON, or holds no contacts, is refused with its line", () => {
  test.each([
    [
      "a comma too many",
      '[\n{"a":1},\n]',
      "json_invalid 3: Line 3 is not valid JSON: a value should stand where ] stands.",
    ],
    [
      "a name without quotes",
      "[\n{a:1}]",
      "json_invalid 2: Line 2 is not valid JSON: “a” is no value, and texts stand between double quotes.",
    ],
    [
      "a text that is not closed",
      '[{"a":"x\n}]',
      "json_invalid 1: Line 1 is not valid JSON: a text is not closed on its line.",
    ],
    [
      "the end is missing",
      '[{"a":1},\n{"a":2}',
      "json_invalid 2: Line 2 is not valid JSON: the file ends in the middle of an object or a list.",
    ],
    [
      "the end of a text is missing",
      '[{"a":1},\n{"a":"x',
      "json_invalid 2: Line 2 is not valid JSON: the file ends in the middle of a text.",
    ],
    [
      "NDJSON of which more lines are wrong than right",
      '{"a":1}\n{"a":2\n{"a"\n{"a":4',
      "json_invalid 2: Line 2 is not valid JSON: the object is not closed on its line. More lines are wrong than right.",
    ],
    [
      "lines of which only one is JSON",
      '{"a":1}\nxyz\n',
      "json_invalid 2: Line 2 is not valid JSON: “xyz” is no value, and texts stand between double quotes.",
    ],
    [
      "something behind the end",
      '[{"a":1}]\n[]',
      "json_invalid 2: Line 2 is not valid JSON: the end of the file should stand where [ stands.",
    ],
    [
      "no number",
      '[{"a":01}]',
      "json_invalid 1: Line 1 is not valid JSON: “01” is no value, and texts stand between double quotes.",
    ],
    [
      "a bomb",
      "[".repeat(100_000),
      "json_not_objects 1: On line 1 a list stands where a contact should, which is an object.",
    ],
    [
      "a deep bomb",
      `[{"a":${"[".repeat(100_000)}`,
      "json_invalid 1: Line 1 is not valid JSON: objects are nested more than 64 deep.",
    ],
    [
      "values in the list",
      '[{"a":1},\n5]',
      "json_not_objects 2: On line 2 a value stands where a contact should, which is an object.",
    ],
    [
      "several lists",
      '{"a":[{"x":1}],\n"b":[{"y":1}]}',
      "json_not_objects 1: Several lists may hold the contacts: “a”, “b”.",
    ],
    [
      "a name with two values",
      '[\n{"a":1,"a":2}]',
      "json_name_repeated 2: On line 2 “a” comes a second time with another value.",
    ],
  ])("%s", (_, text, refusal) => {
    expect(readJson(text).refusal).toBe(refusal);
  });

  test("rows in front of the fault are given", () => {
    expect(readJson('[{"a":1},\n{"a":2},\nx\n').rows).toHaveLength(2);
  });
});

describe("C-B8 a wrong line of NDJSON is a row that could not be read, and spoils no other", () => {
  const FIRST = '{"a":1}\n{"a":2}\n';
  test.each([
    ["one that breaks off", '{"a":3,', "the object is not closed on its line"],
    ["one that breaks off in a text", '{"a":"x', "a text is not closed on its line"],
    ["a comma behind the object", '{"a":3},', "an object should stand where , stands"],
    ["a word", "x", "“x” is no value, and texts stand between double quotes"],
    ["a value", "5", "a value stands where a contact should, which is an object"],
    ["null", "null", "null stands where a contact should, which is an object"],
    ["a list", '[{"a":3}]', "a list stands where a contact should, which is an object"],
    ["half of it right", '{"a":3}{"a"', "the object is not closed on its line"],
    ["a name with two values", '{"a":3,"a":4}', "“a” comes a second time with another value"],
  ])("%s", (_, wrong, says) => {
    const unread = { line: 3, cells: [], unread: { text: wrong, says } };
    const { rows, refusal } = readJson(`${FIRST}${wrong}\r\n\n{"a":5}`);
    expect(refusal).toBeNull();
    expect(rows.slice(2)).toEqual([unread, { line: 5, cells: [["a", "5"]] }]);
    expect(readJson(`${FIRST}${wrong}`).rows.slice(2)).toEqual([unread]);
  });

  test("also where the first line is the wrong one", () => {
    const { rows, refusal } = readJson('{"a":1,\n{"a":2}\n{"a":3}\n');
    expect(refusal).toBeNull();
    expect(rows.map(({ line, unread }) => [line, unread !== undefined])).toEqual([
      [1, true],
      [2, false],
      [3, false],
    ]);
  });
});

test("C-B3 UTF-16 and byte order marks", () => {
  const text = '\ufeff[{"a":"ä😀"}]';
  const wide = new Uint8Array(
    new Uint16Array(Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))).buffer,
  );
  for (const file of [text, wide]) expect(readJson(file, 3).rows[0]?.cells).toEqual([["a", "ä😀"]]);
});

test("C-X4 an object longer than any contact is refused, not held", () => {
  const long = `[{"a":"${"x".repeat(9_000_000)}","b":"${"y".repeat(9_000_000)}"}]`;
  expect(readJson(long, 65_536).refusal).toMatch(/^row_too_long 1/);
});
