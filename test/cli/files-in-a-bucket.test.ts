/** The commands with MUSTER_FILES set: nothing but the place of the files is another. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from "vitest";
import { type Front, type ObjectStorage, objectStorage, troubledFront } from "../support/object-storage.ts";
import { listening, type Ran, startMuster, workbench } from "./run-muster.ts";

const ROWS = 60_000;
const people = (rows: number): string =>
  `email,full_name\n${Array.from({ length: rows }, (_, at) => `u${at}@example.com,Ann ${at}`).join("\n")}\nnobody@,Nobody\n`;

let storage: ObjectStorage;
let front: Front;
let env: Record<string, string>;
let prefixes = 0;
beforeAll(async () => {
  storage = await objectStorage();
  front = await troubledFront(storage.address);
});
afterAll(async () => {
  await front.close();
  await storage.close();
});
beforeEach(() => {
  front.trouble = () => null;
  env = storage.env({ MUSTER_FILES: `s3://contacts/cli-${++prefixes}`, MUSTER_S3_ENDPOINT: front.address });
});

/** The server is in this process: it could not answer a command that is waited for in one go. */
const run = (args: readonly string[], said: Readonly<Record<string, string>> = env): Promise<Ran> => {
  const started = startMuster(args, said);
  void started.seen("never said");
  return started.ended;
};
const stored = async () => (await storage.keys()).filter((key) => key.startsWith(`cli-${prefixes}/`));

test("an import, its lines, its file, its undo and its removal (C-A3, C-Q1)", async () => {
  const bench = workbench();
  const file = bench.file("people.csv", people(500));
  const json = async (...args: readonly string[]) =>
    JSON.parse((await run([...args, "--data", bench.data, "--json"])).out || "null");
  expect(await json("import", file, "--yes")).toMatchObject({ state: "done", outcomes: { created: 500, failed: 1 } });
  expect(await stored()).toEqual([expect.stringMatching(/^cli-\d+\/files\/[0-9a-f]{64}$/)]);
  expect(existsSync(join(bench.data, "files"))).toBe(false);
  const errors = await run(["lines", "latest", "--format", "csv", "--data", bench.data]);
  expect(errors.out).toMatch(/^email,full_name,.*\nnobody@,Nobody,502,/);
  const out = bench.path("again.csv");
  await run(["imports", "file", "latest", "--out", out, "--data", bench.data]);
  expect(readFileSync(out, "utf8")).toBe(people(500));
  expect(await json("import", file, "--yes")).toMatchObject({ outcomes: { created: 0, unchanged: 500 } });
  expect(await stored()).toHaveLength(1);
  const [second, first] = (await run(["imports", "--json", "--data", bench.data])).out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).import);
  expect(await json("undo", first, "--yes")).toMatchObject({ state: "undone" });
  await run(["imports", "remove", first, "--yes", "--data", bench.data]);
  expect(await stored()).toHaveLength(1);
  await run(["imports", "remove", second, "--yes", "--data", bench.data]);
  expect(await stored()).toEqual([]);
});

test("a backup has the files out of the bucket, and a restore puts them into the one that is set (C-U1)", async () => {
  const bench = workbench();
  const archive = bench.path("backup.zip");
  await run(["import", bench.file("people.csv", people(500)), "--yes", "--data", bench.data]);
  const backup = await run(["backup", archive, "--data", bench.data, "--json"]);
  expect(JSON.parse(backup.out)).toMatchObject({ files: 1, missing: 0 });
  const elsewhere = { ...env, MUSTER_FILES: `s3://contacts/cli-${++prefixes}` };
  const to = ["--data", bench.path("restored"), "--json"];
  expect(JSON.parse((await run(["restore", archive, ...to], elsewhere)).out)).toMatchObject({ files: 1 });
  expect(await stored()).toHaveLength(1);
  expect(JSON.parse((await run(["undo", "latest", "--yes", ...to], elsewhere)).out)).toMatchObject({ state: "undone" });
  const inFolder = ["--data", bench.path("folder"), "--json"];
  expect(JSON.parse((await run(["restore", archive, ...inFolder], {})).out)).toMatchObject({ files: 1 });
  expect(JSON.parse((await run(["undo", "latest", "--yes", ...inFolder], {})).out)).toMatchObject({ state: "undone" });
});

test("killed in the middle, it goes on with the next command, and leaves no more than its hold (C-X2)", async () => {
  const bench = workbench();
  const file = bench.file("people.csv", people(ROWS));
  const running = startMuster(["import", file, "--data", bench.data, "--yes", "--progress"], env);
  await running.seen("Importing");
  running.child.kill("SIGKILL");
  await running.ended;
  const shown = await run(["show", "latest", "--json", "--data", bench.data]);
  expect(JSON.parse(shown.out)).toMatchObject({
    state: "done",
    lines: ROWS + 1,
    outcomes: { created: ROWS, failed: 1 },
  });
  expect((await stored()).filter((key) => !key.includes("/tmp/hold-"))).toHaveLength(1);
});

test("storage that stops answering interrupts the import and says what to do; then it goes on (C-X2)", async () => {
  const bench = workbench();
  const file = bench.file("people.csv", people(ROWS));
  let ranges = 0;
  front.trouble = ({ method, path }) =>
    method === "GET" && path.includes("/files/") && ++ranges > 6
      ? { kind: "answer", status: 500, code: "InternalError" }
      : null;
  const failed = await run(["import", file, "--yes", "--data", bench.data]);
  expect(failed.code).toBe(1);
  expect(failed.err).toMatch(/The object storage at http:\/\/\S+ answers 500 InternalError\.\n {2}Wait until/);
  front.trouble = () => null;
  await run(["resume", "--data", bench.data]);
  const shown = await run(["show", "latest", "--json", "--data", bench.data]);
  expect(JSON.parse(shown.out)).toMatchObject({ state: "done", outcomes: { created: ROWS, failed: 1 } });
});

test.each([
  ["MUSTER_FILES", "my-bucket"],
  ["MUSTER_FILES", "s3://UPPER/prefix"],
  ["MUSTER_FILES", "s3://bucket/../other"],
  ["MUSTER_S3_ENDPOINT", "minio:9000"],
  ["MUSTER_S3_ENDPOINT", "http://user:pass@minio:9000"],
  ["AWS_REGION", "somewhere else"],
  ["AWS_ACCESS_KEY_ID", ""],
  ["AWS_SECRET_ACCESS_KEY", ""],
])("a wrong setting is refused by its name before anything is done: %s=%s", async (name, value) => {
  const bench = workbench();
  const ran = await run(["imports", "--data", bench.data], { ...env, [name]: value });
  expect([ran.code, ran.err.startsWith(`muster: ${name} is not set`)]).toEqual([2, true]);
  expect(existsSync(bench.data)).toBe(false);
});

test("a server says at its start that its bucket is not there, and serves all the same", async () => {
  const bench = workbench();
  front.trouble = () => ({ kind: "answer", status: 404, code: "NoSuchBucket" });
  const serving = startMuster(["serve", "--port", "0", "--workers", "0", "--data", bench.data], env);
  let said = "";
  for (const stream of [serving.child.stdout, serving.child.stderr])
    stream.on("data", (text) => {
      said += String(text);
    });
  expect((await fetch(`${await listening(serving)}/healthz`)).status).toBe(200);
  await expect.poll(() => said).toContain("there is no bucket contacts (MUSTER_FILES)");
  serving.child.kill();
  await serving.ended;
});

test("a bucket, and a key, that are wrong are said, and no secret is", async () => {
  const bench = workbench();
  const file = bench.file("people.csv", people(5));
  onTestFinished(() => {
    front.trouble = () => null;
  });
  for (const [code, says] of [
    ["NoSuchBucket", "there is no bucket contacts (MUSTER_FILES)"],
    ["SignatureDoesNotMatch", "AWS_SECRET_ACCESS_KEY does not belong to AWS_ACCESS_KEY_ID"],
  ] as const) {
    front.trouble = () => ({ kind: "answer", status: code === "NoSuchBucket" ? 404 : 403, code });
    const ran = await run(["import", file, "--yes", "--data", bench.data], { ...env, MUSTER_DEBUG: "1" });
    expect(ran.err).toContain(says);
    expect(ran.err).toContain("docs/object-storage.md");
    expect(ran.err + ran.out).not.toContain(env.AWS_SECRET_ACCESS_KEY);
    expect(ran.code).toBe(1);
  }
});
