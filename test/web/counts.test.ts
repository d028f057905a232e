/** What the pages call what an import's numbers count. */
import { expect, test } from "vitest";
import { addToTally, EMPTY_TALLY, type LedgerLine, NO_OUTCOMES, takeFromTally } from "../../src/core/plan/outcome.ts";
import type { Problem } from "../../src/core/problem/problem.ts";
import { countedAs } from "../../web/import/counted-as.ts";
import { findingGroups } from "../../web/import/finding-groups.ts";
import { importRun as german } from "../../web/words/de/import-run.ts";
import { importCheck } from "../../web/words/en/import-check.ts";
import { importRun } from "../../web/words/en/import-run.ts";
import { imports } from "../../web/words/en/imports.ts";

test.each([
  { created: 3, updated: 0, object: "contacts", says: "Import 3 contacts" },
  { created: 0, updated: 1, object: "accounts", says: "Import 1 account" },
  { created: 4, updated: 1, object: "contacts", says: "Import 5 lines" },
  { created: 0, updated: 2, object: "contacts", says: "Import 2 lines" },
])("$created created and $updated updated: $says", ({ created, updated, object, says }) => {
  const written = created + updated;
  expect(importCheck.go(written, `${written}`, countedAs({ ...NO_OUTCOMES, created, updated }, object))).toBe(says);
});

test("lines of which several are about one contact are not called contacts", () => {
  const made = importRun.made(6, "6", "contacts");
  expect(importRun.ended(7, "7", { object: "lines", made })).toBe("Done: 7 lines imported, 6 contacts created");
  expect(german.ended(7, "7", { object: "lines", made: german.made(6, "6", "contacts") })).toBe(
    "Fertig: 7 Zeilen importiert, 6 Kontakte angelegt",
  );
});

test("one account is one account", () => {
  expect([imports.accountsMade(1, "1"), imports.accountsMade(2, "2")]).toEqual([
    "1 account created",
    "2 accounts created",
  ]);
});

const TOTALS: Problem = { code: "footer_line", severity: "warning" };
const NUMBER: Problem = { code: "number_unreadable", severity: "warning" };
const EMAIL: Problem = { code: "email_invalid", severity: "error" };
const line = (outcome: LedgerLine["outcome"], ...problems: readonly Problem[]): LedgerLine => ({
  ...{ line: 2, offset: 0, outcome, problems, contact: null, match: null, changes: null },
});

test("a warning is not what its line fails for: it stands with the others, unless the line is skipped", () => {
  const failed = line("failed", EMAIL, NUMBER);
  const tally = addToTally(EMPTY_TALLY, [line("created", NUMBER), line("skipped", TOTALS), failed, line("created")]);
  const groups = ({ unwritten = { skipped: {}, failed: {} }, ...rest }: typeof tally) =>
    findingGroups({ ...rest, unwrittenWarnings: unwritten });
  const skipped = { became: "skipped", codes: [["footer_line", 1]] };
  const other = (count: number) => ({ became: "other", codes: [["number_unreadable", count]] });
  expect(groups(tally)).toEqual([{ became: "failed", codes: [["email_invalid", 1]] }, skipped, other(2)]);
  expect(groups(takeFromTally(tally, [failed]))).toEqual([skipped, other(1)]);
});
