/** What the cells of OpenDocument spreadsheets say (C-B1, C-B5). */
import { describe, expect, test } from "vitest";
import { readFormat, refusalOf, rowsOf } from "../support/read-format.ts";
import { odsOf } from "../support/workbook-of.ts";

const table = (name: string, rows: string, style = ""): string =>
  `<table:table table:name="${name}"${style}><table:table-column/>${rows}</table:table>`;
const row = (...cells: readonly string[]): string => `<table:table-row>${cells.join("")}</table:table-row>`;
const text = (value: string): string =>
  `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;
const HEADER = row(text("email"), text("name"));

describe("C-B1: an OpenDocument cell is read as", () => {
  const typed = (type: string, attributes: string, shown: string): string =>
    `<table:table-cell office:value-type="${type}" ${attributes}><text:p>${shown}</text:p></table:table-cell>`;
  const cases: readonly (readonly [what: string, xml: string, value: string])[] = [
    ["its text", text("Ann"), "Ann"],
    [
      "all its paragraphs",
      '<table:table-cell office:value-type="string"><text:p>one</text:p><text:p>two</text:p></table:table-cell>',
      "one\ntwo",
    ],
    [
      "text with the blanks and tabs that are written as elements",
      text('a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d'),
      "a   b\tc\nd",
    ],
    ["text without the blanks of the XML", text("\n   a   <text:span>b</text:span>\n c"), "a b c"],
    ["a link's text", text('<text:a xlink:href="mailto:a@b.co">a@b.co</text:a>'), "a@b.co"],
    [
      "text without its comment",
      '<table:table-cell office:value-type="string"><office:annotation><text:p>who?</text:p></office:annotation><text:p>Ann</text:p></table:table-cell>',
      "Ann",
    ],
    ["a number, exactly", typed("float", 'office:value="447900000000"', "4.479E+11"), "447900000000"],
    ["a number of 17 digits", typed("float", 'office:value="12345678901234567"', "1.23E16"), "12345678901234567"],
    ["a number with the zeros that it is shown with", typed("float", 'office:value="1234"', "01234"), "01234"],
    [
      "a telephone number as it is shown",
      typed("float", 'office:value="4155550100"', "(415) 555-0100"),
      "(415) 555-0100",
    ],
    ["an amount without what its format adds", typed("float", 'office:value="1234.5"', "1.234,50"), "1234.5"],
    ["an amount whose thousands are parted", typed("float", 'office:value="1234567"', "1.234.567"), "1234567"],
    ["a share of one", typed("percentage", 'office:value="0.15"', "15%"), "0.15"],
    ["an amount of money", typed("currency", 'office:value="12.5"', "12,50 €"), "12.5"],
    ["a date", typed("date", 'office:date-value="2024-03-05"', "05.03.24"), "2024-03-05"],
    [
      "a date with its time",
      typed("date", 'office:date-value="2024-03-05T14:30:00"', "05.03.24 14:30"),
      "2024-03-05 14:30:00",
    ],
    ["a time", typed("time", 'office:time-value="PT09H05M00S"', "09:05"), "09:05"],
    ["a boolean", typed("boolean", 'office:boolean-value="true"', "WAHR"), "TRUE"],
    ["an error", typed("string", 'calcext:value-type="error"', "#N/A"), "#N/A"],
    [
      "a text that is only an attribute",
      '<table:table-cell office:value-type="string" office:string-value="Ann"/>',
      "Ann",
    ],
  ];
  test.each(cases)("%s", async (_, xml, value) => {
    const rows = await rowsOf(await odsOf({ tables: table("A", row(xml, text("end"))) }), {
      overrides: { header: false },
    });
    expect(rows).toEqual([[1, value, "end"]]);
  });
});

describe("C-B1: OpenDocument rows and cells", () => {
  test("that are repeated are read as often; empty ones only count", async () => {
    const repeated = `<table:table-row table:number-rows-repeated="3">${text("x@b.co")}</table:table-row>`;
    const gap =
      '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>';
    const wide =
      '<table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>w</text:p></table:table-cell>';
    const end =
      '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';
    const read = await readFormat(await odsOf({ tables: table("A", HEADER + repeated + gap + row(wide) + end) }));
    expect(read.ok && read.value.rows.map(({ line, cells }) => [line, ...cells])).toEqual([
      [1, "email", "name"],
      [2, "x@b.co", ""],
      [3, "x@b.co", ""],
      [4, "x@b.co", ""],
      [7, "w", "w"],
    ]);
    expect(read.ok && read.value.blankRows).toBe(2);
  });

  test("that are covered by a merged cell are empty, whatever they hold", async () => {
    const covered =
      '<table:covered-table-cell office:value-type="string"><text:p>under</text:p></table:covered-table-cell>';
    const rows = HEADER + row(text("a@b.co"), covered);
    expect(await rowsOf(await odsOf({ tables: table("A", rows) }))).toContainEqual([2, "a@b.co", ""]);
  });

  test("in groups and header rows are rows; tables of links to other files are not", async () => {
    const rows = `<table:table-header-rows>${HEADER}</table:table-header-rows><table:table-row-group>${row(text("a@b.co"))}</table:table-row-group>`;
    const linked = `<table:dde-links><table:dde-link>${table("L", row(text("linked")))}</table:dde-link></table:dde-links>`;
    expect(await rowsOf(await odsOf({ tables: table("A", rows) + linked }))).toEqual([
      [1, "email", "name"],
      [2, "a@b.co", ""],
    ]);
  });

  test("of a bomb of repeated rows are refused", async () => {
    const cells = `<table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>${"x".repeat(100)}</text:p></table:table-cell>`;
    const bomb = `<table:table-row table:number-rows-repeated="1048576">${cells}</table:table-row>`;
    expect(await refusalOf(await odsOf({ tables: table("A", bomb) }))).toContain("file_suspicious");
    const wide = cells.replace("16384", "1000000");
    expect(await refusalOf(await odsOf({ tables: table("A", row(wide)) }))).toContain("too_many_columns");
  });
});

describe("C-B5: of several OpenDocument sheets", () => {
  const hidden =
    '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>';
  const people = (name: string, style = ""): string =>
    table(name, HEADER + row(text(`${name}@b.co`), text(name)), style);

  test("the only visible one with values is read", async () => {
    const tables =
      table("Empty", row("<table:table-cell/>")) + people("Old", ' table:style-name="ta2"') + people("Ann");
    const read = await readFormat(await odsOf({ styles: hidden, tables }));
    expect(read.ok && read.value.dialect).toMatchObject({ format: "ods", sheet: "Ann" });
    expect(read.ok && read.value.rows).toHaveLength(2);
    expect(await rowsOf(await odsOf({ styles: hidden, tables }), { sheet: "old" })).toContainEqual([
      2,
      "Old@b.co",
      "Old",
    ]);
  });

  test("two with values are refused with their names, none with values is an empty file", async () => {
    expect(await refusalOf(await odsOf({ tables: people("Ann") + people("Bob") }))).toContain("“Ann”, “Bob”");
    expect(await refusalOf(await odsOf({ tables: people("Ann") }), { sheet: "Bob" })).toContain("sheet_unknown");
    expect(await refusalOf(await odsOf({ tables: table("A", row("<table:table-cell/>")) }))).toContain("file_empty");
  });
});

test("an OpenDocument spreadsheet with a password, or of another kind, is refused by what it is", async () => {
  const manifest =
    '<manifest:manifest xmlns:manifest="m"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
  const locked = await odsOf({ tables: "", parts: { "META-INF/manifest.xml": manifest } });
  expect(await refusalOf(locked)).toContain("file_encrypted");
  const text = await odsOf({ tables: "", parts: { mimetype: "application/vnd.oasis.opendocument.text" } });
  expect(await refusalOf(text)).toContain("file_not_text");
});

test("hidden and filtered rows are read, and said to be", async () => {
  const hidden = (times: number, value: string, how: string): string =>
    row(text(value)).replace(
      "<table:table-row",
      `<table:table-row table:visibility="${how}" table:number-rows-repeated="${times}"`,
    );
  const rows = HEADER + hidden(2, "a@x.co", "filter") + row(text("b@x.co")) + hidden(1, "c@x.co", "collapse");
  const read = await readFormat(await odsOf({ tables: table("A", rows) }));
  expect(read.ok && read.value.rows).toHaveLength(5);
  const says = read.ok ? read.value.dialect.evidence.map((evidence) => evidence.says).join(" ") : "";
  expect(says).toContain("3 hidden rows are read like the others: the first is row 2.");
});

test("C-B7: values merged over several rows are those of the first row, which is said with their columns", async () => {
  const merged = `<table:table-cell table:number-rows-spanned="2"><text:p>Acme</text:p></table:table-cell>`;
  const rows = [
    row(text("company"), text("name")),
    row(merged, text("Ann")),
    row("<table:covered-table-cell/>", text("Bob")),
    row('<table:table-cell table:number-rows-spanned="3"/>', text("Cid")),
  ];
  const read = await readFormat(await odsOf({ tables: table("A", rows.join("")) }));
  const notices = read.ok ? read.value.dialect.evidence.filter(({ notice }) => notice) : [];
  expect(notices.map(({ says }) => says)).toEqual([
    expect.stringContaining("Cells merged over several rows, in column A: A2:A3. Only the first row"),
  ]);
});
