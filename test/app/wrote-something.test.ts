/** Which import `latest` is where it is to be undone. */
import { expect, test } from "vitest";
import { wroteSomething } from "../../src/app/import/undoing/nothing-to-undo.ts";
import { NO_OUTCOMES } from "../../src/core/plan/outcome.ts";

test.for([
  ["a plan", { state: "planned", outcomes: { ...NO_OUTCOMES, created: 3 } }, false],
  ["one that is being written", { state: "running", outcomes: NO_OUTCOMES }, true],
  ["one that changed nothing", { state: "done", outcomes: { ...NO_OUTCOMES, unchanged: 3 } }, false],
  [
    "one that changed an account alone",
    { state: "done", outcomes: NO_OUTCOMES, accounts: { created: 0, changed: 1 } },
    true,
  ],
  ["one that was taken back", { state: "undone", outcomes: { ...NO_OUTCOMES, created: 3 } }, true],
] as const)("%s", ([, written, expected]) => {
  expect(wroteSomething(written)).toBe(expected);
});
