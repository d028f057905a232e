/** What holds for every workspace, file and policy: checked on small random ones, where people share keys far too often. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { ImportRequest } from "../../src/app/import/preparing/import-request.ts";
import { type LedgerLine, linesIn } from "../../src/core/plan/outcome.ts";
import type { Problem } from "../../src/core/problem/problem.ts";
import { type TestWorkspace, testWorkspace } from "../support/workspace.ts";

/** Said: that many random cases. Unsaid: a few, the same each time. */
const SAID = process.env.MUSTER_PROPERTY_RUNS;
const OPTIONS = SAID === undefined ? { numRuns: 12, seed: 17, endOnFailure: true } : { numRuns: Number(SAID) };

const cell = (...values: readonly string[]) => fc.constantFrom("", ...values);
const row = fc
  .record({
    external: cell("A1", "B2", "C3"),
    email: cell("ann@example.com", "ANN@example.com", "bob@example.com", "cy@example.com", "broken@"),
    more: cell("bob@example.com", "dee@example.com"),
    phone: cell("+14155550101", "+1 415 555 0102", "(415) 555-0103"),
    name: cell("Ann Lee", "ANN LEE", "Bob Ray", "<clear>"),
    city: cell("Rome", "Oslo", "<clear>"),
    tags: cell("vip", "news;vip", "VIP"),
    colours: cell("Blue", "Green;Blue", "Red"),
    dnt: cell("yes", "no"),
  })
  .map((cells) => Object.values(cells).join(","))
  .filter((line) => /[^,]/.test(line));
/** A line without any key is a new person each time: nothing says that it is not. */
const keyed = row.filter((line) => /A1|B2|C3|example\.com|555/.test(line));
const rows = (most: number, line = row) =>
  fc.array(line, { minLength: 1, maxLength: most }).map((lines) => `${HEADER}\n${lines.join("\n")}\n`);
const HEADER = "External ID,Email,Additional email addresses,Phone,Name,City,Tags,Colours,DNT";

const request = fc
  .record({
    mode: fc.constantFrom("create", "update", "both" as const),
    inFile: fc.constantFrom("fail", "first", "last", "merge", "both"),
    onMatch: fc.constantFrom("update", "update", "skip", "duplicate", "fail"),
    onNoMatch: fc.constantFrom("skip", "fail"),
    emptyCells: fc.constantFrom("keep", "keep", "clear"),
    tags: fc.constantFrom("merge", "replace"),
    match: fc.constantFrom("external_id,email,phone", "email,phone", "phone,email", "email"),
  })
  .map(({ mode, ...keys }): Partial<ImportRequest> => ({ mode, country: "US", set: new Map(Object.entries(keys)) }));

async function prepared(text: string, batchRows: number): Promise<TestWorkspace> {
  const workspace = await testWorkspace({ batchRows });
  await workspace.ports.store.fields.add(workspace.workspace.number, {
    key: "colours",
    label: "Colours",
    type: "multiple_choice",
    options: ["Blue", "Green", "Red"],
    builtin: false,
  });
  await workspace.import(text, { country: "US" });
  return workspace;
}

/** Which of several keys a refusal lists may depend on what was asked for. */
const inShort = ({ problems, ...line }: LedgerLine) => ({
  ...line,
  problems: problems.map(({ code, severity, params }) => [code, severity, params?.other, params?.contacts]),
});

const isMetAgain = ({ code, params }: Problem): boolean =>
  code === "in_file_duplicate" && params?.contact !== undefined;

async function contactsOf(workspace: TestWorkspace) {
  const contacts = await workspace.contacts();
  return contacts.map(({ number, values }) => [number, ...[...values].sort().map(([key, value]) => `${key}=${value}`)]);
}

test("the ledger balances, the plan is what the run does, undo restores, and no batch size matters (C-P2, C-U1, C-X1, C-H3)", async () => {
  await fc.assert(
    fc.asyncProperty(rows(5), rows(7), request, async (before, file, how) => {
      const whole = await prepared(before, 1000);
      const small = await prepared(before, 2);
      try {
        const former = await contactsOf(whole);
        const planned = await whole.lines(await whole.plan(file, how));
        const record = await whole.import(file, how);
        const lines = await whole.lines(record);
        expect(
          linesIn(record.progress?.tally.outcomes ?? { created: -1, updated: 0, unchanged: 0, skipped: 0, failed: 0 }),
        ).toBe(record.scan?.lines);
        expect(lines.map(({ contact: _, ...line }) => line)).toEqual(planned.map(({ contact: _, ...line }) => line));
        const inBatches = await small.import(file, how);
        expect((await small.lines(inBatches)).map(inShort)).toEqual(lines.map(inShort));
        expect(await contactsOf(small)).toEqual(await contactsOf(whole));
        await small.undo(inBatches);
        expect(await contactsOf(small)).toEqual(former);
      } finally {
        await whole.close();
        await small.close();
      }
    }),
    OPTIONS,
  );
}, 600_000);

test("a file whose lines were all accepted writes nothing the second time, whatever was said of its duplicates (C-X3)", async () => {
  const again = fc.record({
    inFile: fc.constantFrom("fail", "first", "last", "merge"),
    emptyCells: fc.constantFrom("keep", "clear"),
    tags: fc.constantFrom("merge", "replace"),
  });
  await fc.assert(
    fc.asyncProperty(rows(2), rows(4, keyed), again, async (before, file, keys) => {
      const how = { country: "US", set: new Map(Object.entries(keys)) };
      const workspace = await prepared(before, 3);
      try {
        const first = await workspace.import(file, how);
        // What a line that gave way says may be written once the others have moved keys away from its contact.
        const lines = await workspace.lines(first);
        fc.pre(!lines.some(({ outcome, problems }) => outcome === "failed" || problems.some(isMetAgain)));
        const contacts = await contactsOf(workspace);
        const second = await workspace.import(file, how);
        expect(await contactsOf(workspace)).toEqual(contacts);
        expect(second.progress?.tally.outcomes).toMatchObject({ created: 0, updated: 0 });
      } finally {
        await workspace.close();
      }
    }),
    OPTIONS,
  );
}, 600_000);
