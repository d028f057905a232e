/** Numbers and amounts are exact decimals, whatever marks, signs and currencies they are written with. */
import { expect, test } from "vitest";
import { currencyInHeader } from "../../src/core/contact/types/currency.ts";
import { normaliseMoney } from "../../src/core/contact/types/money.ts";
import { cellReader, expectCells, expectRefused } from "./cell-table.ts";

const BOTH = ["number", "money"] as const;

test("C-E6: plain numbers are exact, without leading or trailing zeros", () => {
  for (const type of BOTH) {
    expectCells(type, [
      ["1.23", "1.23"],
      ["1234", "1234"],
      [".123", "0.123"],
      ["0", "0"],
      ["007", "7"],
      ["00.50", "0.5"],
      ["1.0", "1"],
      ["5.", "5"],
      ["+5", "5"],
      ["0.1", "0.1"],
      ["0.30000000000000004", "0.30000000000000004"],
      ["123456789012345678901234567890.123456789012345678901", "123456789012345678901234567890.123456789012345678901"],
      ["9007199254740993", "9007199254740993"],
      [" 42\u00a0", "42"],
      ["", ""],
    ]);
  }
});

test("C-E6: there is no negative zero, and a minus may stand where ledgers put it", () => {
  for (const type of BOTH) {
    expectCells(type, [
      ["-0", "0"],
      ["-0.00", "0"],
      ["(0)", "0"],
      ["-5", "-5"],
      ["- 5", "-5"],
      ["\u22125", "-5"],
      ["(5)", "-5"],
      ["( 1,234.50 )", "-1234.5"],
      ["5-", "-5"],
      ["-.5", "-0.5"],
    ]);
  }
});

test("C-E6: thousands in groups, English, Indian, Swiss, French, with any kind of space", () => {
  for (const type of BOTH) {
    expectCells(type, [
      ["1,234,234.33", "1234234.33"],
      ["1,234", "1234"],
      ["12,34,567.89", "1234567.89"],
      ["1'234.50", "1234.5"],
      ["1\u2019234.50", "1234.5"],
      ["1 234 567", "1234567"],
      ["1\u00a0234,50", "1234.5"],
      ["1\u202f234\u202f567,5", "1234567.5"],
      ["1.234.567,89", "1234567.89"],
      ["1.000.000", "1000000"],
    ]);
  }
});

test("C-E6: under a known decimal mark nothing that does not fit it is taken", () => {
  for (const type of BOTH) {
    expectCells(
      type,
      [
        ["1.234", "1.234"],
        ["1,234", "1234"],
        ["1,234.5", "1234.5"],
        [".5", "0.5"],
        ["1.234,5", "✗ number_unreadable"],
        ["12,34", "✗ number_unreadable"],
        ["1.234.567", "✗ number_unreadable"],
        [",5", "✗ number_unreadable"],
      ],
      { decimalMark: "." },
    );
    expectCells(
      type,
      [
        ["1,234", "1.234"],
        ["1.234", "1234"],
        ["1.234,5", "1234.5"],
        [",5", "0.5"],
        ["1 234,5", "1234.5"],
        ["1,234.5", "✗ number_unreadable"],
        ["12.34", "✗ number_unreadable"],
        ["1,234,567", "✗ number_unreadable"],
      ],
      { decimalMark: "," },
    );
  }
});

test("C-E6: digits and marks of other scripts", () => {
  for (const type of BOTH) {
    expectCells(type, [
      ["１２３４", "1234"],
      ["１，２３４．５", "1234.5"],
      ["١٢٣٤", "1234"],
      ["١٢٣٫٤٥", "123.45"],
      ["۱۲۳", "123"],
      ["१२३", "123"],
    ]);
  }
});

test("C-E6: exponents are written out digit by digit", () => {
  expectCells("number", [
    ["1e3", "1000"],
    ["1.5e3", "1500"],
    ["1e+21", "1000000000000000000000"],
    ["1.0E10", "10000000000"],
    ["1E-3", "0.001"],
    ["12.5e-2", "0.125"],
    ["-1.5e1", "-15"],
    ["0e5", "0"],
    ["1e400", "✗ number_unreadable"],
    ["1e", "✗ number_unreadable"],
    ["e5", "✗ number_unreadable"],
  ]);
});

test("C-E10: a spreadsheet's scientific notation is repaired where every digit is there, else refused", () => {
  for (const type of BOTH) {
    expectCells(type, [
      ["1.50E+02", "150"],
      ["4.47911123456E+11", "447911123456"],
      ["4.479E+11", "✗ spreadsheet_damage"],
      ["1.23457E+12", "✗ spreadsheet_damage"],
      ["-1.5E+05", "✗ spreadsheet_damage"],
      ["1E+10", "✗ spreadsheet_damage"],
      ["#NAME?", "✗ spreadsheet_damage"],
      ["#REF!", "✗ spreadsheet_damage"],
      ["#DIV/0!", "✗ spreadsheet_damage"],
      ["######", "✗ spreadsheet_damage"],
    ]);
  }
});

test("C-E6: what is no number, or could be two, is refused", () => {
  for (const type of BOTH) {
    expectRefused(type, "number_unreadable", [
      "abc",
      "1,2,3",
      "1.2.3",
      "1,23,4",
      "1 2",
      "1,234,56",
      "1.234,56.7",
      "0,000,000",
      "5%",
      "1/2",
      "--5",
      "+-5",
      "(5",
      "5)",
      "1_000",
      "0x10",
      "NaN",
      "Infinity",
      ".",
      ",",
      "-",
      "()",
      "5 million",
      "1k",
      "192.168.1.1",
      "2024-09-08",
      "=1+1",
      "1".repeat(1001),
    ]);
  }
});

test("C-E6: a currency before or behind an amount is read over, in a number it is not", () => {
  const amounts = [
    ["$5", "5"],
    ["$1,234.50", "1234.5"],
    ["US$ 5", "5"],
    ["EUR 5", "5"],
    ["5 USD", "5"],
    ["5€", "5"],
    ["€ 1.234,50", "1234.5"],
    ["R$ 1.000,00", "1000"],
    ["£5", "5"],
    ["¥1000", "1000"],
    ["￥１，２３４", "1234"],
    ["₹ 1,00,000", "100000"],
    ["CHF 1'000.-", "1000"],
    ["100,- kr", "100"],
    ["5 kr", "5"],
    ["Rs. 500", "500"],
    ["1 234,50 zł", "1234.5"],
    ["-$5", "-5"],
    ["$-5", "-5"],
    ["($5)", "-5"],
    ["$ (5.00)", "-5"],
    ["$     1,234.50", "1234.5"],
    ["$ -", "0"],
  ] as const;
  expectCells("money", amounts);
  expectRefused(
    "number",
    "number_unreadable",
    amounts.map(([cell]) => cell),
  );
  expectRefused("money", "number_unreadable", ["$", "USD", "5 $ 5", "5 €/Monat", "5 dollars", "$$5", "abc 5", "5 abc"]);
});

test("C-E6: the canonical form is the number itself, for every sum of cents", () => {
  const read = cellReader("money");
  for (let cents = -1500; cents <= 1500; cents += 7) {
    const sign = cents < 0 ? "-" : "";
    const absolute = Math.abs(cents);
    const cell = `${sign}${Math.trunc(absolute / 100)}.${String(absolute % 100).padStart(2, "0")}`;
    expect(read(cell)).toBe(String(cents / 100));
  }
});

test.each([
  ["$1,200", "EUR", "1200"],
  ["-$1,200.50", "EUR", "-1200.5"],
  ["1.200 kr", "PLN", "1.2"],
  ["GBP 5", "$", "5"],
])("C-E6: %s in a column of %s is read, with a word about its currency", (cell, currency, partly) => {
  expect(normaliseMoney(cell, ".", currency)).toMatchObject({ unreadable: "currency_differs", partly });
});

test.each([
  ["$1,200", "USD", "1200"],
  ["$1,200", "CAD", "1200"],
  ["US$ 5", "$", "5"],
  ["1,200", "EUR", "1200"],
  ["€ 5", "EUR", "5"],
  ["5 kr", "SEK", "5"],
])("C-E6: %s in a column of %s is read as it stands", (cell, currency, amount) => {
  expect(normaliseMoney(cell, ".", currency)).toBe(amount);
});

test.each([
  ["Amount (EUR)", "EUR"],
  ["Betrag in €", "EUR"],
  ["USD value", "USD"],
  ["Total amount for ALL", null],
  ["Europe", null],
])("a header such as %s names the currency %s", (header, currency) => {
  expect(currencyInHeader(header)).toBe(currency);
});
