/** C-B1: what a property of a card becomes, as the programs that people export from write it. */
import { describe, expect, test } from "vitest";
import { CARD_COLUMNS } from "../../src/core/vcard/card-columns.ts";
import { propose } from "../mapping/propose.ts";
import { cellsOf } from "./read-cards.ts";

type Case = readonly [what: string, lines: readonly string[], cells: Readonly<Record<string, string>>];

const NAMES: readonly Case[] = [
  [
    "name in parts",
    ["N:Doe;John;Q.,Paul;Dr.;Jr.", "FN:Dr. John Doe"],
    {
      "Full name": "Dr. John Doe",
      "First name": "John",
      "Last name": "Doe",
      "Middle name": "Q. Paul",
      "Name prefix": "Dr.",
      "Name suffix": "Jr.",
    },
  ],
  [
    "no FN: put together from N",
    ["N:Doe;John;;Dr.;"],
    { "Full name": "Dr. John Doe", "First name": "John", "Last name": "Doe", "Name prefix": "Dr." },
  ],
  [
    "no FN, in a script that puts the family name first",
    ["N:山田;太郎;;;"],
    { "Full name": "山田 太郎", "First name": "太郎", "Last name": "山田" },
  ],
  ["no N: the parts stay empty", ["FN:John Doe"], { "Full name": "John Doe" }],
  [
    "a person shown under the company's name (Apple)",
    ["N:Doe;Hans;;;", "FN:Acme GmbH", "ORG:Acme GmbH;Sales"],
    {
      "Full name": "Hans Doe",
      "First name": "Hans",
      "Last name": "Doe",
      "Account name": "Acme GmbH",
      Department: "Sales",
    },
  ],
  [
    "a company",
    ["N:;;;;", "FN:Acme\\, Inc.", "ORG:Acme\\, Inc.;"],
    { "Full name": "Acme, Inc.", "Account name": "Acme, Inc." },
  ],
  ["nicknames", ["FN:A", "NICKNAME:Jim,Jimmie"], { "Full name": "A", Nickname: "Jim, Jimmie" }],
];

const NUMBERS: readonly Case[] = [
  [
    "2.1 parameters",
    ["TEL;HOME:1", "TEL;CELL;PREF:2", "TEL;WORK;FAX:3"],
    { Phone: "2", "Additional phone numbers": "1", Fax: "3" },
  ],
  [
    "3.0 parameters",
    ["TEL;TYPE=home:1", 'TEL;TYPE="cell,pref":2', "TEL;type=PAGER:3"],
    { Phone: "2", "Additional phone numbers": "1", Pager: "3" },
  ],
  [
    "4.0 ranks and URIs",
    ["TEL;VALUE=uri;PREF=2:tel:+1-555-1;ext=7", 'TEL;VALUE=uri;PREF=1;TYPE="voice,home":tel:+1-555-2'],
    { Phone: "+1-555-2", "Additional phone numbers": "+1-555-1 ext. 7" },
  ],
  [
    "mail addresses",
    ["EMAIL;TYPE=INTERNET:a@x.co", "item1.EMAIL;type=pref:mailto:b@x.co", "EMAIL:A@x.co"],
    { Email: "b@x.co", "Additional email addresses": "a@x.co, A@x.co" },
  ],
  [
    "labels of the owner's own",
    ["item1.TEL:1", "item1.X-ABLabel:Lake house", "item2.TEL:2", "item2.X-ABLabel:_$!<Mobile>!$_"],
    { Phone: "1", "Additional phone numbers": "2", "Own labels": "Lake house: 1" },
  ],
];

const DATES: readonly Case[] = [
  ["basic", ["BDAY:19800312"], { Birthday: "1980-03-12" }],
  ["extended", ["BDAY;VALUE=date:1980-03-12"], { Birthday: "1980-03-12" }],
  ["with a time", ["BDAY:1980-03-12T00:00:00Z"], { Birthday: "1980-03-12" }],
  ["basic with a time", ["BDAY:19800312T230000Z"], { Birthday: "1980-03-12" }],
  ["without a year", ["BDAY:--0312"], { "Birthday in part": "--0312" }],
  ["without a year (Apple)", ["BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-12"], { "Birthday in part": "--03-12" }],
  ["in words", ["BDAY;VALUE=text:circa 1800"], { "Birthday in part": "circa 1800" }],
  ["in no form of ISO 8601: left to the date reader", ["BDAY:12.03.1980"], { Birthday: "12.03.1980" }],
];

const OTHERS: readonly Case[] = [
  [
    "address",
    ["ADR;TYPE=work:PO 1;Floor 2;5 Main St,Apt 3;Austin;TX;12345;USA"],
    { Street: "5 Main St, Apt 3\nFloor 2\nPO 1", City: "Austin", State: "TX", "Postal code": "12345", Country: "USA" },
  ],
  [
    "the address once more behind its parts (Google)",
    ["ADR:;;1 Main St;Austin;TX;12345;US;1 Main St\\nAustin\\, TX 12345\\nUS"],
    { Street: "1 Main St", City: "Austin", State: "TX", "Postal code": "12345", Country: "US" },
  ],
  [
    "second address",
    ["ADR:;;A 1;B;;;", "ADR;TYPE=pref:;;C 1;D;;;"],
    { Street: "C 1", City: "D", "Other addresses": "A 1, B" },
  ],
  ["printed address where there is no other", ["LABEL:5 Main St\\nAustin"], { Street: "5 Main St\nAustin" }],
  [
    "several organisations and titles",
    ["ORG:A;B;C", "ORG:D", "TITLE:CEO", "TITLE:Owner", "ROLE:Boss"],
    { "Account name": "A", Department: "B, C", "Other organizations": "D", "Job title": "CEO", Role: "Owner\nBoss" },
  ],
  [
    "links",
    ["URL:http\\://a.co", "URL:https://www.linkedin.com/in/ann", "URL:http://b.co"],
    { Website: "http://a.co", "LinkedIn URL": "https://www.linkedin.com/in/ann", "Other links": "http://b.co" },
  ],
  [
    "profiles (Apple)",
    [
      "X-SOCIALPROFILE;type=linkedin;x-user=ann:http://www.linkedin.com/in/ann",
      "X-SOCIALPROFILE;type=twitter;x-user=ann:x-apple:ann",
    ],
    { "LinkedIn URL": "http://www.linkedin.com/in/ann", "Other links": "twitter: ann" },
  ],
  ["categories", ["CATEGORIES:a,b\\,c"], { Tags: 'a, "b,c"' }],
  ["notes", ["NOTE:One\\nTwo\\, three\\; C:\\dir", "NOTE:Four"], { Notes: "One\nTwo, three; C:\\dir\nFour" }],
  ["uid", ["UID:urn:uuid:4fbe8971"], { "External ID": "4fbe8971" }],
  [
    "what has no field is kept",
    [
      "X-SKYPE:ann",
      "IMPP;X-SERVICE-TYPE=Skype:skype:ann",
      "item1.X-ABDATE:2010-05-01",
      "item1.X-ABLabel:_$!<Anniversary>!$_",
    ],
    { "X-SKYPE": "ann", "Instant messaging": "skype:ann", "Date: anniversary": "2010-05-01" },
  ],
  ["what is about the file is not", ["VERSION:3.0", "PRODID:x", "REV:2024"], {}],
  [
    "pictures are left out, their addresses stay",
    ["PHOTO;ENCODING=b:AAAA", "LOGO:data:image/png;base64,AAAA", "PHOTO:https://x.co/a.png"],
    { Photo: "https://x.co/a.png" },
  ],
];

describe.each([
  ["names", NAMES],
  ["e-mail addresses and phones", NUMBERS],
  ["birthdays", DATES],
  ["everything else", OTHERS],
])("C-B1 cards: %s", (_, cases) => {
  test.each(cases)("%s", (_what, lines, cells) => {
    expect(cellsOf(...lines)).toEqual(cells);
  });
});

test("C-D2 columns of cards map to their fields with certainty, the others to none", () => {
  const kept = new Set([
    "Middle name",
    "Name prefix",
    "Name suffix",
    "Nickname",
    "Fax",
    "Pager",
    "Own labels",
    "Department",
  ]);
  for (const other of ["Other organizations", "Role", "Other addresses", "Birthday in part", "Other links"])
    kept.add(other);
  for (const { header, target, confidence } of propose(CARD_COLUMNS, [])) {
    expect([header, target.to, confidence > 0.95]).toEqual([header, kept.has(header) ? "keep" : "field", true]);
  }
});
