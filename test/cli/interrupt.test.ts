/** Ctrl-C and kill -9 in the middle of an import. */
import { expect, test } from "vitest";
import { startMuster, workbench } from "./run-muster.ts";

const ROWS = 150_000;
const rows = Array.from({ length: ROWS }, (_, at) => `u${at}@example.com,Ann ${at}`);
const FILE = `email,full_name\n${rows.join("\n")}\n`;

test("Ctrl-C ends after the batch with 130 and says how to go on; resume does (C-N2)", async () => {
  const bench = workbench();
  const file = bench.file("big.csv", FILE);
  const running = startMuster(["import", file, "--data", bench.data, "--yes", "--progress"]);
  await running.seen("Importing");
  running.child.kill("SIGINT");
  const { code, err } = await running.ended;
  expect(code).toBe(130);
  expect(err).toMatch(/Interrupted after [\d,]+ of 150,000 lines; nothing is lost\. Go on with: muster resume imp_/);
  const stopped = bench.json(["show", "latest"]);
  expect(stopped.state).toBe("interrupted");
  expect(stopped.lines).toBeLessThan(ROWS);
  expect(bench.json(["resume"])).toMatchObject({ state: "done", lines: ROWS, outcomes: { created: ROWS } });
  expect(bench.json(["resume"])).toMatchObject({ code: 2, problem: { code: "nothing_to_resume" } });
});

test("after kill -9 the next command goes on by itself and says so (C-X2)", async () => {
  const bench = workbench();
  const file = bench.file("big.csv", FILE);
  const running = startMuster(["import", file, "--data", bench.data, "--yes", "--progress"]);
  await running.seen("Importing");
  running.child.kill("SIGKILL");
  await running.ended;
  const { code, out, err } = bench.run(["show", "latest", "--json"]);
  expect(code).toBe(0);
  expect(err).toMatch(/The import imp_\w+ \(big\.csv\) was cut off: going on with it\./);
  expect(JSON.parse(out)).toMatchObject({ state: "done", lines: ROWS, outcomes: { created: ROWS } });
});
