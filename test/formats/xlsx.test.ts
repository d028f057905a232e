/** What the cells of Excel workbooks say, whoever wrote the workbook (C-B1, C-E10). */
import { describe, expect, test } from "vitest";
import { readFormat, refusalOf, rowsOf } from "../support/read-format.ts";
import { relations, sheetXml, textRows, xlsxOf, xlsxParts } from "../support/workbook-of.ts";
import { zipOf } from "../support/zip-of.ts";

/** One row with a cell of this XML, read without looking for a header. */
async function cell(xml: string, workbook: Partial<Parameters<typeof xlsxOf>[0]> = {}): Promise<unknown> {
  const file = await xlsxOf({ ...workbook, sheets: `<row r="1">${xml}<c r="Z1" t="str"><v>end</v></c></row>` });
  const rows = await rowsOf(file, { overrides: { header: false } });
  return typeof rows === "string" ? rows : (rows[0] as unknown[])[1];
}

describe("C-B1: a cell is read as", () => {
  const cases: readonly (readonly [what: string, xml: string, value: string])[] = [
    ["a text with its leading zeros", '<c r="A1" t="str"><v>00123</v></c>', "00123"],
    ["a whole number of 17 digits, digit by digit", '<c r="A1"><v>12345678901234567</v></c>', "12345678901234567"],
    ["a number with an exponent, in full", '<c r="A1"><v>4.4790000000000001E11</v></c>', "447900000000"],
    ["a decimal number without what counting in binary adds", '<c r="A1"><v>0.30000000000000004</v></c>', "0.3"],
    ["a boolean", '<c r="A1" t="b"><v>1</v></c>', "TRUE"],
    ["a boolean that is false", '<c r="A1" t="b"><v>0</v></c>', "FALSE"],
    ["an error, as text that a field can refuse", '<c r="A1" t="e"><v>#N/A</v></c>', "#N/A"],
    ["what a formula was computed to", '<c r="A1" t="str"><f>A2&amp;"x"</f><v>ax</v></c>', "ax"],
    ["the number that a formula was computed to", '<c r="A1"><f>1+1</f><v>2</v></c>', "2"],
    ["an inline text", '<c r="A1" t="inlineStr"><is><t>in line</t></is></c>', "in line"],
    ["an inline text without its type", '<c r="A1"><is><t>in line</t></is></c>', "in line"],
    [
      "all runs of a rich text",
      '<c r="A1" t="inlineStr"><is><r><t>Bo</t></r><r><rPr><b/></rPr><t>b</t></r></is></c>',
      "Bob",
    ],
    ["a date that is written as one", '<c r="A1" t="d"><v>2024-03-05T00:00:00Z</v></c>', "2024-03-05"],
    ["a date with its time", '<c r="A1" t="d"><v>2024-03-05T14:30:00</v></c>', "2024-03-05 14:30:00"],
    [
      "a text with the line end that XML would change",
      '<c r="A1" t="str"><v>a_x000D_\nb_x005F_x000D_</v></c>',
      "a\r\nb_x000D_",
    ],
    ["a text that is not what an escape is", '<c r="A1" t="str"><v>_xyz_ _x12_</v></c>', "_xyz_ _x12_"],
    ["a text with its blanks", '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> a  b </t></is></c>', " a  b "],
    ["a text in CDATA", '<c r="A1" t="str"><v><![CDATA[a<b]]></v></c>', "a<b"],
    ["entities and characters by number", '<c r="A1" t="str"><v>R&amp;D &#x2713; &#233;</v></c>', "R&D ✓ é"],
    ["nothing, where it is only formatted", '<c r="A1" s="5"/>', ""],
  ];
  test.each(cases)("%s", async (_, xml, value) => expect(await cell(xml)).toBe(value));

  test("a shared text, without how it is pronounced", async () => {
    const texts =
      '<si><t>zero</t></si><si><t>課きく</t><rPh sb="0" eb="1"><t>カ</t></rPh><phoneticPr fontId="1"/></si>';
    expect(await cell('<c r="A1" t="s"><v>1</v></c>', { texts })).toBe("課きく");
    expect(await cell('<c r="A1" t="s"><v>0</v></c>', { texts })).toBe("zero");
  });
});

describe("C-B1: the number format decides that a number is", () => {
  const cases: readonly (readonly [format: string, number: string, value: string])[] = [
    ["dd/mm/yyyy", "45356", "2024-03-05"],
    ["m/d/yy h:mm", "45356.604166666664", "2024-03-05 14:30:00"],
    ["[$-407]d. mmmm yyyy;@", "45356", "2024-03-05"],
    ['yyyy"年"m"月"d"日"', "45356", "2024-03-05"],
    ["mmm-yy", "45356", "2024-03-05"],
    ["h:mm AM/PM", "0.5", "12:00"],
    ["h:mm", "45292.375", "2024-01-01 09:00:00"],
    ["[h]:mm", "45.5", "1092:00"],
    ["[h]:mm:ss", "1.5", "36:00"],
    ["00000", "1234", "01234"],
    ['"+"0', "491701234567", "+491701234567"],
    ["[<=9999999]###-####;(###) ###-####", "4155550100", "(415) 555-0100"],
    ["[<=9999999]###-####;(###) ###-####", "5550100", "555-0100"],
    ["000-00-0000", "12345678", "012-34-5678"],
    ["0.00E+00", "447900000000", "447900000000"],
    ["#,##0.00", "1234.5", "1234.5"],
    ["0%", "0.15", "0.15"],
    ['[Red]#,##0" kg"', "45356", "45356"],
    ["General", "45356", "45356"],
    ["@", "45356", "45356"],
    ["yyyy-mm-dd", "-5", "-5"],
    ["yyyy-mm-dd", "60", "60"],
  ];
  test.each(cases)("%s of %s", async (format, number, value) => {
    expect(await cell(`<c r="A1" s="1"><v>${number}</v></c>`, { formats: ["General", format] })).toBe(value);
  });

  test("the formats without a code are known by their number", async () => {
    const styles = '<styleSheet><cellXfs><xf numFmtId="14"/><xf numFmtId="1"/></cellXfs></styleSheet>';
    const parts = { "xl/styles.xml": styles };
    expect(await cell('<c r="A1"><v>45356</v></c>', { parts })).toBe("2024-03-05");
    expect(await cell('<c r="A1" s="1"><v>45356</v></c>', { parts })).toBe("45356");
  });

  test("days are counted from 1904 where the workbook says so", async () => {
    const date1904 = { formats: ["yyyy-mm-dd"], date1904: true };
    expect(await cell('<c r="A1"><v>43894</v></c>', date1904)).toBe("2024-03-05");
    expect(await cell('<c r="A1"><v>0</v></c>', date1904)).toBe("1904-01-01");
  });
});

describe("C-B1: rows of a sheet", () => {
  const HEADER = '<row r="1"><c r="A1" t="str"><v>email</v></c><c r="B1" t="str"><v>name</v></c></row>';

  test("keep their numbers, and blank ones are counted as in any file", async () => {
    const rows = `${HEADER}<row r="3"><c r="A3" t="str"><v>a@b.co</v></c></row><row r="4"/><row r="900000"><c r="B900000" s="3"/></row>`;
    const read = await readFormat(await xlsxOf({ sheets: rows }));
    expect(read.ok && read.value.rows).toMatchObject([
      { line: 1, cells: ["email", "name"] },
      { line: 3, cells: ["a@b.co", ""] },
    ]);
    expect(read.ok && read.value.blankRows).toBe(1);
  });

  test("and their cells may leave out where they stand", async () => {
    const rows =
      '<row><c t="str"><v>email</v></c><c/><c t="str"><v>name</v></c></row><row><c t="str"><v>a@b.co</v></c><c r="C2" t="str"><v>Ann</v></c></row>';
    expect(await rowsOf(await xlsxOf({ sheets: rows }))).toEqual([
      [1, "email", "", "name"],
      [2, "a@b.co", "", "Ann"],
    ]);
  });

  test("that are merged have their value in the first cell only; hidden rows and columns are read", async () => {
    const rows = `${HEADER}<row r="2" hidden="1"><c r="A2" t="str"><v>a@b.co</v></c><c r="B2" t="str"><v>Ann</v></c></row><row r="3"><c r="A3" t="str"><v>merged</v></c><c r="B3"/></row>`;
    const merged = sheetXml(rows).replace(
      "</sheetData>",
      '</sheetData><mergeCells><mergeCell ref="A3:B3"/></mergeCells>',
    );
    expect(await rowsOf(await xlsxOf({ sheets: "", parts: { "xl/worksheets/sheet1.xml": merged } }))).toEqual([
      [1, "email", "name"],
      [2, "a@b.co", "Ann"],
      [3, "merged", ""],
    ]);
  });

  test("C-B6: a title and blank rows above the header are no rows", async () => {
    const table = textRows([
      ["email", "first name", "last name"],
      ["a@b.co", "Ann", "Lee"],
    ]).replaceAll("<row>", "<row >");
    const rows = `<row r="2"><c t="str"><v>Customers of 2024</v></c></row><row r="5">${table.slice(6)}`;
    const read = await readFormat(await xlsxOf({ sheets: rows }));
    expect(read.ok && read.value.rows.map(({ line }) => line)).toEqual([5, 6]);
    expect(read.ok && read.value.dialect).toMatchObject({ header: true, preambleLines: 4, sheet: "People" });
    expect(read.ok && read.value.dialect.evidence.at(-1)?.says).toMatch(/^Line 5 names the columns: /);
  });

  test("of two tables on one sheet are refused with both rows named", async () => {
    const at = (line: number, ...cells: readonly string[]) => textRows([cells]).replace("<row>", `<row r="${line}">`);
    const people = `${at(1, "email", "name", "city")}${at(2, "a@b.co", "Ann", "Rome")}${at(3, "c@d.co", "Cy", "")}`;
    const both = `${people}${at(6, "company", "phone")}${at(7, "Acme", "+14155550100")}`;
    expect(await refusalOf(await xlsxOf({ sheets: both }))).toBe(
      "several_tables: One table starts in row 1, another one in row 6.",
    );
    const gap = `${people}${at(6, "e@f.co", "Ed", "Oslo")}`;
    expect(await rowsOf(await xlsxOf({ sheets: gap }))).toHaveLength(4);
  });

  test("with line ends, quotes and tables inside a cell come out as they are", async () => {
    const odd = ['say "hi"', "two\nlines", "a,b,c\n1,2,3\n4,5,6", ", "];
    const rows = textRows([["note", "more", "table", "x"], odd]);
    expect(await rowsOf(await xlsxOf({ sheets: rows }))).toEqual([
      [1, "note", "more", "table", "x"],
      [2, ...odd],
    ]);
  });
});

describe("C-B5: of several sheets", () => {
  const people = (name: string, state?: "hidden" | "veryHidden") => ({
    name,
    rows: textRows([
      ["email", "name"],
      [`${name}@b.co`, name],
    ]),
    ...(state ? { state } : {}),
  });
  const empty = { name: "Notes", rows: '<row r="1"><c r="A1" s="2"/></row>' };

  test("the only visible one with values is read", async () => {
    const file = await xlsxOf({
      sheets: [empty, people("Ann"), people("Old", "hidden"), people("Older", "veryHidden")],
    });
    expect(await rowsOf(file)).toEqual([
      [1, "email", "name"],
      [2, "Ann@b.co", "Ann"],
    ]);
  });

  test("two with values are refused with their names; --sheet says which, hidden or not", async () => {
    const file = await xlsxOf({ sheets: [people("Ann"), empty, people("Bob"), people("Old", "hidden")] });
    expect(await refusalOf(file)).toBe("sheet_needed: Several sheets hold values: “Ann”, “Bob”.");
    expect(await rowsOf(file, { sheet: " bob" })).toContainEqual([2, "Bob@b.co", "Bob"]);
    expect(await rowsOf(file, { sheet: "Old" })).toContainEqual([2, "Old@b.co", "Old"]);
    expect(await refusalOf(file, { sheet: "Cy" })).toContain("sheet_unknown: No sheet is called “Cy”; there are “Ann”");
  });

  test("none has values: the workbook is empty, also where it is full of formats", async () => {
    expect(await refusalOf(await xlsxOf({ sheets: [empty, { name: "B", rows: "" }] }))).toContain("file_empty");
    const formats = Array.from({ length: 2_000 }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}" s="1"/></row>`).join(
      "",
    );
    expect(await refusalOf(await xlsxOf({ sheets: formats }))).toContain("file_empty");
  });

  test("--sheet is refused where the file is no workbook", async () => {
    expect(await refusalOf("email,name\na@b.co,Ann\n", { sheet: "People" })).toContain("sheet_unknown");
  });
});

describe("C-B1: a workbook by another writer", () => {
  const parts = (changes: Readonly<Record<string, string | null>>) =>
    xlsxParts({
      sheets: textRows([
        ["email", "name"],
        ["a@b.co", "Ann"],
      ]),
      parts: changes,
    });
  const workbook = parts({})["xl/workbook.xml"] ?? "";
  const sheet = parts({})["xl/worksheets/sheet1.xml"] ?? "";
  const elsewhere = relations([["rId1", "worksheet", "/data/people.xml"]]);

  const cases: readonly (readonly [what: string, parts: Readonly<Record<string, string>>])[] = [
    [
      "names its parts from the root",
      parts({ "xl/_rels/workbook.xml.rels": elsewhere, "xl/worksheets/sheet1.xml": null, "data/people.xml": sheet }),
    ],
    ["names its parts in another case", parts({ "xl/worksheets/sheet1.xml": null, "xl/Worksheets/Sheet1.xml": sheet })],
    ["has no list of relations", parts({ "xl/_rels/workbook.xml.rels": null })],
    [
      "has relations that lead in a circle",
      parts({
        "xl/_rels/workbook.xml.rels": relations([
          ["rId1", "worksheet", "worksheets/sheet1.xml"],
          ["rId2", "styles", "../xl/../xl/workbook.xml"],
        ]),
        "xl/worksheets/_rels/sheet1.xml.rels": relations([["rId1", "worksheet", "sheet1.xml"]]),
      }),
    ],
    [
      "uses a prefix for every element",
      parts({ "xl/worksheets/sheet1.xml": sheet.replaceAll(/<(\/?)(\w)/g, "<$1x:$2").replace("xmlns=", "xmlns:x=") }),
    ],
    [
      "is strict",
      parts({
        "xl/workbook.xml": workbook.replaceAll(
          "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
          "http://purl.oclc.org/ooxml/spreadsheetml/main",
        ),
        "xl/_rels/workbook.xml.rels": relations([["rId1", "worksheet", "worksheets/sheet1.xml"]]).replaceAll(
          "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
          "http://purl.oclc.org/ooxml/officeDocument/relationships",
        ),
      }),
    ],
  ];
  test.each(cases)("that %s", async (_, parts) => {
    expect(await rowsOf(await zipOf(parts))).toEqual([
      [1, "email", "name"],
      [2, "a@b.co", "Ann"],
    ]);
  });

  test("that is UTF-16", async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(sheet.replace("UTF-8", "UTF-16"), "utf16le")]);
    expect(await rowsOf(await zipOf({ ...parts({}), "xl/worksheets/sheet1.xml": utf16 }))).toHaveLength(2);
  });
});

test("formulas that were never computed are spoken of", async () => {
  const rows = '<row><c t="str"><v>email</v></c></row><row><c><f>A1</f></c><c t="str"><v>x</v></c></row>';
  const read = await readFormat(await xlsxOf({ sheets: rows }));
  expect(read.ok && read.value.dialect.evidence.map(({ says }) => says).join(" ")).toContain("never computed");
});

test("a delimiter, a quote or an encoding that is said of a workbook is refused", async () => {
  const file = await xlsxOf({ sheets: textRows([["email"], ["a@b.co"]]) });
  expect(await refusalOf(file, { overrides: { delimiter: ";" } })).toContain("arguments_invalid");
});

test("hidden rows are read, and said to be", async () => {
  const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const rows = ["email", "a@x.co", "b@x.co", "c@x.co"].map(
    (text, at) => `<row r="${at + 1}"${at === 2 ? ' hidden="1"' : ""}>${cell(text)}</row>`,
  );
  const read = await readFormat(await xlsxOf({ sheets: `${rows.join("")}<row r="9" hidden="1"></row>` }));
  expect(read.ok && read.value.rows).toHaveLength(4);
  const notices = read.ok ? read.value.dialect.evidence.filter(({ notice }) => notice) : [];
  expect(notices.map(({ says }) => says)).toEqual([
    expect.stringContaining("1 hidden row is read like the others: row 3."),
  ]);
});

test("C-B7: values merged over several rows are those of the first row, which is said with their columns", async () => {
  const noticesOf = async (...ranges: readonly string[]): Promise<readonly string[]> => {
    const rows = textRows([
      ["company", "name"],
      ["Acme", "Ann"],
      ["", "Bob"],
    ]);
    const merges = `<mergeCells>${ranges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`;
    const sheet = sheetXml(rows).replace("</sheetData>", `</sheetData>${merges}`);
    const read = await readFormat(await xlsxOf({ sheets: rows, parts: { "xl/worksheets/sheet1.xml": sheet } }));
    expect(read.ok && read.value.rows).toHaveLength(3);
    return read.ok ? read.value.dialect.evidence.flatMap(({ notice, says }) => (notice ? says : [])) : [];
  };
  expect(await noticesOf("A2:A3")).toEqual([
    expect.stringContaining("Cells merged over several rows, in column A: A2:A3. Only the first row"),
  ]);
  expect(await noticesOf("A2:B3", "AB1:AB2")).toEqual([
    expect.stringContaining("in columns A, AB: 2, the first A2:A3."),
  ]);
  // Beside each other, and below the last row, nothing is lost.
  expect(await noticesOf("A1:D1", "A3:A9", "nonsense", "A5:A9")).toEqual([]);
});
