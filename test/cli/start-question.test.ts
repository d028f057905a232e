/** What is asked before a plan is started. */
import { expect, test } from "vitest";
import { startQuestion } from "../../src/cli/start-question.ts";
import { NO_OUTCOMES } from "../../src/core/plan/outcome.ts";

test.for([
  ["lines that write", { outcomes: { ...NO_OUTCOMES, created: 2, updated: 1 } }, "Import 3 contacts?"],
  [
    "an account that is told something",
    { outcomes: { ...NO_OUTCOMES, unchanged: 1 }, accounts: { created: 0, changed: 1 } },
    "No contact would change, but accounts would. Import that?",
  ],
  ["every line fails", { outcomes: { ...NO_OUTCOMES, failed: 2 } }, "Every line would fail. Import all the same?"],
  ["nothing", { outcomes: { ...NO_OUTCOMES, unchanged: 1 } }, "Nothing would change. Import all the same?"],
] as const)("%s", ([, tally, question]) => {
  expect(startQuestion({ object: "contacts", ...tally })).toBe(question);
});
