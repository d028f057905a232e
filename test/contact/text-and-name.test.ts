/** Text, names, ids, notes and addresses lose what nobody sees and nothing else. */
import { expect, test } from "vitest";
import { cellReader, expectCells, expectRefused } from "./cell-table.ts";

const ONE_LINE = ["text", "name", "id", "owner"] as const;

test("C-C3: names of every script, in any case and with any mark, stay as typed", () => {
  const names = [
    "Ann Smith",
    "O'Neil",
    "O\u2019Neil",
    "van der Berg",
    "McDonald-Núñez, Jr.",
    "BELL HOOKS",
    "José Ángel",
    "Zoë Ødegård",
    "Łukasz Żółć",
    "İbrahim Işık",
    "Иван Петров",
    "Ελένη",
    "李 小龙",
    "山田太郎",
    "김철수",
    "محمد علي",
    "שָׁלוֹם",
    "می\u200cخواهم",
    "क्\u200dष",
    "ประวิทย์",
    "Nguyễn Thị Ánh",
    "👩\u200d👩\u200d👧 Family",
    "𝒜nn",
    "ﬁ",
    "=1+1",
    "@ann",
    "-5",
    "N/A",
    "null",
    "Robert'); DROP TABLE contacts;--",
    "<script>alert(1)</script>",
    "__proto__",
  ];
  for (const type of ["text", "name", "id"] as const) {
    expectCells(
      type,
      names.map((name) => [name, name] as const),
    );
  }
});

test("C-E10: outer white space, invisible and control characters go, composed letters are one", () => {
  for (const type of ONE_LINE) {
    expectCells(type, [
      ["  Ann ", "Ann"],
      ["\u00a0Ann\u3000", "Ann"],
      ["\ufeffAnn", "Ann"],
      ["A\u200bnn", "Ann"],
      ["An\u00adn", "Ann"],
      ["A\u200dnn", "Ann"],
      ["\u202eAnn\u202c", "Ann"],
      ["\u200fAnn\u200e", "Ann"],
      ["Ann\u0000", "Ann"],
      ["A\u0007nn", "Ann"],
      ["\u001b[31mAnn", "[31mAnn"],
      ["Jose\u0301", "José"],
      ["\u1112\u1161\u11ab", "한"],
      ["Ann\nSmith", "Ann Smith"],
      ["Ann\r\nSmith", "Ann Smith"],
      ["Ann\tSmith", "Ann Smith"],
      ["Ann\u0085Smith", "Ann Smith"],
      ["Ann\u2028Smith", "Ann Smith"],
      ["Ann\u00a0Smith", "Ann Smith"],
      ["", ""],
      [" \t\r\n\u00a0\u200b\ufeff", ""],
      ["\u202e\u200f", ""],
      ["\u3164", ""],
    ]);
  }
});

test("runs of white space become one space in a name, and stay in a text", () => {
  expectCells("name", [["Ann \u00a0  Smith", "Ann Smith"]]);
  expectCells("text", [["Ann   Smith", "Ann   Smith"]]);
});

test("C-B3: bytes that could not be decoded are never written", () => {
  for (const type of [...ONE_LINE, "long_text", "address"] as const) {
    expectRefused(type, "text_undecodable", ["Jos\ufffd", "Ann\ud800", "\udc00Ann"]);
  }
});

test("C-E10: error words of a spreadsheet are damage in any field and any language", () => {
  const words = ["#NAME?", "#REF!", "#VALUE!", "#N/A", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "###", "##########"];
  const localised = ["#WERT!", "#BEZUG!", "#NV", "#NOM?", "#VALEUR!", "#¿NOMBRE?", "#RIF!", "#NAAM?", "#ИМЯ?"];
  for (const type of [...ONE_LINE, "long_text", "address", "tags", "url", "country", "yes_no", "email"] as const) {
    expectRefused(type, "spreadsheet_damage", [...words, ...localised, "#name?", " #REF! ", "#REF!\u200b"]);
  }
  expectRefused("tags", "spreadsheet_damage", ["vip, #REF!", "#N/A;lead"]);
  expectCells("text", [
    ["#vip", "#vip"],
    ["# 1", "# 1"],
    ["##", "##"],
    ["#REF! was here", "#REF! was here"],
  ]);
});

test("C-E10: an id keeps its zeros and its case, and is refused where a spreadsheet has rounded it", () => {
  for (const readWith of [{}, { key: "external_id" }, { key: "account_id" }]) {
    const type = "key" in readWith ? "text" : "id";
    expectCells(
      type,
      [
        ["007", "007"],
        ["0012", "0012"],
        ["aB1", "aB1"],
        [" 003D000001aBcDe ", "003D000001aBcDe"],
        ["12E5", "12E5"],
        ["1e10", "1e10"],
        ["12345678901234567890", "12345678901234567890"],
        ["1.23457E+12", "✗ spreadsheet_damage"],
        ["1,23457E+12", "✗ spreadsheet_damage"],
        ["1E+15", "✗ spreadsheet_damage"],
      ],
      readWith,
    );
  }
});

test("notes keep their lines, blank lines, tabs and indentation", () => {
  expectCells("long_text", [
    ["a\r\nb\r\n\r\nc", "a\nb\n\nc"],
    ["a\rb", "a\nb"],
    ["a\u2028b", "a\nb"],
    ["first\n  indented\n\ttabbed", "first\n  indented\n\ttabbed"],
    ["  a \n b  ", "a\n b"],
    ["\n\na\n\n", "a"],
    ["a\u0000b\u200b", "ab"],
    ["double  space", "double  space"],
  ]);
});

test("an address keeps its lines, each with single spaces, without blank ones", () => {
  expectCells("address", [
    ["1  High St\r\n\r\n London  N1 ", "1 High St\nLondon N1"],
    ["1\u00a0High St", "1 High St"],
    ["Hauptstraße 5\n80331 München", "Hauptstraße 5\n80331 München"],
    ["\n \n", ""],
  ]);
});

test("a text of a million characters is kept whole", () => {
  const long = "Zoë \u200b".repeat(200_000);
  expect(cellReader("long_text")(long)).toBe("Zoë ".repeat(200_000).trim());
});
