/** Blocks of labelled lines as forms and notes have them, and texts that only look a little like them (C-B1). */
import { expect, test } from "vitest";
import { labelledBlocks } from "../../src/core/labelled/labelled-blocks.ts";
import { readFormat } from "../support/read-format.ts";

const told = (text: string) => labelledBlocks(text)?.map(({ line, values }) => [line, ...values]) ?? null;

test.each([
  [
    "parted by empty lines",
    "Name: Ann\nEmail: a@x.test\n\n\nName: Bo\nEmail : b@x.test\n",
    [
      [1, ["Name", "Ann"], ["Email", "a@x.test"]],
      [5, ["Name", "Bo"], ["Email", "b@x.test"]],
    ],
  ],
  [
    "by rules, or by nothing but the first label",
    "Name: Ann\r\nPhone: 1\r\n-----\r\nName: Bo\r\nPhone: 2\r\nName: Cy\r\nPhone:\r\n",
    [
      [1, ["Name", "Ann"], ["Phone", "1"]],
      [4, ["Name", "Bo"], ["Phone", "2"]],
      [6, ["Name", "Cy"], ["Phone", ""]],
    ],
  ],
  [
    "with colons as wide as the letters",
    "姓名：王小明\n电话：13812345678\n",
    [[1, ["姓名", "王小明"], ["电话", "13812345678"]]],
  ],
  [
    "with lines that go on, and groups of lines in a block",
    "Name: Ann\nEmail: a@x.test\n\nPhone: 1\nMessage: Hello,\nI am Ann\n\nName: Bo\nPhone: 2\nMessage: \n",
    [
      [1, ["Name", "Ann"], ["Email", "a@x.test"], ["Phone", "1"], ["Message", "Hello,\nI am Ann"]],
      [8, ["Name", "Bo"], ["Phone", "2"], ["Message", ""]],
    ],
  ],
  [
    "the first label of which is missing once",
    "Name: Ann\nEmail: a@x.test\n\nEmail: b@x.test\nPhone: 2\n",
    [
      [1, ["Name", "Ann"], ["Email", "a@x.test"]],
      [4, ["Email", "b@x.test"], ["Phone", "2"]],
    ],
  ],
  [
    "a page about one contact, copied as cells",
    "Name\tAnn Lee\nEmail\ta@x.test\nPhone\t1\n",
    [[1, ["Name", "Ann Lee"], ["Email", "a@x.test"], ["Phone", "1"]]],
  ],
  [
    "with tabs behind the colons",
    "Name:\tAnn\nE-Mail:\ta@x.test\nNachricht:\tHallo\n",
    [[1, ["Name", "Ann"], ["E-Mail", "a@x.test"], ["Nachricht", "Hallo"]]],
  ],
  ["in bold", "**Name:** Ann\n**Email**: a@x.test\n", [[1, ["Name", "Ann"], ["Email", "a@x.test"]]]],
  [
    "one alone, with bullets, a label twice and addresses of pages",
    "- Name: Ann: the first\n- Phone: 1\n- Phone: 2\n- Website: https://ann.test\n",
    [[1, ["Name", "Ann: the first"], ["Phone", "1"], ["Phone 2", "2"], ["Website", "https://ann.test"]]],
  ],
])("%s", (_, text, blocks) => {
  expect(told(text)).toEqual(blocks);
});

test.each([
  ["a line without a label below an empty one", "Name: Ann\nEmail: a@x.test\n\nsee you\n"],
  ["more lines without a label than with one", "Name: Ann\nEmail: a@x.test\nsee\nyou\n"],
  ["a table parted by tabs", "Name\tEmail\nContact Ltd\ta@x.test\nBusiness AG\tb@x.test\n"],
  [
    "a wide table parted by tabs",
    "Name\tPhone\tTags\tBirthday\tZip\tCity\tNotes\tEmail\nContact Ltd\t1\tvip\t\t\t\tx\ta@x.test\nBusiness AG\t2\t\t\t\t\tx\tb@x.test\n",
  ],
  [
    "addresses in front of the first tab",
    "Email\tFirst name, middle name, last name and title of the person\nann@mail.test\tAnn\nbob@mail.test\tBob\n",
  ],
  ["a table without a header", "Ann\ta@x.test\nBo\tb@x.test\nCy\tc@x.test\n"],
  ["two lines with a tab", "Name\tAnn\nEmail\ta@x.test\n"],
  ["labels above a table", "Report: contacts\nDate: today\n\nName,Email\nAnn,a@x.test\n"],
  ["addresses of pages", "https://a.test\nhttps://b.test\n"],
  ["times of a day", "10:30 Ann\n11:00 Bo\n"],
  ["blocks of different kinds", "Name: Ann\nEmail: a@x.test\n\nName: Bolt\nSize: 3\nColour: red\nWeight: 1\n"],
  ["labels that name no columns", "foo: 1\nbar: 2\n"],
  ["one line", "Name: Ann\n"],
  ["nothing", ""],
])("no blocks of contacts: %s", (_, text) => {
  expect(labelledBlocks(text)).toBeNull();
});

test("a block is a row, and a label that another block lacks is an empty cell", async () => {
  const read = await readFormat(
    "Vorname: Ann\nNachname: Lee\nE-Mail: a@x.test\n\nVorname: Bo\nNachname: Ray\nFirma: Ray AG\n",
  );
  if (!read.ok) throw new Error(read.refusal.message);
  expect(read.value.dialect).toMatchObject({ format: "labelled", header: true });
  expect(read.value.rows.map(({ line, cells }) => [line, ...cells])).toEqual([
    [0, "Vorname", "Nachname", "E-Mail", "Firma"],
    [1, "Ann", "Lee", "a@x.test", ""],
    [5, "Bo", "Ray", "", "Ray AG"],
  ]);
});

test("long texts that are none are told so at once", () => {
  const texts = [
    `a${" ".repeat(999_990)}b`,
    `${`a${" ".repeat(990)}b\n`.repeat(1_000)}c`,
    ":".repeat(999_999),
    `${"a ".repeat(400_000)}:`,
    "a:\n".repeat(300_000),
    `Name: a\n${"b\n".repeat(400_000)}`,
    `Name: a\n${"Email: b\n".repeat(90_000)}`,
    "\n \n".repeat(300_000),
  ];
  for (const text of texts) expect(labelledBlocks(text)).toBeNull();
});
