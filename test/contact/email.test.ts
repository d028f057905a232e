/** E-mail addresses as mailbox providers accept them. */
import { test } from "vitest";
import { expectCells, expectRefused } from "./cell-table.ts";

const label = (length: number): string => "a".repeat(length);

test("C-E1: the domain is lower-cased, the local part stays as typed", () => {
  expectCells("email", [
    ["ann@example.com", "ann@example.com"],
    ["Ann.Smith@Example.COM", "Ann.Smith@example.com"],
    ["ANN@SUB.EXAMPLE.CO.UK", "ANN@sub.example.co.uk"],
    ["o'neil+tag@example.com", "o'neil+tag@example.com"],
    ["!#$%&'*+-/=?^_`{|}~@example.com", "!#$%&'*+-/=?^_`{|}~@example.com"],
    ["1@2.museum", "1@2.museum"],
    ["a-b_c@a--b.com", "a-b_c@a--b.com"],
  ]);
});

test("C-E1: what people paste around an address is taken off", () => {
  expectCells("email", [
    ["  ann@example.com\t", "ann@example.com"],
    ["\u00a0ann@example.com\u200b", "ann@example.com"],
    ["\ufeffann@example.com\u0000", "ann@example.com"],
    ["mailto:ann@example.com", "ann@example.com"],
    ["MAILTO:Ann@Example.com?subject=Hi", "Ann@example.com"],
    ["Ann <ann@x.com>", "ann@x.com"],
    ['"Smith, Ann" <ann@x.com>', "ann@x.com"],
    ["<ann@x.com>", "ann@x.com"],
    ["Ann Smith (ann@x.com)", "ann@x.com"],
    ["(ann@x.com)", "ann@x.com"],
    ['"ann@x.com"', "ann@x.com"],
    ["'ann@x.com'", "ann@x.com"],
    ["ａｎｎ＠ｅｘａｍｐｌｅ．ｃｏｍ", "ann@example.com"],
    ["", ""],
    [" \u00a0\u200b ", ""],
  ]);
});

test("C-E1: addresses and domains of other scripts", () => {
  expectCells("email", [
    ["ünï@x.com", "ünï@x.com"],
    ["u\u0308n@x.com", "\u00fcn@x.com"],
    ["ann@MÜNCHEN.de", "ann@münchen.de"],
    ["ann@xn--mnchen-3ya.de", "ann@xn--mnchen-3ya.de"],
    ["ann@example.XN--P1AI", "ann@example.xn--p1ai"],
    ["用户@例子.广告", "用户@例子.广告"],
    ["संपर्क@डाटामेल.भारत", "संपर्क@डाटामेल.भारत"],
    ["почта@пример.рф", "почта@пример.рф"],
  ]);
});

test("C-E1: the lengths of RFC 5321: 64 octets before the @, 63 for a label, 254 in all", () => {
  const longest = `${label(64)}@${label(63)}.${label(63)}.${label(57)}.com`;
  expectCells("email", [
    [`${label(64)}@x.com`, `${label(64)}@x.com`],
    [`a@${label(63)}.com`, `a@${label(63)}.com`],
    [longest, longest],
    [`${"张".repeat(21)}@x.com`, `${"张".repeat(21)}@x.com`],
  ]);
  expectRefused("email", "email_invalid", [
    `${label(65)}@x.com`,
    `a@${label(64)}.com`,
    `${label(64)}@${label(63)}.${label(63)}.${label(58)}.com`,
    `${"张".repeat(22)}@x.com`,
  ]);
});

test("C-E1: anything else is an invalid email address", () => {
  expectRefused("email", "email_invalid", [
    "ann",
    "ann@",
    "@x.com",
    "ann@@x.com",
    "a@b@x.com",
    "ann x@x.com",
    "ann@x .com",
    "ann@x\t.com",
    "ann\n@x.com",
    "ann@exa\u0000mple.com",
    ".ann@x.com",
    "ann.@x.com",
    "a..b@x.com",
    ".ü@x.com",
    "ü.@x.com",
    "ü..b@x.com",
    "ann@x.com.",
    "ann@.x.com",
    "ann@x..com",
    "ann@-x.com",
    "ann@x-.com",
    "ann@x_y.com",
    "ann@x,com",
    "ann@☃.com",
    "ann@localhost",
    "ann@x.c",
    "ann@x.c0m",
    "ann@x.123",
    "ann@xn--.com",
    "ann@127.0.0.1",
    "ann@[127.0.0.1]",
    '"ann b"@x.com',
    '"ann"@x.com',
    "ann(work)@x.com",
    "ann@x.com (work)",
    "ann@x.com (ann@y.com)",
    "Ann (ann@x.com) (ann@y.com)",
    "ann\\@x.com",
    "<ann@x.com",
    "ann@x.com>",
    "ann>@x.com",
    "a@x.com, b@x.com",
    "a@x.com;b@x.com",
    "a@x.com b@x.com",
    "ann at x.com",
    "n/a",
    "-",
    "ann\ud800@x.com",
    "javascript:alert(1)",
  ]);
});

test("C-E7: additional email addresses, parted by comma, semicolon or line", () => {
  expectCells("email_list", [
    ["a@x.com, b@x.com", '["a@x.com","b@x.com"]'],
    ["a@x.com;b@Y.COM", '["a@x.com","b@y.com"]'],
    ["a@x.com\nb@x.com", '["a@x.com","b@x.com"]'],
    ["a@x.com ::: b@x.com", '["a@x.com","b@x.com"]'],
    ['["a@x.com","b@x.com"]', '["a@x.com","b@x.com"]'],
    ["A@x.com,a@X.com", '["A@x.com"]'],
    ["Ann <a@x.com>, Bob <b@x.com>", '["a@x.com","b@x.com"]'],
    ['"Smith, Ann" <a@x.com>, b@x.com', '["a@x.com","b@x.com"]'],
    ["a@x.com,", '["a@x.com"]'],
    ["ann.o.x@x.com", '["ann.o.x@x.com"]'],
    ["", ""],
  ]);
  expectRefused("email_list", "email_invalid", ["a@x.com, bad", "a@x.com b@x.com", "Smith, Ann <a@x.com>"]);
});

test("C-E7: addresses are never parted at a dot, whatever parts the import's other lists", () => {
  expectCells("email_list", [["a.b@x.com;c@x.com", '["a.b@x.com","c@x.com"]']], { multiSeparators: [",", ";", "."] });
});
