/** Workbooks that are broken, or built to break their reader: refused with what is wrong, never a crash, a hang or a guess. */
import { describe, expect, test } from "vitest";
import { readFormat, refusalOf, rowsOf } from "../support/read-format.ts";
import { odsOf, sheetXml, textRows, xlsxOf } from "../support/workbook-of.ts";
import { zipOf } from "../support/zip-of.ts";

const PEOPLE = textRows([
  ["email", "name"],
  ["ann@example.com", "Ann"],
  ["bob@example.com", "Bob & Co"],
]);
const SHEET = "xl/worksheets/sheet1.xml";
const withSheet = (xml: string) => xlsxOf({ sheets: "", parts: { [SHEET]: xml } });

describe("a workbook is refused that", () => {
  const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>';
  const cases: readonly (readonly [what: string, file: () => Promise<Uint8Array>, refusal: RegExp])[] = [
    ["was cut short", async () => (await xlsxOf({ sheets: PEOPLE })).subarray(0, 900), /^file_damaged: .*cut short/],
    [
      "lacks the texts that its cells share",
      () => xlsxOf({ sheets: '<row><c t="s"><v>0</v></c></row>' }),
      /^file_damaged: .*text/,
    ],
    [
      "names a text beyond the last",
      () => xlsxOf({ sheets: '<row><c t="s"><v>7</v></c></row>', texts: "<si><t>a</t></si>" }),
      /^file_damaged/,
    ],
    ["lacks its sheet", () => xlsxOf({ sheets: PEOPLE, parts: { [SHEET]: null } }), /^file_damaged: .*“People”/],
    ["lists no sheet", () => xlsxOf({ sheets: [] }), /^file_damaged/],
    ["has a sheet that ends in the middle", () => withSheet(sheetXml(PEOPLE).slice(0, -60)), /^file_damaged/],
    ["has a sheet that is no XML", () => withSheet("email,name\n"), /^file_damaged/],
    ["declares a document type", () => withSheet(laughs + sheetXml(PEOPLE)), /^file_suspicious/],
    [
      "uses an entity that nobody declared",
      () => withSheet(sheetXml('<row><c t="str"><v>&xxe;</v></c></row>')),
      /^file_damaged/,
    ],
    ["has elements nested a thousand deep", () => withSheet(sheetXml("<a>".repeat(1_000))), /^file_suspicious/],
    [
      "has a cell beyond the last column",
      () => xlsxOf({ sheets: '<row r="3"><c r="AAAAA3"><v>1</v></c></row>' }),
      /^too_many_columns: Row 3/,
    ],
    [
      "has a million cells in a row",
      () => xlsxOf({ sheets: `<row>${"<c><v>1</v></c>".repeat(1_000_000)}</row>` }),
      /^too_many_columns/,
    ],
    [
      "has rows in disorder",
      () => xlsxOf({ sheets: '<row r="5"><c><v>1</v></c></row><row r="4"><c><v>1</v></c></row>' }),
      /^file_damaged: Row 4 comes after row 5/,
    ],
    ["has a row without a number", () => xlsxOf({ sheets: '<row r="x"><c><v>1</v></c></row>' }), /^file_damaged/],
    [
      "is a binary one",
      () =>
        zipOf({
          "[Content_Types].xml": "<Types/>",
          "_rels/.rels":
            '<Relationships><Relationship Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
          "xl/workbook.bin": "x",
        }),
      /^file_not_text: .*xlsb/,
    ],
    [
      "says one text in more cells than it could hold",
      () =>
        xlsxOf({
          sheets: `<row>${'<c t="s"><v>0</v></c>'.repeat(16_000)}</row>`,
          texts: `<si><t>${"x".repeat(10_000)}</t></si>`,
        }),
      /^row_too_long/,
    ],
    [
      "unpacks to far more than its size",
      () => withSheet(sheetXml(`<row/>${" ".repeat(150 * 1024 * 1024)}`)),
      /^file_suspicious/,
    ],
  ];
  test.each(cases)("%s", async (_, file, refusal) => expect(await refusalOf(await file())).toMatch(refusal));
});

test("a workbook without styles is read, its numbers as they are", async () => {
  const sheets = '<row><c t="str"><v>email</v></c></row><row><c s="4"><v>45356</v></c></row>';
  expect(await rowsOf(await xlsxOf({ sheets }))).toContainEqual([2, "45356"]);
});

test("control characters that XML does not allow are read as they stand", async () => {
  const file = await xlsxOf({
    sheets: textRows([
      ["email", "name"],
      ["a@b.co", "A\u0001nn"],
    ]),
  });
  expect(await rowsOf(file)).toContainEqual([2, "a@b.co", "A\u0001nn"]);
});

describe("whatever bytes of a workbook are cut off or changed", () => {
  /** A small generator with a seed, so that a failure can be repeated. */
  function* numbers(seed: number): Generator<number, never> {
    for (let state = seed; ; ) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      yield state;
    }
  }

  const ods = odsOf({
    tables: `<table:table table:name="A">${["email", "ann@example.com"].map((text) => `<table:table-row><table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell></table:table-row>`).join("")}</table:table>`,
  });
  const files: readonly (readonly [name: string, file: Promise<Buffer>])[] = [
    ["packed", xlsxOf({ sheets: PEOPLE, texts: "<si><t>a</t></si>", formats: ["General"] })],
    ["OpenDocument", ods],
    ["stored", zipOf({ "a.csv": "email,name\nann@example.com,Ann\n" }, { store: true })],
  ];

  test.each(files)("it is read as it was or refused, never something else: %s", async (_, made) => {
    const whole = await made;
    const expected = await rowsOf(whole);
    const random = numbers(20_240_305);
    for (let round = 0; round < 150; round++) {
      const file = Buffer.from(whole);
      const at = random.next().value % file.length;
      const cut = round % 3 === 0;
      if (!cut) file[at] = (file[at] ?? 0) ^ (1 << (random.next().value % 8));
      const read = await readFormat(cut ? file.subarray(0, at) : file);
      if (!read.ok) continue;
      // A changed name or date of a part changes nothing; text that is no archive any more is read as text.
      const rows = read.value.rows.map(({ line, cells }) => [line, ...cells]);
      if (read.value.dialect.numbered) expect(rows, `byte ${at}`).toEqual(expected);
    }
  });
});
