/** The feed of tasks: what runs and how far it is, what waits, and what failed with its lines (C-N4). */
import { expect, test } from "vitest";
import { askForRun } from "../../src/app/import/ask-job.ts";
import { type ImportTask, type Task, taskFeed } from "../../src/app/notify/task-feed.ts";
import type { ImportPatch } from "../../src/app/ports.ts";
import { EMPTY_TALLY } from "../../src/core/plan/outcome.ts";
import { workspaces } from "../scenario/story.ts";
import { add, work } from "../support/workflow-story.ts";
import { accepted, type TestWorkspace } from "../support/workspace.ts";

const open = workspaces();
const GOOD = "Name,Email\nAnn Lee,ann@example.com\n";

const feed = async ({ ports, workspace }: TestWorkspace, limit = 50, cursor: string | null = null) =>
  accepted(await taskFeed(ports, workspace, { limit, cursor }));
const importOf = (tasks: readonly Task[]): ImportTask => {
  const found = tasks.find((task) => task.kind === "import");
  if (!found) throw new Error("no import");
  return found;
};

test("an import that has failed lines names the first of them, with where and why but no cell, and where all are (C-N4)", async () => {
  const bench = await open();
  const rows = Array.from({ length: 7 }, (_, at) => `Bob,secret-${at}`);
  const record = await bench.import(`${GOOD}${rows.join("\n")}\n`);
  const task = importOf((await feed(bench)).tasks);
  expect(task).toMatchObject({
    ...{ state: "failed", importState: "done", import: record.id, outcomes: { created: 1, failed: 7 } },
    ...{ path: `/imports/${record.id}`, errors: `/imports/${record.id}/errors.csv`, problems: { email_invalid: 7 } },
  });
  expect(task.first.map(({ line, code, column }) => [line, code, column])).toEqual(
    [3, 4, 5, 6, 7].map((line) => [line, "email_invalid", "Email"]),
  );
  expect(JSON.stringify(task)).not.toContain("secret-");
});

test("an import at work says how far it is, how fast, and how long it will be (C-N2, C-N4)", async () => {
  const bench = await open();
  const { ports, workspace } = bench;
  const record = await bench.import(GOOD);
  const tally = { ...EMPTY_TALLY, outcomes: { ...EMPTY_TALLY.outcomes, created: 300 } };
  const patch: ImportPatch = {
    ...{ state: "running", startedAt: 1_000, finishedAt: null },
    scan: { ...record.scan!, lines: 1_000 },
    progress: { ...record.progress!, tally },
  };
  await ports.store.imports.patch(record, patch);
  const at = { ...ports, now: () => 4_000 };
  const { tasks } = accepted(await taskFeed(at, workspace, { cursor: null, limit: 1 }));
  expect(importOf(tasks)).toMatchObject({
    ...{ state: "running", outcomes: { created: 300 } },
    progress: { done: 300, lines: 1_000, rate: 100, secondsLeft: 7 },
  });
});

test("what waits for somebody, what a workflow does, what is undone and what is to be sent are there, newest import first", async () => {
  const bench = await open();
  await add(bench, "Call", { do: "call_webhook", url: "https://example.com/" });
  const first = await bench.import(GOOD, { workflow: "Call" });
  await work(bench, 1_767_300_000_000);
  const planned = await bench.plan("Email\nbob@example.com\n");
  const before = await feed(bench);
  expect(before.tasks.map(({ kind, state, import: of }) => [kind, state, of])).toEqual([
    ["import", "needs_you", planned.id],
    ["workflow", "done", first.id],
    ["import", "done", first.id],
  ]);
  expect(before.effects).toMatchObject([{ kind: "webhook", state: "queued", count: 1 }]);
  await bench.undo(first);
  const after = await feed(bench);
  expect(after.tasks.map(({ kind, state }) => [kind, state])).toEqual([
    ["import", "needs_you"],
    ["workflow", "cancelled"],
    ["undo", "done"],
    ["import", "done"],
  ]);
  expect(after.effects).toEqual([]);
});

test("what was asked of a worker waits for it, and for no person (C-N1, C-N4)", async () => {
  const bench = await open();
  const { ref } = await bench.plan(GOOD);
  expect(importOf((await feed(bench)).tasks).state).toBe("needs_you");
  accepted(await askForRun(bench.ports, ref, "ann@example.com"));
  expect(importOf((await feed(bench)).tasks).state).toBe("waiting");
});

test("a plan that would change nothing waits for nobody", async () => {
  const bench = await open();
  await bench.import(GOOD);
  await bench.plan(GOOD);
  expect(importOf((await feed(bench)).tasks)).toMatchObject({ state: "done", importState: "planned" });
});

test("a plan that would change nothing because its lines fail, or that tells an account its domain, waits for somebody", async () => {
  const bench = await open();
  await bench.plan("Email,Phone\nno-address,\n");
  expect(importOf((await feed(bench)).tasks)).toMatchObject({ state: "needs_you", importState: "planned" });
  await bench.import("Email,Company\nann@example.com,Acme\nbob@example.com,Acme\n");
  await bench.plan("Email,Company,Domain\nann@example.com,Acme,acme.test\n");
  expect(importOf((await feed(bench)).tasks)).toMatchObject({ state: "needs_you", importState: "planned" });
});

test("pages follow each other with nothing left out, and nothing of another workspace", async () => {
  const bench = await open();
  const ids: string[] = [];
  for (let nth = 0; nth < 5; nth++) ids.unshift((await bench.plan(`${GOOD}${"\n".repeat(nth)}`)).id);
  const seen: string[] = [];
  for (let cursor: string | null = null; ; ) {
    const page = await feed(bench, 2, cursor);
    seen.push(...page.tasks.map((task) => task.import));
    cursor = page.next;
    if (cursor === null) break;
  }
  expect(seen).toEqual(ids);
  const other = { ...bench.workspace, number: 99 };
  expect(accepted(await taskFeed(bench.ports, other, { limit: 9, cursor: null })).tasks).toEqual([]);
  expect(await taskFeed(bench.ports, bench.workspace, { limit: 9, cursor: "x" })).toMatchObject({ ok: false });
});
