/** Workflows, effects and the worker from the command line, as a person would use them. */
import { expect, test } from "vitest";
import { receiver } from "../support/receiver.ts";
import { jsonLines, startMuster, workbench } from "./run-muster.ts";

const LOCAL = { MUSTER_ALLOWED_ADDRESSES: "127.0.0.1" };
const FILE = "Name,Email\nAnn Lee,ann@example.com\nBob Ray,bob@example.com\n";

const document = (...steps: readonly unknown[]): string => JSON.stringify({ name: "Call", steps });

test("a workflow is added, shown as it was written, changed and removed (C-O1)", () => {
  const bench = workbench();
  const file = bench.file("call.json", document({ do: "wait", for: "48h" }, { do: "add_tag", tag: "x" }));
  expect(bench.run(["workflows", "add", file]).out).toMatch(
    /^Call is kept, with 2 steps\. Use it with: muster import FILE/,
  );
  expect(bench.json(["workflows", "add", file])).toMatchObject({ code: 2, problem: { code: "workflow_exists" } });
  const shown = bench.json(["workflows", "show", "call"]);
  expect(shown).toMatchObject({
    name: "Call",
    steps: [
      { do: "wait", for: "2d" },
      { do: "add_tag", tag: "x" },
    ],
  });
  const [listed] = jsonLines(bench.run(["workflows", "--json"]).out);
  const other = bench.run(["workflows", "change", String(listed?.workflow), "-"], {
    input: JSON.stringify({ name: "Ring", steps: [{ do: "add_tag", tag: "y" }] }),
  });
  expect(other.code).toBe(0);
  expect(bench.run(["workflows"]).out).toMatch(/wfl_\w+ {2}Ring +1/);
  expect(bench.run(["workflows", "remove", "ring"]).code).toBe(0);
  expect(bench.json(["workflows", "show", "ring"])).toMatchObject({ code: 2, problem: { code: "workflow_unknown" } });
  const wrong = bench.json(["workflows", "add", bench.file("w.json", "{")]);
  expect(wrong).toMatchObject({ code: 2, problem: { code: "workflow_invalid", message: "The file is not JSON." } });
});

test("what is held is told, can be sent at once or cancelled, and an undo lists what is out (C-O3, C-U2)", async () => {
  const { got, url } = await receiver();
  const bench = workbench();
  bench.run(["workflows", "add", bench.file("call.json", document({ do: "call_webhook", url: `${url}/secret-path` }))]);
  const people = bench.file("people.csv", FILE);
  const imported = bench.json(["import", people, "--yes", "--workflow", "Call"]);
  expect(imported).toMatchObject({ state: "done", workflow: "Call" });
  const env = LOCAL;
  const startWorker = (): Promise<string> =>
    startMuster(["worker", "--once", "--data", bench.data], env).ended.then(({ out }) => out);
  expect(await startWorker()).toMatch(/2 runs moved on, 0 sent\n +default: 2 webhook calls held until \d{4}-/);
  const held = jsonLines(bench.run(["effects", "list", "--json"]).out);
  expect(bench.run(["effects", "list"]).out).toContain("Call, step 1");
  expect(held.map(({ state, to }) => [state, to])).toEqual([1, 2].map(() => ["queued", new URL(url).host]));
  expect(bench.json(["effects", "cancel", String(held[0]?.effect)])).toMatchObject({ cancelled: 1 });
  expect(bench.json(["effects", "retry", "--import", "latest"])).toMatchObject({ retried: 1 });
  expect(await startWorker()).toMatch(/1 sent/);
  expect(got.map(({ headers }) => headers["webhook-id"])).toEqual([held[1]?.key]);
  expect(bench.json(["effects", "retry", String(held[1]?.effect)])).toMatchObject({
    code: 2,
    problem: { code: "effect_unknown" },
  });
  expect(bench.json(["effects", "retry"])).toMatchObject({ code: 2, problem: { code: "arguments_invalid" } });
  const undone = bench.run(["undo", "latest", "--yes"]);
  expect(undone.out).toMatch(/Sent already, and not to be taken back: 1 mail, post or call/);
  expect(bench.run(["effects", "list"]).out).not.toContain("secret-path");
});

test("a worker that is asked to stop finishes what it sends and ends with 0", async () => {
  const { got, url } = await receiver((_, response) => setTimeout(() => response.end("ok"), 500));
  const bench = workbench();
  bench.run(["workflows", "add", bench.file("call.json", document({ do: "call_webhook", url }))]);
  bench.run(["policy", "set", "effectHold", "none"]);
  bench.run(["import", bench.file("people.csv", FILE), "--yes", "--workflow", "Call"]);
  const worker = startMuster(["worker", "--data", bench.data, "--json"], LOCAL);
  while (got.length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
  worker.child.kill("SIGTERM");
  const { code, out } = await worker.ended;
  expect({ code, ...JSON.parse(out) }).toMatchObject({ code: 0, sent: 2 });
});

test("a setting that is wrong is named, without its value", () => {
  const bench = workbench();
  const refused = bench.run(["worker", "--once"], { env: { MUSTER_WEBHOOK_SECRET: "hunter2" } });
  expect(refused).toMatchObject({ code: 2, out: "" });
  expect(refused.err).toContain("MUSTER_WEBHOOK_SECRET");
  expect(refused.err).not.toContain("hunter2");
});
