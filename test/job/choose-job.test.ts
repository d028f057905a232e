import { describe, expect, test } from "vitest";
import { chooseJob, type QueuedJob } from "../../src/core/job/choose-job.ts";

/** `1 run large at_work`: workspace, kind, size, state; in the order of asking. */
function queued(text: string): QueuedJob & { readonly text: string } {
  const [workspace, kind, ...rest] = text.split(" ");
  const state = rest.find((word) => word === "at_work" || word === "held") ?? "ready";
  return { text, workspace: Number(workspace), kind, isLarge: rest.includes("large"), state } as never;
}

const CASES: readonly (readonly [says: string, jobs: readonly string[], next: string | null])[] = [
  ["nothing is wanted", [], null],
  ["the oldest goes first", ["1 run", "2 run"], "1 run"],
  ["a workspace that has none at work goes before one that has", ["1 plan at_work", "1 run", "2 run"], "2 run"],
  ["runs and undos of a workspace go one after the other", ["1 run at_work", "1 undo", "1 run"], null],
  ["also while the first of them rests after a fault", ["1 run held", "1 undo", "2 undo"], "2 undo"],
  ["a plan goes beside what writes", ["1 run at_work", "1 undo", "1 plan"], "1 plan"],
  ["two plans go beside each other", ["1 plan at_work", "1 plan"], "1 plan"],
  ["a second large one waits, small ones do not", ["1 run large at_work", "2 run large", "3 run"], "3 run"],
  ["a large one goes beside small ones", ["1 run at_work", "2 run large"], "2 run large"],
  ["in its workspace a large one that waits keeps its place", ["1 run large at_work", "2 run large", "2 undo"], null],
];

describe("which job is next (C-N1)", () => {
  test.each(CASES)("%s", (_, jobs, next) => {
    expect(chooseJob(jobs.map(queued), 1)?.text ?? null).toBe(next);
  });

  test("as many large ones at a time as the workers allow", () => {
    expect(chooseJob(["1 run large at_work", "2 run large"].map(queued), 2)?.text).toBe("2 run large");
  });
});
