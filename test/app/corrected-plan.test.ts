/** A correction of a planned import looks at the lines that it concerns; where others have a word in it, at all of them. */
import { afterEach, describe, expect, test } from "vitest";
import { fixCells } from "../../src/app/import/changing/fix-cells.ts";
import type { FixRequest } from "../../src/app/import/changing/fix-request.ts";
import type { ImportRequest } from "../../src/app/import/preparing/import-request.ts";
import { planImport, runImport } from "../../src/app/import/run-import.ts";
import { CORRECTED_LINES } from "../../src/app/limits.ts";
import type { ImportRecord, Ports } from "../../src/app/ports.ts";
import { accepted, type TestWorkspace, testWorkspace } from "../support/workspace.ts";

let it: TestWorkspace;
afterEach(() => it.close());

const cell = (line: number, column: string, value: string) => ({ line, column, value });
const rule = (column: string, from: string, value: string) => ({ column, from, value });

/** Corrects, and says whether the whole file was looked at for it. */
async function correct(record: ImportRecord, request: Partial<FixRequest>) {
  let scans = 0;
  const { drafts } = it.ports;
  const watched: Ports = {
    ...it.ports,
    drafts: {
      ...drafts,
      scan(settings) {
        scans++;
        return drafts.scan(settings);
      },
    },
  };
  const said = { cells: [], everywhere: [], by: "ann", ...request };
  const fixed = accepted(await fixCells(watched, record.ref, said));
  return { fixed, looked: scans === 0 ? "at its lines" : "at all lines" };
}

/** What the page shows of a plan. */
const shown = async (record: ImportRecord) => ({
  ...{ scan: record.scan, planned: record.planned, readings: record.settings.readings },
  lines: await it.lines(record),
});

const PEOPLE = [
  "Email,Name,Company,Phone,Birthday",
  "ann@example.com,Ann,Acme,+14155550100,13/01/1990",
  "bob@,Bob,Acme,12,14/02/1991",
  "cid@example.com,Cid,Bolt,+14155550102,03/04/1992",
  "cid@example.com,Cy,Bolt,+14155550103,05/06/1993",
  "dan@,Dan,Carbon,+14155550104,",
];
const FILE = `${PEOPLE.join("\n")}\n`;
const FAIL = { set: new Map([["inFile", "fail"]]) };

type Case = {
  readonly what: string;
  readonly request: Partial<FixRequest>;
  readonly said?: Partial<ImportRequest>;
};
const AT_ITS_LINES: readonly Case[] = [
  { what: "an address that could not be read", request: { cells: [cell(3, "Email", "bob@example.com")] } },
  { what: "a name", request: { cells: [cell(2, "Name", "Anna")] } },
  { what: "a number that could not be read", request: { cells: [cell(3, "Phone", "+14155550177")] } },
  { what: "the address of a company's only line", request: { cells: [cell(6, "Email", "dan@example.com")] } },
  { what: "cells of two lines", request: { cells: [cell(2, "Name", "A"), cell(6, "Name", "D")] } },
  { what: "a day that agrees with its column", request: { cells: [cell(5, "Birthday", "15/06/1993")] } },
  { what: "one of two that share an address", request: { cells: [cell(4, "Email", "cy@example.com")] }, said: FAIL },
  { what: "a value wherever it stands", request: { everywhere: [rule("Birthday", "14/02/1991", "15/02/1991")] } },
  { what: "a value that is nowhere", request: { everywhere: [rule("Name", "Zoe", "Zoë")] } },
];
const TWO_OF_ONE = [cell(2, "Email", "x@example.com"), cell(3, "Email", "X@example.com")];
const AT_ALL_LINES: readonly Case[] = [
  { what: "an address that another line has", request: { cells: [cell(3, "Email", "ann@example.com")] }, said: FAIL },
  { what: "a day that speaks against its column", request: { cells: [cell(5, "Birthday", "12/31/1992")] } },
  { what: "the first day that shows something", request: { cells: [cell(4, "Birthday", "15/04/1992")] } },
  { what: "lines that come to share an address", request: { cells: TWO_OF_ONE } },
  { what: "the company that a written line has made", request: { cells: [cell(2, "Company", "Other")] } },
];
const CASES = [
  ...AT_ITS_LINES.map((one) => ({ ...one, looked: "at its lines" })),
  ...AT_ALL_LINES.map((one) => ({ ...one, looked: "at all lines" })),
];

describe("a plan after a correction is what a whole new plan would be", () => {
  test.each(CASES)("of $what, for which it is looked $looked (C-P1, C-P2)", async ({ request, said, looked }) => {
    it = await testWorkspace();
    const planned = await it.plan(FILE, said);
    const corrected = await correct(planned, request);
    expect(corrected.looked).toBe(looked);
    const inPart = await shown(corrected.fixed);
    const whole = accepted(await planImport(it.ports, planned.ref));
    expect(inPart).toEqual(await shown(whole));
  });

  test("whatever was corrected before (C-P1)", async () => {
    it = await testWorkspace();
    const planned = await it.plan(FILE);
    const requests = [
      { cells: [cell(3, "Email", "bob@example.com")] },
      { everywhere: [rule("Name", "Bob", "Bo")] },
      { cells: [cell(3, "Email", "bo@example.com")] },
      { everywhere: [rule("Email", "bo@example.com", "bob@example.org")] },
    ];
    let last = planned;
    for (const request of requests) {
      const { fixed, looked } = await correct(last, request);
      expect(looked).toBe("at its lines");
      last = fixed;
    }
    // That line is no longer alone with what it said before.
    expect((await correct(last, { cells: [cell(6, "Email", "bob@example.com")] })).looked).toBe("at all lines");
    expect(last.planned?.outcomes).toMatchObject({ created: 3, failed: 2 });
  });

  test("also where the workspace has changed since it was made (C-P2)", async () => {
    it = await testWorkspace();
    const planned = await it.plan(FILE);
    await it.import("Email,Name\nann@example.com,Annette\n");
    const { fixed, looked } = await correct(planned, { cells: [cell(3, "Email", "bob@example.com")] });
    expect([looked, fixed.planned?.outcomes.updated]).toEqual(["at all lines", 1]);
  });

  test("and more lines than are planned by themselves are all planned (C-P1)", async () => {
    it = await testWorkspace();
    const rows = Array.from({ length: CORRECTED_LINES + 1 }, (_, at) => `p${at}@example.com,Osloo`);
    const planned = await it.plan(`Email,City\n${rows.join("\n")}\n`);
    const { fixed, looked } = await correct(planned, { everywhere: [rule("City", "Osloo", "Oslo")] });
    expect([looked, fixed.planned?.outcomes.created]).toEqual(["at all lines", rows.length]);
  });
});

test.each([
  ["in quotes", 'a@example.com,"Smith, Ann"', "Smith, Ann", "at its lines"],
  ["behind an apostrophe", "a@example.com,'=Ann", "=Ann", "at its lines"],
  ["with quotes of its own", 'a@example.com,"Ann ""A"" Smith"', 'Ann "A" Smith', "at all lines"],
  ["of other letters", "a@example.com,Zoë", "Zoë", "at its lines"],
])("a value is found everywhere as it is read: %s (C-P1)", async (_how, row, from, looked) => {
  it = await testWorkspace();
  const planned = await it.plan(`Email,Name\n${row}\nb@example.com,Bob\n`);
  const corrected = await correct(planned, { everywhere: [rule("Name", from, "Other")] });
  expect(corrected.looked).toBe(looked);
  const [first] = await correctedNames(corrected.fixed);
  expect(first).toBe("Other");
});

async function correctedNames({ ref }: ImportRecord): Promise<readonly (string | undefined)[]> {
  accepted(await runImport(it.ports, ref));
  return (await it.contacts()).map(({ values }) => values.get("full_name"));
}
