/** `backup` and `restore`: the data folder in one archive, taken while it is in use, and checked before it is used again. */
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { muster, startMuster, workbench } from "./run-muster.ts";

const people = (rows: number): string =>
  `email,full_name\n${Array.from({ length: rows }, (_, at) => `u${at}@example.com,Ann ${at}`).join("\n")}\n`;

test("a backup that is restored elsewhere has the contacts, ledgers and files, and can be undone", () => {
  const bench = workbench();
  const done = bench.json(["import", bench.file("people.csv", people(100)), "--yes"]);
  const receipt = bench.file("receipt.json", bench.run(["receipt", "latest"]).out);
  const archive = bench.path("backup.zip");
  expect(bench.json(["backup", archive])).toMatchObject({ code: 0, files: 1, missing: 0 });
  expect(readdirSync(join(bench.data, "tmp"))).toEqual([]);
  const to = ["--data", bench.path("restored"), "--json"];
  expect(JSON.parse(muster(["restore", archive, ...to]).out)).toMatchObject({ files: 1 });
  expect(JSON.parse(muster(["verify", receipt, ...to]).out)).toMatchObject({ verified: true });
  expect(JSON.parse(muster(["undo", String(done.import), "--yes", ...to]).out)).toMatchObject({ state: "undone" });
  expect(JSON.parse(muster(["restore", archive, ...to]).out)).toMatchObject({ problem: { code: "data_folder_used" } });
  expect(bench.json(["show", "latest"])).toMatchObject({ state: "done" });
});

test("taken while an import runs, it is of one moment: the restored import goes on and ends as it should", async () => {
  const rows = 100_000;
  const bench = workbench();
  const file = bench.file("big.csv", people(rows));
  const running = startMuster(["import", file, "--data", bench.data, "--yes", "--progress"]);
  await running.seen("Importing");
  const archive = bench.path("backup.zip");
  expect(bench.run(["backup", archive]).code).toBe(0);
  running.child.kill("SIGKILL");
  await running.ended;
  rmSync(bench.data, { recursive: true });
  expect(bench.run(["restore", archive]).code).toBe(0);
  expect(bench.json(["show", "latest"])).toMatchObject({ state: "done", lines: rows, outcomes: { created: rows } });
});

test("a backup that is cut, changed or none at all is refused, and leaves no database", () => {
  const bench = workbench();
  bench.json(["import", bench.file("people.csv", people(500)), "--yes"]);
  const archive = bench.path("backup.zip");
  bench.run(["backup", archive]);
  const whole = readFileSync(archive);
  const spoilt = bench.path("spoilt.zip");
  const restore = () => {
    const ran = muster(["restore", spoilt, "--data", bench.path("restored"), "--json"]);
    expect(existsSync(bench.path("restored/muster.db"))).toBe(false);
    return [ran.code, JSON.parse(ran.out).problem.code];
  };
  for (const length of [0, 10, whole.length >> 1, whole.length - 1]) {
    writeFileSync(spoilt, whole.subarray(0, length));
    expect(restore()).toEqual([2, "backup_unreadable"]);
  }
  const changed = Buffer.from(whole);
  changed[whole.length >> 1] = (changed[whole.length >> 1] ?? 0) ^ 0xff;
  writeFileSync(spoilt, changed);
  expect(restore()).toEqual([2, "backup_unreadable"]);
  copyFileSync(bench.path("people.csv"), spoilt);
  expect(restore()).toEqual([2, "backup_unreadable"]);
  writeFileSync(spoilt, whole);
  expect(muster(["restore", spoilt, "--data", bench.path("restored")]).code).toBe(0);
});
