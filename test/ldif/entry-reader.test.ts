/** C-B1, C-B8: address books and directories as LDIF, as Thunderbird and LDAP servers write it. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LDIF_FORMAT } from "../../src/core/ldif/ldif-format.ts";
import { cellsOf, readEntries } from "./read-entries.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("C-B1 what is LDIF, judged by its first bytes", () => {
  test.each([
    ["dn: cn=Ann,mail=ann@x.co\n", true],
    ["version: 1\n\ndn: uid=ann,ou=people,dc=x\n", true],
    ["\ufeff# extended LDIF\n#\n# LDAPv3, a long\n  comment\n\nversion: 1\r\ndn:: Y249QW5u\n", true],
    ["dn:\n cn=Ann\n", true],
    ["dn;mail\nx;y\n", false],
    ["dn: Ann, mail: x\n", false],
    ["Date,Name\n1,2\n", false],
    ["version: 1\n", false],
    [`#${"\n".repeat(16_000)}`, false],
    [`#${" ".repeat(16_000)}`, false],
  ])("%j", (text, is) => {
    expect(LDIF_FORMAT.detect(bytes(text), true) !== null).toBe(is);
  });
});

describe("C-B1 values", () => {
  test.each([
    ["folded", ["description: One a", " nd", "  two"], { Notes: "One and two" }],
    ["base64", ["cn:: SsO8cmdlbg=="], { "Full name": "Jürgen" }],
    ["base64 of another encoding", ["cn:: SvxyZ2Vu"], { "Full name": "Jürgen" }],
    ["without a space", ["cn:Ann"], { "Full name": "Ann" }],
    ["with options", ["cn;lang-de: Ann"], { "Full name": "Ann" }],
    [
      "comments between, folded too",
      ["cn: Ann", "# sn: No", " really", "sn: Lee"],
      { "Full name": "Ann", "Last name": "Lee" },
    ],
    ["no value", ["cn: Ann", "sn:"], { "Full name": "Ann" }],
    [
      "pictures, keys and passwords",
      ["cn: Ann", "jpegPhoto:: /9j/4AAQ", " SkZJRg==", "userPassword:: e1NTSEF9", "x;binary:: AAEC"],
      { "Full name": "Ann" },
    ],
    ["octets that are no text", ["cn: Ann", "objectKey:: AAECAwQ="], { "Full name": "Ann" }],
    [
      "what nobody knows",
      ["cn: Ann", "mozillaCustom1: VIP", "mozillaCustom1: fair"],
      { "Full name": "Ann", mozillaCustom1: "VIP\nfair" },
    ],
  ])("%s", (_, lines, cells) => {
    expect(cellsOf(...lines)).toEqual(cells);
  });

  test("an octet of UTF-8 on each side of a fold is one character", () => {
    const file = Uint8Array.from([...bytes("dn: cn=x\ncn: J"), 0xc3, 0x0a, 0x20, 0xbc, ...bytes("rgen\n")]);
    expect(readEntries(file).rows[0]?.cells["Full name"]).toBe("Jürgen");
  });
});

describe("C-D2 attributes go where they belong", () => {
  test.each([
    [
      "several addresses",
      ["mail: a@x.co", "mail: b@x.co", "mozillaSecondEmail: c@x.co"],
      { Email: "a@x.co", "Additional email addresses": "b@x.co, c@x.co" },
    ],
    [
      "numbers: that of work first",
      ["mobile: 3", "homePhone: 2", "telephoneNumber: 1"],
      { Phone: "1", "Additional phone numbers": "3, 2" },
    ],
    [
      "a display name that says otherwise",
      ["cn: Ann Lee", "displayName: Lee, Ann"],
      { "Full name": "Ann Lee", displayname: "Lee, Ann" },
    ],
    ["a birthday in three", ["birthyear: 1985", "birthmonth: 2", "birthday: 3"], { Birthday: "1985-02-03" }],
    ["a birthday without its year", ["birthmonth: 12", "birthday: 24"], { "Birthday in part": "--12-24" }],
    ["a postal address", ["postalAddress: 1 High St $ Suite 5"], { Street: "1 High St\nSuite 5" }],
    ["the address at home where there is no other", ["mozillaHomeLocalityName: Oslo"], { City: "Oslo" }],
    [
      "a profile",
      ["labeledURI: https://www.linkedin.com/in/ann"],
      { "LinkedIn URL": "https://www.linkedin.com/in/ann" },
    ],
  ])("%s", (_, lines, cells) => {
    expect(cellsOf(...lines)).toEqual(cells);
  });
});

describe("C-X1 every entry is a row, or said to be none", () => {
  test("groups, units and changes are named", () => {
    const { rows, notes } = readEntries(
      "version: 1\ndn: dc=x\nobjectClass: dcObject\n\ndn: cn=g\nobjectClass: top\nobjectClass: groupOfNames\n\ndn: cn=a\nobjectClass: person\ncn: A\n\ndn: cn=b\nchangetype: delete\n\ndn: cn=c\nchangetype: modify\nreplace: mail\nmail: x@y.z\n-\n",
    );
    expect(rows.map(({ line }) => line)).toEqual([9]);
    expect(notes).toEqual([
      "Groups, units and the like are no contacts and are left out: lines 2, 5.",
      "Entries that change or delete others are no contacts and are left out: lines 13, 16.",
    ]);
  });

  test("an entry that is not built as one is a row that could not be read, and spoils no other (C-B8)", () => {
    const { rows, refusal } = readEntries("dn: cn=a\ncn: A\n\ndn: cn=b\nnonsense\n\ncn: C\n\ndn: cn=d\ncn: D\n");
    expect(refusal).toBeNull();
    expect(rows.map(({ line, unread }) => [line, unread])).toEqual([
      [1, undefined],
      [4, { text: "dn: cn=b\nnonsense", says: "“nonsense” is no name with a value" }],
      [7, { text: "cn: C", says: "an entry begins with dn:" }],
      [9, undefined],
    ]);
  });

  test("an entry longer than any contact is refused, and a picture of that size is not (C-X4)", () => {
    const long = "A".repeat(17 * 1024 * 1024);
    expect(readEntries(`dn: cn=a\nnote: ${long}\n`, 65_536).refusal).toBe("row_too_long 1");
    expect(readEntries(`dn: cn=a\njpegPhoto:: ${long}\ncn: A\n`, 65_536).rows).toHaveLength(1);
  });
});

test("C-B8 any cutting gives the same rows, refusal and notes, and no bytes throw", () => {
  const parts = [
    "dn: cn=a\n",
    "cn: A",
    "\n",
    "\r\n",
    "\r",
    " ",
    ":",
    "::",
    "# x",
    "mail: a@x.co",
    "ä",
    "objectClass: group\n",
    "-",
    "\n\n",
  ];
  const like = fc.array(fc.constantFrom(...parts), { maxLength: 30 }).map((list) => bytes(list.join("")));
  fc.assert(
    fc.property(fc.oneof(like, fc.uint8Array({ maxLength: 200 })), fc.integer({ min: 1, max: 9 }), (file, piece) => {
      expect(readEntries(file, piece, 16)).toEqual(readEntries(file, undefined, 16));
    }),
    { numRuns: 300 },
  );
});
