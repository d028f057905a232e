/** Exports: what the file looks like, and that importing it again changes nothing. */
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { type ExportRequest, exportCsv, exportRows } from "../../src/app/export/export-contacts.ts";
import { openWorkspace } from "../../src/app/workspace/open-workspace.ts";
import type { Field, FieldType } from "../../src/core/contact/field.ts";
import { csvLine } from "../../src/core/tabular/rows/csv-line.ts";
import { accepted, type TestOptions, type TestWorkspace, testWorkspace } from "../support/workspace.ts";

const open: TestWorkspace[] = [];
afterEach(async () => {
  for (const test of open.splice(0)) await test.close();
});

async function workspace(options: TestOptions = {}): Promise<TestWorkspace> {
  const made = await testWorkspace(options);
  open.push(made);
  return made;
}

const ALL: ExportRequest = { search: null, filters: [], fields: null };

async function exported(test: TestWorkspace, request: Partial<ExportRequest> = {}): Promise<string> {
  const current = accepted(await openWorkspace(test.ports, "default"));
  const pieces: string[] = [];
  const pages = accepted(await exportRows(test.ports, current, { ...ALL, ...request }));
  for await (const piece of exportCsv(current, pages)) pieces.push(piece.text);
  return pieces.join("");
}

const own = (key: string, type: FieldType, options?: readonly string[]): Field => ({
  key,
  label: key,
  type,
  builtin: false,
  ...(options ? { options } : {}),
});

async function addFields(test: TestWorkspace, fields: readonly Field[]): Promise<void> {
  for (const field of fields) accepted(await test.ports.store.fields.add(test.workspace.number, field));
}

describe("an export", () => {
  test("starts with the record id under the preset's header, then the fields in use, with a byte order mark and CRLF (C-C2)", async () => {
    const it = await workspace({ preset: "simple-crm" });
    await it.import("email,company_name,tags\nann@example.com,Acme,vip;new\n");
    const [head = "", row = "", end] = (await exported(it)).split("\r\n");
    expect(head).toBe("\ufeffContact ID,email,company_name,tags");
    expect(row).toMatch(/^con_[0-9a-z]{10},ann@example\.com,Acme,vip; new$/);
    expect(end).toBe("");
  });

  test("holds no cell that a spreadsheet would run (C-C3)", async () => {
    const it = await workspace();
    await it.import(`email,notes,=cmd|x\nann@example.com,"=HYPERLINK(""http://evil"")",@SUM(1)\n`);
    const text = await exported(it);
    expect(text).toContain(`'=cmd|x`);
    expect(text).toContain(`"'=HYPERLINK(""http://evil"")"`);
    expect(text).toContain("'@SUM(1)");
    expect(text).not.toMatch(/(^|,)"?[=+@-]/m);
  });

  test("holds only the contacts and fields that were asked for, custom data too", async () => {
    const it = await workspace();
    await it.import("email,city,Shoe size\nann@example.com,Paris,38\nbob@example.com,Rome,44\n");
    const text = await exported(it, { filters: ["city=paris"], fields: ["kept:Shoe size", "E-mail"] });
    expect(text.split("\r\n").map((line) => line.replace(/con_\w+/, "ID"))).toEqual([
      "\ufeffContact ID,Shoe size,Email",
      "ID,38,ann@example.com",
      "",
    ]);
  });

  test("refuses a field that there is not, naming those near to it", async () => {
    const it = await workspace();
    const refused = await exportRows(it.ports, it.workspace, { ...ALL, fields: ["emal"] });
    expect(refused).toMatchObject({ ok: false, refusal: { code: "field_unknown" } });
    expect(refused.ok ? "" : refused.refusal.message).toContain("email");
  });

  test("uses a delimiter that the workspace takes back", async () => {
    const it = await workspace({ policy: { delimiters: ["|", ";"] } });
    await it.import("email|city\nann@example.com|Paris\n");
    expect(await exported(it)).toContain("Contact ID|Email|City");
  });

  test("of more contacts than a page holds has each of them once", async () => {
    const it = await workspace();
    const rows = Array.from({ length: 2500 }, (_, at) => `p${at}@example.com`);
    await it.import(`email\n${rows.join("\n")}\n`);
    const lines = (await exported(it)).split("\r\n").slice(1, -1);
    expect(new Set(lines.map((line) => line.split(",")[1]))).toEqual(new Set(rows));
    expect(lines).toHaveLength(2500);
  });
});

/** Columns of the round trip: header, and what its cells may be. */
const hostile = fc.oneof(
  fc.constantFrom(
    ...["=1+1", "+1", "-2", "@x", "'=1", "''=2", "'tis", "007", "1e5", "1.234", "a,b", "a;b", 'say "hi"', '"quoted"'],
    ...[
      "two\nlines",
      "two\r\nlines",
      "tab\there",
      " padded ",
      "😀 👩‍👩‍👧",
      "é",
      "e\u0301",
      '["a"]',
      "[x]",
      "a ::: b",
      "NULL",
    ],
    ...["\u00a0=1", "\uff1d1", "\\", "a\\", "<b>", "#REF", "0", "true", "con_1", "sep=;", "﻿bom", "a|b", "-", "=", "'"],
  ),
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc.string({ unit: "binary-ascii", maxLength: 6 }),
);
const blank = fc.constant("");
const some = <T>(values: readonly T[]) => fc.constantFrom(...values);

const COLUMNS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  external_id: fc.oneof(blank, hostile),
  first_name: hostile,
  last_name: fc.oneof(blank, hostile),
  additional_emails: some(["", "x@example.com", "=y@example.com"]),
  phone: some(["", "+14155550100", "(415) 555-0100 ext 12", "+442079460000"]),
  additional_phones: some(["", "+14155550101;ext=4", "+14155550101, +14155550102 x3"]),
  job_title: hostile,
  account_name: hostile,
  birthday: some(["", "1990-02-01", "March 4, 1980"]),
  street: hostile,
  country: some(["", "US", "Germany"]),
  tags: fc.oneof(hostile, some(["vip, new", "=a; b", '"x, y"; z', '["p, q","r"]'])),
  owner: some(["", "Ann Lee", "ann@example.com"]),
  followers: some(["", "Ann Lee, bob@example.com"]),
  notes: hostile,
  do_not_touch: some(["", "yes", "no"]),
  phone_intent_score: some(["", "1.234", "-0.5", "12345678901234567890.5"]),
  Amount: some(["", "1,234.50", "-1", "0.001", "1.234"]),
  When: some(["", "2024-12-31", "0044-01-02"]),
  Plan: some(["", "Gold", "=Silver", "A, B"]),
  Likes: some(["", "St. Louis, MO", "+Tea; St. Louis, MO", "Tea"]),
  Words: hostile,
  Story: hostile,
  "=Kept": hostile,
  "Kept, too": hostile,
  "Email address 9 of boss": hostile,
};

const OWN = [
  own("amount", "money"),
  own("when", "date"),
  own("plan", "single_choice", ["Gold", "=Silver", "A, B"]),
  own("likes", "multiple_choice", ["Tea", "+Tea", "St. Louis, MO"]),
  own("words", "text_list"),
  own("story", "long_text"),
];

const PERSON =
  "account_name,account_id,account_domain,email,first_name,last_name,phone,linkedin_url,tags\n" +
  '"=Acme, Inc.",007,acme.com,ann@acme.com,Ann,Lee,+14155550100,https://www.linkedin.com/in/ann,"vip,new"\n';

describe("an export imported again", () => {
  test.each([
    ["muster", "update"],
    ["receivables", "both"],
    ["simple-crm", "both"],
    ["agency-crm", "update"],
    ["prospecting", "update"],
  ] as const)("under %s in the mode %s writes only what was edited (C-C2)", async (preset, mode) => {
    const it = await workspace({ preset, policy: { enabled: true, unmappedAccepted: true } });
    await it.import(PERSON, { disclaimerAccepted: true });
    const file = await exported(it);
    const same = await it.import(file, { mode, disclaimerAccepted: true });
    expect(same.progress?.tally).toMatchObject({ outcomes: { unchanged: 1 }, problems: {}, warnings: {} });
    const edited = await it.import(file.replace(/,Lee,/, ",Ray,"), { mode, disclaimerAccepted: true });
    expect((await it.lines(edited)).map(({ outcome, changes }) => [outcome, changes])).toEqual([
      ["updated", { last_name: ["Lee", "Ray"] }],
    ]);
  });

  test("maps kept columns back although they are called like fields", async () => {
    const it = await workspace();
    // The second company column is kept under its own name, which names the field too.
    const first = "email,Company,Organization\nann@example.com,,Lee Ltd\nbob@example.com,Acme,\n";
    await it.import(first, { map: ["Organization=keep"] });
    const again = await it.import(await exported(it, { fields: ["kept:Organization", "email"] }), { mode: "update" });
    expect(again.progress?.tally.outcomes).toMatchObject({ unchanged: 2, updated: 0 });
  });

  test.each([
    ["muster", 6],
    ["simple-crm", 2],
    ["agency-crm", 2],
  ])("changes nothing under %s, whatever the values (C-C3)", async (preset, numRuns) => {
    const headers = ["email", ...Object.keys(COLUMNS)];
    const rows = fc.array(fc.tuple(...Object.values(COLUMNS)), { minLength: 1, maxLength: 30 });
    const policy = { unknownColumns: "keep", defaultCountry: "US", onMatch: "update" } as const;
    await fc.assert(
      fc.asyncProperty(rows, async (values) => {
        const it = await testWorkspace({ preset, policy });
        try {
          await addFields(it, OWN);
          // One address, one number and one id each: the rows are different people.
          const lines = values.map((cells, at) =>
            csvLine([
              `p${at}@example.com`,
              ...cells.map((cell, column) =>
                column === 0 && cell.trim() !== "" ? `${cell}${at}` : column >= 3 && column <= 5 && at > 0 ? "" : cell,
              ),
            ]),
          );
          await it.import(`${csvLine(headers)}\r\n${lines.join("\r\n")}\r\n`, {
            dialect: { header: true, delimiter: ",", encoding: "utf-8" },
            disclaimerAccepted: true,
            set: new Map([["inFile", "both"]]),
          });
          const before = await it.contacts();
          const again = await it.import(await exported(it), { disclaimerAccepted: true });
          expect(again.progress?.tally).toEqual({
            outcomes: { created: 0, updated: 0, unchanged: before.length, skipped: 0, failed: 0 },
            problems: {},
            warnings: {},
          });
          expect((await it.contacts()).map(({ values }) => values)).toEqual(before.map(({ values }) => values));
        } finally {
          await it.close();
        }
      }),
      { numRuns },
    );
  });
});
