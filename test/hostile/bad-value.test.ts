/** Values and headers that try something: they are text, are kept letter by letter, and nothing else happens. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { csvLine } from "../../src/core/tabular/rows/csv-line.ts";
import { type TestWorkspace, testWorkspace } from "../support/workspace.ts";

let mine: TestWorkspace;
beforeEach(async () => {
  mine = await testWorkspace();
});
afterEach(() => mine.close());

const TRICKS: readonly string[] = [
  "'); drop table contact; --",
  "' or '1'='1",
  '"; delete from import; --',
  "=cmd|' /C calc'!A0",
  '@SUM(1+1)*cmd|"x"',
  "+1+1",
  "-2+3",
  "<script>alert(1)</script>",
  "{{7*7}} $(id) %s %n",
  "../../../etc/passwd",
  "__proto__",
  "constructor",
  "😀 é 中 𝔘",
  "a".repeat(5_000),
  `${"a".repeat(2_000)}!`,
];
/** Of a job title they say that there is none; nothing that a program reads them as. */
const NO_VALUES: readonly string[] = ["null", "\\N"];

describe("headers that mean something to a program", () => {
  const headers = ["email", "__proto__", "constructor", "", "toString", "Gadget", "Gadget", "hasOwnProperty", "'; --"];
  const cells = ["ann@example.com", "p", "c", "e", "t", "n1", "n2", "h", "s"];
  const text = `${csvLine(headers)}\n${csvLine(cells)}\n`;

  test("each column's value is kept, also where a header is empty or stands twice", async () => {
    await mine.import(text);
    const [contact] = await mine.contacts();
    const kept = [...(contact?.values ?? [])].filter(([key]) => key.startsWith("kept:"));
    expect(kept.map(([, value]) => value).sort()).toEqual([...cells.slice(1)].sort());
    expect(contact?.values.get("kept:__proto__")).toBe("p");
    expect(({} as Record<string, unknown>).p).toBeUndefined();
  });

  test("the same file again writes nothing, and undo leaves nothing", async () => {
    const record = await mine.import(text);
    const again = await mine.import(text);
    expect(again.progress?.tally.outcomes).toMatchObject({ unchanged: 1 });
    const changed = await mine.import(text.replace(",p,", ",other,"));
    expect(changed.progress?.tally.outcomes).toMatchObject({ updated: 1 });
    await mine.undo(changed);
    expect((await mine.contacts())[0]?.values.get("kept:__proto__")).toBe("p");
    await mine.undo(record);
    expect(await mine.contacts()).toEqual([]);
  });
});

describe("values that try something", () => {
  test("are kept letter by letter in texts, custom data and tags", async () => {
    const texts = [...TRICKS, ...NO_VALUES];
    const rows = texts.map((trick, at) => csvLine([`p${at}@example.com`, trick, trick, `vip`]));
    const record = await mine.import(`email,job_title,Shoe size,tags\n${rows.join("\n")}\n`);
    expect(record.progress?.tally.outcomes).toMatchObject({ created: texts.length, failed: 0 });
    const contacts = await mine.contacts();
    const titles = contacts.map(({ values }) => values.get("job_title"));
    expect(titles).toEqual([...TRICKS, ...NO_VALUES.map(() => undefined)]);
    // Twice in a row, \N is what databases write for nothing.
    const sizes = contacts.map(({ values }) => values.get("kept:Shoe size"));
    expect(sizes).toEqual(texts.map((text) => (text === "\\N" ? undefined : text)));
  });

  test("are found by search and filter as text", async () => {
    const rows = TRICKS.map((trick, at) => csvLine([`p${at}@example.com`, trick]));
    await mine.import(`email,account_name\n${rows.join("\n")}\n`);
    for (const value of TRICKS) {
      const filters = [{ field: "account_name", op: "is" as const, value, list: false }];
      const page = { search: null, filters, after: 0, limit: 100 };
      const found = await mine.ports.store.contacts.list(mine.workspace.number, page);
      expect(found.map(({ values }) => values.get("account_name"))).toEqual([value]);
    }
  });

  test("terminal escapes do not survive in a contact", async () => {
    await mine.import("email,full_name,Shoe size\nann@example.com,\u001b[31mAnn\u001b[0m\u0007,\u001b]0;owned\u0007\n");
    const [contact] = await mine.contacts();
    for (const value of contact?.values.values() ?? [])
      expect(value).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
  });

  const SLOW = [
    `${"a".repeat(50_000)}@`,
    `${"a.".repeat(25_000)}@${"b.".repeat(25_000)}`,
    "1".repeat(100_000),
    `${"1,".repeat(50_000)}x`,
    `${" ".repeat(100_000)}x`,
    `${"(".repeat(50_000)}4155550100`,
    `https://${"a-".repeat(30_000)}.com`,
    `${"2020-".repeat(20_000)}`,
    `${"<".repeat(50_000)}${">".repeat(50_000)}`,
    `"${'""'.repeat(50_000)}`.slice(1),
  ];
  const FIELDS = [
    "email",
    "additional_emails",
    "phone",
    "additional_phones",
    "linkedin_url",
    "website",
    "birthday",
    "full_name",
    "tags",
    "country",
    "do_not_touch",
    "phone_intent_score",
    "owner",
    "followers",
    "notes",
    "street",
  ];

  test("no value keeps the reader of any field busy for long", async () => {
    for (const field of FIELDS) {
      const header = field === "email" ? [field] : [field, "email"];
      const rows = SLOW.map((value, at) => csvLine([value, `p${at}@example.com`].slice(0, header.length)));
      const record = await mine.import(`${header.join(",")}\n${rows.join("\n")}\n`, {
        map: header.map((name, at) => `#${at + 1}=${name}`),
        country: "US",
        dialect: { delimiter: ",", header: true },
      });
      expect(record.scan?.lines, field).toBe(SLOW.length);
    }
  });
});
