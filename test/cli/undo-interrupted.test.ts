/** An undo whose process was killed, stood still or was asked to end: the next command goes on with it and says so (C-X2). */
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { undoImport } from "../../src/app/import/undoing/undo-import.ts";
import { detailJson } from "../../src/app/view/import-detail-json.ts";
import { progressJson } from "../../src/app/view/progress-json.ts";
import { linesUndone } from "../../src/app/view/undo-stand.ts";
import { underWayText } from "../../src/cli/under-way.ts";
import { nextLines } from "../../src/cli/words/next-lines.ts";
import { type TestWorkspace, testWorkspace } from "../support/workspace.ts";
import { scene, startMuster, type Workbench } from "./run-muster.ts";

/** Some batches: an undo that goes on has ended long before whoever waits for it gives up. */
const ROWS = 40_000;
const rows = Array.from({ length: ROWS }, (_, at) => `u${at}@example.com,Ann ${at}`);

const imported = scene((bench) => ({
  id: String(bench.json(["import", bench.file("big.csv", `email,full_name\n${rows.join("\n")}\n`), "--yes"]).import),
}));

/** An undo that has begun. */
async function undoing(bench: Workbench): Promise<ReturnType<typeof startMuster>> {
  const undo = startMuster(["undo", "latest", "--yes", "--data", bench.data]);
  // A command that looks takes longer than the undo.
  const database = new DatabaseSync(join(bench.data, "muster.db"), { readOnly: true });
  const state = database.prepare("select state from import order by import_id desc limit 1");
  while (state.get()?.state === "done") await setTimeout(1);
  database.close();
  return undo;
}

test("after kill -9 the history takes it up before it is shown", async () => {
  const bench = imported();
  const undo = await undoing(bench);
  undo.child.kill("SIGKILL");
  await undo.ended;
  const { code, out, err } = bench.run(["imports"]);
  expect(code).toBe(0);
  expect(err).toContain(`The undo of ${bench.id} (big.csv) was cut off: going on with it.`);
  expect(out).toContain("undone");
});

test("Ctrl-C ends it between two batches and says how to go on, and resume does", async () => {
  const bench = imported();
  const undo = await undoing(bench);
  undo.child.kill("SIGSTOP");
  undo.child.kill("SIGINT");
  undo.child.kill("SIGCONT");
  await undo.seen("Go on with");
  const { code, err } = await undo.ended;
  expect([code, err]).toEqual([130, expect.stringContaining(`nothing is lost. Go on with: muster resume ${bench.id}`)]);
  const resumed = bench.run(["resume", bench.id]);
  expect(resumed.out).toContain(`${bench.id} is undone: 40,000 contacts deleted.`);
});

test.each([[""], ["--json"]])("resume %s reports what another process ends while it waits", async (option) => {
  const options = option === "" ? [] : [option];
  const bench = imported();
  const undo = await undoing(bench);
  undo.child.kill("SIGSTOP");
  expect(bench.run(["imports"]).err).toMatch(new RegExp(`${bench.id} is undoing: \\S+:\\d+ works on it\\.`));
  const resume = startMuster(["resume", ...options, "--data", bench.data]);
  await resume.seen("waiting a moment");
  undo.child.kill("SIGCONT");
  const { code, out } = await resume.ended;
  await undo.ended;
  expect(code).toBe(0);
  if (options.length === 0) expect(out).toContain(`${bench.id} is undone: 40,000 contacts deleted.`);
  else expect(JSON.parse(out)).toMatchObject({ import: bench.id, state: "undone", undo: { deleted: ROWS } });
});

let here: TestWorkspace | null = null;
afterEach(async () => {
  await here?.close();
  here = null;
});

test("asked to end, it stops between two batches, and what is left says how to go on", async () => {
  here = await testWorkspace();
  const { ports } = here;
  const record = await here.import(`email,full_name\n${rows.slice(0, 5_000).join("\n")}\n`);
  const ending = new AbortController();
  setImmediate(() => ending.abort());
  const left = await undoImport(ports, record.ref, { only: null, includeEdited: false }, { signal: ending.signal });
  if (!left.ok) throw new Error(left.refusal.message);
  expect(left.value.state).toBe("undoing");
  expect(underWayText(ports, left.value)).toBe("undoing, and nobody works on it");
  // Whoever follows it is told so, at a server and in the pages.
  const { lines, ...progress } = progressJson(left.value, null, 0);
  expect(progress).toMatchObject({ state: "undoing", pass: "undo", total: 5_000 });
  expect(lines).toBe(linesUndone(left.value.undo!.tally));
  const config = { runner: "", sameData: "", sameFolder: "" };
  const next = (width: number) => {
    const terminal = { style: (_: string, text: string) => text, width };
    return nextLines(detailJson(left.value), { config, terminal, isLeft: true } as never);
  };
  expect(next(80)).toContain(`  muster resume ${record.id}  go on where it stopped`);
  // What would be wrapped stands on two lines.
  expect(next(40).slice(-2)).toEqual([`  muster resume ${record.id}`, "      go on where it stopped"]);
});
