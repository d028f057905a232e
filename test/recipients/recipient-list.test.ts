/** Recipients as mail programs copy them, and tables that only look a little like them (C-B1). */
import { expect, test } from "vitest";
import { recipientsIn } from "../../src/core/recipients/recipient-list.ts";
import { readFormat } from "../support/read-format.ts";

const told = (text: string): readonly string[] | null =>
  recipientsIn(text)?.map(({ name, address, line }) => `${line}: ${name} <${address}>`) ?? null;

test.each([
  ["addresses alone", "a@x.test; b@x.test;c@x.test\n", ["1:  <a@x.test>", "2:  <b@x.test>", "3:  <c@x.test>"]],
  ["names in front", "Ann Lee <a@x.test>, Bo <b@x.test>", ["1: Ann Lee <a@x.test>", "2: Bo <b@x.test>"]],
  ["names in quotes", `"Lee; Ann" <a@x.test>; 'Bo' <b@x.test>`, ["1: Lee; Ann <a@x.test>", "2: Bo <b@x.test>"]],
  [
    "family names first",
    "Lee, Ann <a@x.test>, Ray, Bo <b@x.test>",
    ["1: Lee, Ann <a@x.test>", "2: Ray, Bo <b@x.test>"],
  ],
  ["the address as the name", "a@x.test <a@x.test>; b@x.test", ["1:  <a@x.test>", "2:  <b@x.test>"]],
  [
    "whose address is not copied",
    "A <a@x.test>; Cy Day; B <b@x.test>",
    ["1: A <a@x.test>", "2: Cy Day <>", "3: B <b@x.test>"],
  ],
  [
    "fields of a mail",
    "To: a@x.test, b@x.test\nCc: c@x.test\n",
    ["1:  <a@x.test>", "2:  <b@x.test>", "3:  <c@x.test>"],
  ],
  [
    "wrapped",
    "\r\nA <a@x.test>, B <b@x.test>,\r\nC\r\n <c@x.test>",
    ["2: A <a@x.test>", "3: B <b@x.test>", "4: C <c@x.test>"],
  ],
  [
    "one on each line",
    "Ann Lee <a@x.test>;\nLee, Bo <b@x.test>;\nc@x.test\n",
    ["1: Ann Lee <a@x.test>", "2: Lee, Bo <b@x.test>", "3:  <c@x.test>"],
  ],
  [
    "family names first, on each line",
    "Lee, Ann <a@x.test>\nRay, Bo <b@x.test>",
    ["1: Lee, Ann <a@x.test>", "2: Ray, Bo <b@x.test>"],
  ],
])("%s", (_, text, recipients) => {
  expect(told(text)).toEqual(recipients);
});

test.each([
  ["a row without a header", "Ann Lee,a@x.test,Berlin\n"],
  ["an address with a name behind it", "a@x.test;Ann Lee\n"],
  ["a row with two addresses among others", "Ann;a@x.test;b@x.test\n"],
  ["an address on each line", "a@x.test\nb@x.test\n"],
  ["what stands beside a name with an address", "Ann <a@x.test>,Rome\nBo <b@x.test>,Oslo\nCy <c@x.test>,\n"],
  ["the same between semicolons", "Ann <a@x.test>;Rome\nBo <b@x.test>\nCy <c@x.test>\n"],
  ["a header above them", "Email\nAnn Lee <a@x.test>\nBo <b@x.test>\n"],
  ["two addresses of each person", "a@x.test,a2@x.test\nb@x.test,b2@x.test\n"],
  ["one address", "Ann Lee <a@x.test>\n"],
  ["a header", "Email,E-Mail 2\n"],
  ["an address that is none", "a@x.test; b@; c@x.test"],
  ["nothing", ""],
])("no list of recipients: %s", (_, text) => {
  expect(recipientsIn(text)).toBeNull();
});

test("each recipient is a row of its own, with a name and an address", async () => {
  const read = await readFormat('Ann Lee <a@x.test>; "Ray, Bo" <b@x.test>; c@x.test');
  if (!read.ok) throw new Error(read.refusal.message);
  expect(read.value.dialect).toMatchObject({ format: "recipients", header: true });
  expect(read.value.rows.map(({ cells }) => cells)).toEqual([
    ["Name", "Email"],
    ["Ann Lee", "a@x.test"],
    ["Ray, Bo", "b@x.test"],
    ["", "c@x.test"],
  ]);
});

test("long texts that are no list are told so at once", () => {
  for (const text of [
    `a@x ${'"'.repeat(999_999)}`,
    `a@x ${'\\"'.repeat(499_999)}`,
    `a@x@y ${"<".repeat(999_999)}`,
    `a@x${" ".repeat(999_990)}b\nc@y`,
    `${`a@x${" ".repeat(990)}b\n`.repeat(1_000)}c@y`,
    `'${"'".repeat(999_990)}@`,
    `a@x@y,${",".repeat(999_999)}`,
  ])
    expect(recipientsIn(text)).toBeNull();
});
