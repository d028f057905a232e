/** Phone numbers as people write them; the answers of libphonenumber are checked in phone-oracle.test.ts. */
import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { expect, test } from "vitest";
import { cellReader, expectCells, expectRefused } from "./cell-table.ts";

test("C-E2: the formats that import pages of CRMs name, with the United States as the default country", () => {
  expectCells("phone", [
    ["123-456-7890", "+11234567890"],
    ["(123) 456-7890", "+11234567890"],
    ["(123) 4567890", "+11234567890"],
    ["1234567890", "+11234567890"],
    ["+1 1234567890", "+11234567890"],
  ]);
});

test("C-E2: E.164 is read whatever the default country, and without any", () => {
  for (const country of ["US", "GB", "DE", "JP", "us", "XX", ""]) {
    expectCells(
      "phone",
      [
        ["+14155550100", "+14155550100"],
        ["+44 20 7946 0958", "+442079460958"],
        ["+49 (0)30 123456", "+4930123456"],
        ["+39 06 698 12345", "+390669812345"],
        ["+8613812345678", "+8613812345678"],
        ["tel:+1-415-555-0100", "+14155550100"],
      ],
      { country },
    );
  }
});

test("C-E2: national numbers are read in the row's country, then in the workspace's, and never without one", () => {
  const read = cellReader("phone", { country: "DE" });
  expect(read("020 7946 0958", "GB")).toBe("+442079460958");
  expect(read("030 123456")).toBe("+4930123456");
  expect(read("030 123456", "")).toBe("+4930123456");
  expect(cellReader("phone", { country: "" })("030 123456")).toBe("✗ phone_unreadable");
  expect(cellReader("phone", { country: "de" })("030 123456")).toBe("+4930123456");
  expect(cellReader("phone_list", { country: "de" })("030 123456")).toBe('["+4930123456"]');
});

test("C-E2: a mobile number whose + a spreadsheet has taken does not get its calling code twice", () => {
  expectCells(
    "phone",
    [
      ["491712345678", "+491712345678"],
      ["4915212345678", "+4915212345678"],
      ["491712345678.0", "+491712345678"],
      // Somebody in Leer, whose code is 0491.
      ["0491 712345678", "+49491712345678"],
      ["491712345", "+49491712345"],
    ],
    { country: "DE" },
  );
  expectCells("phone", [["33612345678", "+33612345678"]], { country: "FR" });
});

test("C-E2: punctuation, spaces and digits of any kind", () => {
  expectCells("phone", [
    ["(415)555-0100", "+14155550100"],
    ["415.555.0100", "+14155550100"],
    ["415\u2013555\u20130100", "+14155550100"],
    ["+1\u00a0415\u202f555\u20110100", "+14155550100"],
    ["\u202a+1 415 555 0100\u202c", "+14155550100"],
    ["+1/415/555/0100", "+14155550100"],
    ["(+1) 415-555-0100", "+14155550100"],
    ["1 415 555 0100", "+14155550100"],
    ["011 44 20 7946 0958", "+442079460958"],
    ["0044 20 7946 0958", "+442079460958"],
    ["４１５５５５０１００", "+14155550100"],
    ["٤١٥٥٥٥٠١٠٠", "+14155550100"],
    ["'+14155550100", "+14155550100"],
    ["Tel.: 415-555-0100", "+14155550100"],
    ["+14155550100 (mobile)", "+14155550100"],
    ["4155550100.0", "+14155550100"],
    ["", ""],
    [" \u200b\u00a0", ""],
  ]);
});

test("C-E2: extensions belong to the number", () => {
  expectCells("phone", [
    ["415-555-0100 x5", "+14155550100;ext=5"],
    ["+1 415 555 0100 ext. 5", "+14155550100;ext=5"],
    ["tel:+1-415-555-0100;ext=5", "+14155550100;ext=5"],
    ["+14155550100;ext=5", "+14155550100;ext=5"],
    ["415 555 0100 #12", "+14155550100;ext=12"],
  ]);
});

test("C-E2: numbers spelled on the keypad, in North America only", () => {
  expectCells("phone", [
    ["1-800-FLOWERS", "+18003569377"],
    ["(800) 4MY-HOME", "+18004694663"],
    ["1-800-GoFedEx", "+18004633339"],
    ["(415) 555-HOME", "+14155554663"],
    ["415 Main Str", "✗ phone_unreadable"],
    ["12 Elm Avenue", "✗ phone_unreadable"],
  ]);
  expectCells("phone", [["0800 FLOWERS", "✗ phone_unreadable"]], { country: "GB" });
});

test("C-E2: what is no phone number, or more than one, could not be read", () => {
  expectRefused("phone", "phone_unreadable", [
    "abc",
    "n/a",
    "-",
    "+",
    "0",
    "123",
    "911",
    "555-0100",
    "+1415555010",
    "+141555501000",
    "+999 123456789",
    "+0 4155550100",
    "12345678901234567890",
    "+1 415 555 01O0",
    "415-555-0100, 415-555-0101",
    "415-555-0100 / 415-555-0101",
    "4155550100 4155550101",
    "415 555 0100 ext 12345678",
    "ann@example.com",
    "https://example.com/4155550100",
    "9".repeat(251),
  ]);
});

test("C-E10: a phone in scientific notation is repaired where no digit is lost, else refused", () => {
  expectCells("phone", [
    ["4.155550100E+09", "+14155550100"],
    ["4.15555E+09", "✗ spreadsheet_damage"],
    ["4.479E+11", "✗ spreadsheet_damage"],
    ["4,479E+11", "✗ spreadsheet_damage"],
    ["4.479e+11", "✗ spreadsheet_damage"],
    ["#NUM!", "✗ spreadsheet_damage"],
    ["#######", "✗ spreadsheet_damage"],
  ]);
});

test("C-E7: additional phone numbers, parted by comma, semicolon or line, with their extensions", () => {
  expectCells("phone_list", [
    ["+1 7877123460,+1 7877123461", '["+17877123460","+17877123461"]'],
    ["415-555-0100; 415-555-0101", '["+14155550100","+14155550101"]'],
    ["415-555-0100\n415-555-0101", '["+14155550100","+14155550101"]'],
    ["415-555-0100 ::: 415-555-0101", '["+14155550100","+14155550101"]'],
    ["(415) 555-0100, +1 415 555 0100", '["+14155550100"]'],
    ["+17877123460;ext=5, +17877123461", '["+17877123460;ext=5","+17877123461"]'],
    ["+17877123460;ext=5;+17877123461;ext=9", '["+17877123460;ext=5","+17877123461;ext=9"]'],
    ['["+17877123460;ext=5"]', '["+17877123460;ext=5"]'],
    ["415-555-0100, none", "✗ phone_unreadable"],
    ["", ""],
  ]);
  expectCells("phone_list", [
    ["212-555-0107 / 212-555-0108", '["+12125550107","+12125550108"]'],
    ["212-555-0107 or 212-555-0108", '["+12125550107","+12125550108"]'],
    ["212-555-0107 od. 212-555-0108", '["+12125550107","+12125550108"]'],
    ["212-555-0107 or 12", "✗ phone_unreadable"],
  ]);
  expectCells("phone_list", [["415.555.0100", '["+14155550100"]']], { multiSeparators: [",", ";", "."] });
});

test("C-E2: the other writings that libphonenumber offers of a number are all that number", () => {
  const read = cellReader("phone", { country: "FR" });
  for (const number of [
    "+33123456789",
    "+442079460958",
    "+14155550100",
    "+4930123456",
    "+81312345678",
    "+5511961234567",
  ]) {
    const phone = parsePhoneNumberFromString(number)!;
    for (const text of [phone.formatInternational(), phone.getURI(), phone.format("IDD", { fromCountry: "FR" })]) {
      expect([text, read(text)]).toEqual([text, number]);
    }
  }
});
