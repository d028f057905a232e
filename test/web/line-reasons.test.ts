/** What the Check step says of a line's cells: equal findings once, and which cells are left out. */
import { expect, test } from "vitest";
import type { ColumnMapping } from "../../src/core/mapping/column-mapping.ts";
import { leftOutCells } from "../../web/import/check/left-out-cells.ts";
import { onceEach, withColumns } from "../../web/import/check/once-each.ts";
import { importCheck as german } from "../../web/words/de/import-check.ts";
import { importCheck } from "../../web/words/en/import-check.ts";

const found = (code: string, column: string | null, message: string = code) => ({
  ...{ code, column, message, severity: "warning", fix: `Fix ${code}.` },
});

type Found = ReturnType<typeof found>;

const columns = ["Phone", "Birthday", "City"].map(
  (header, column) =>
    ({ header, column, target: { to: "field", field: header.toLowerCase() } }) as unknown as ColumnMapping,
);

const line = (outcome: string, problems: readonly Found[], changes: Readonly<Record<string, unknown>> = {}) => ({
  ...{ outcome, problems, changes },
});

test("the same finding of several columns is said once, and names them", () => {
  const problems = [
    found("placeholder_ignored", "Phone", "Empty: “NULL”"),
    found("date_unreadable", "Birthday", "No date: “soon”"),
    found("placeholder_ignored", "City", "Empty: “NULL”"),
    found("placeholder_ignored", "Birthday", "Empty: “-”"),
    found("footer_line", null, "A total"),
  ];
  expect(onceEach(problems).map(withColumns)).toEqual([
    "Phone, City: Empty: “NULL”",
    "Birthday: No date: “soon”",
    "Birthday: Empty: “-”",
    "A total",
  ]);
});

test("cells of which nothing is written are named in the order of the file", () => {
  const problems = [found("placeholder_ignored", "Birthday"), found("phone_unreadable", "Phone")];
  expect(leftOutCells(line("created", problems), columns)).toEqual(["Phone", "Birthday"]);
  expect(leftOutCells(line("created", [found("text_undecodable", "City")]), columns)).toEqual(["City"]);
  expect(leftOutCells(line("failed", problems), columns)).toEqual([]);
  expect(leftOutCells(line("created", problems, { phone: [null, "+1"] }), columns)).toEqual(["Birthday"]);
  expect(leftOutCells(line("created", [found("row_mended", "City")]), columns)).toEqual([]);
});

test("they are counted, and the first few named, in both languages", () => {
  expect(importCheck.leftOut(["Phone", "Birthday"])).toBe("2 cells left out: Phone, Birthday");
  expect(german.leftOut(["Telefon"])).toBe("1 Zelle bleibt weg: Telefon");
  expect(german.leftOut(["A", "B", "C", "D"])).toBe("4 Zellen bleiben weg: A, B, C, …");
  expect([importCheck.leftOut([]), german.leftOut([])]).toEqual(["", ""]);
});
