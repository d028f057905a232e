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
    "one alone, with bullets, a label twice and addresses of pages",
    "- Name: Ann: the first\n- Phone: 1\n- Phone: 2\n- Website: https://ann.test\n",
    [[1, ["Name", "Ann: the first"], ["Phone", "1"], ["Phone 2", "2"], ["Website", "https://ann.test"]]],
  ],
])("%s", (_, text, blocks) => {
  expect(told(text)).toEqual(blocks);
});

test.each([
  ["a line without a label", "Name: Ann\nEmail: a@x.test\nsee you\n"],
  ["labels above a table", "Report: contacts\nDate: today\n\nName,Email\nAnn,a@x.test\n"],
  ["addresses of pages", "https://a.test\nhttps://b.test\n"],
  ["times of a day", "10:30 Ann\n11:00 Bo\n"],
  ["blocks of different kinds", "Name: Ann\nEmail: a@x.test\n\nSize: 3\nColour: red\n"],
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
  const texts = [":".repeat(999_999), `${"a ".repeat(400_000)}:`, "a:\n".repeat(300_000), "\n \n".repeat(300_000)];
  for (const text of texts) expect(labelledBlocks(text)).toBeNull();
});
