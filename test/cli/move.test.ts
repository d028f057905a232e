/** `muster move`: from a data folder to PostgreSQL and back, as its user does it. */
import { readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { newHolder } from "../../src/jobs/holder.ts";
import { openTableCopy as openPostgres } from "../../src/store/postgres/table-copy.ts";
import { newDatabase } from "../support/postgres-database.ts";
import { listening, muster, startMuster, workbench } from "./run-muster.ts";

const EXAMPLE = fileURLToPath(new URL("../../examples/contacts.csv", import.meta.url));

async function emptyDatabase(): Promise<{ readonly DATABASE_URL: string }> {
  const { url, drop } = await newDatabase();
  onTestFinished(drop);
  return { DATABASE_URL: url };
}

/** What people see of the data, whatever database it is in. */
function seen(data: string, env: Readonly<Record<string, string>> = {}) {
  const told = (...args: readonly string[]) => ({ args, ...muster([...args, "--data", data], { env }) });
  const newest = JSON.parse(told("imports", "--json").out.split("\n")[0] ?? "");
  return [
    told("contacts", "--limit", "5", "--json"),
    told("contacts", "--search", "ann", "--json"),
    told("export", "contacts"),
    told("export", "accounts"),
    told("imports", "--json"),
    told("members", "--json"),
    told("policy", "--json"),
    told("lines", newest.import, "--json"),
    told("receipt", newest.import),
  ];
}

test("everything goes to PostgreSQL, is worked with there, and comes back (C-X8)", async () => {
  const bench = workbench();
  const env = await emptyDatabase();
  bench.run(["members", "add", "ann@example.com", "--name", "Ann", "--role", "editor"]);
  bench.run(["policy", "set", "keepFiles", "90d"]);
  const moving = String(bench.json(["import", EXAMPLE, "--yes"]).import);
  const before = seen(bench.data);
  expect(before.map(({ args, code }) => [args, code])).toEqual(before.map(({ args }) => [args, 0]));

  const moved = bench.run(["move", "--to", env.DATABASE_URL]);
  const told = moved.err.split("\n").filter((line) => line !== "");
  expect(new Set(told.map((line) => line.split(":")[0])).size).toBe(told.length);
  expect(moved.err + moved.out).not.toContain(`:${new URL(env.DATABASE_URL).password}@`);
  expect([moved.code, moved.out]).toEqual([0, expect.stringContaining("each compared with what it was copied from")]);
  expect(seen(bench.data, env)).toEqual(before);

  // The stored file is there too: the import is taken back, and put in again.
  expect(bench.run(["undo", moving, "--yes"], { env }).code).toBe(0);
  expect(bench.run(["contacts", "--json"], { env }).out).toBe("");
  expect(bench.run(["import", EXAMPLE, "--yes", "--json"], { env }).out).toContain('"state":"done"');
  const after = seen(bench.data, env);

  const back = bench.path("back");
  expect(bench.run(["move", "--to", back, "--json"], { env }).code).toBe(0);
  expect(seen(back)).toEqual(after);
  // What it was copied from is as it was.
  expect(seen(bench.data)).toEqual(before);
});

test("a place that holds something is refused, and one that is half filled is no database yet", async () => {
  const bench = workbench();
  const env = await emptyDatabase();
  bench.run(["import", bench.file("a.csv", "email\na@x.test\n"), "--yes"]);
  bench.run(["import", bench.file("b.csv", "email\nb@x.test\n"), "--yes"], { env });
  const used = bench.run(["move", "--to", env.DATABASE_URL]);
  expect([used.code, used.err]).toEqual([2, expect.stringContaining("There are workspaces in it already")]);
  expect(bench.run(["contacts"], { env }).out).toContain("b@x.test");

  const other = await emptyDatabase();
  const half = await openPostgres(other.DATABASE_URL, 2);
  await half.beginMove("somebody else's");
  await half.close();
  const unready = bench.run(["contacts"], { env: other });
  expect([unready.code, unready.err]).toEqual([2, expect.stringContaining("half way through being filled")]);
  const taken = bench.run(["move", "--to", other.DATABASE_URL]);
  expect([taken.code, taken.err]).toEqual([2, expect.stringContaining("from somewhere else")]);
});

test("a move that was cut off goes on where it was", async () => {
  const bench = workbench();
  const env = await emptyDatabase();
  const people = Array.from({ length: 30_000 }, (_, at) => `Ann ${at},ann${at}@example.com`);
  bench.run(["import", bench.file("people.csv", `Name,Email\n${people.join("\n")}\n`), "--yes"]);
  const before = bench.run(["export", "contacts"]).out;
  for (let kills = 0; kills < 3; kills++) {
    const { child, ended, seen: saw } = startMuster(["move", "--to", env.DATABASE_URL, "--data", bench.data]);
    await saw(["contact:", "contact_key:", "ledger_block:"][kills] ?? "");
    child.kill("SIGKILL");
    await ended;
  }
  expect(bench.run(["move", "--to", env.DATABASE_URL]).code).toBe(0);
  expect(bench.run(["export", "contacts"], { env }).out).toBe(before);
  expect(readFileSync(bench.path("people.csv"), "utf8").split("\n").length).toBe(30_002);
});

test("what stays in the data folder is named, with what still needs it", async () => {
  const bench = workbench();
  const env = await emptyDatabase();
  const bad = String(bench.json(["import", bench.file("a.csv", "email\na@x.test\nnone\n"), "--yes"]).import);
  const moved = bench.run(["move", "--to", env.DATABASE_URL]);
  expect([moved.code, moved.out]).toEqual([0, expect.stringContaining(`1 stored file stays in ${bench.data}`)]);
  expect(moved.out).toContain(`MUSTER_DATA=${bench.data}`);
  const withErrors = (data: string) =>
    muster(["lines", bad, "--outcome", "failed", "--format", "csv", "--data", data], { env });
  expect(withErrors(bench.data)).toMatchObject({ code: 0, out: expect.stringContaining("none") });
  expect(withErrors(bench.path("another")).err).toContain("is gone");

  const again = bench.run(["move", "--to", (await emptyDatabase()).DATABASE_URL, "--json"]);
  expect(JSON.parse(again.out)).toMatchObject({ files: 0, staying: { files: 1, folder: bench.data } });
  const back = bench.run(["move", "--to", bench.path("back"), "--json"], { env });
  expect(JSON.parse(back.out)).toMatchObject({ files: 1, staying: null });
});

test("servers elsewhere that are connected to the database are said", async () => {
  const bench = workbench();
  const env = await emptyDatabase();
  bench.run(["import", bench.file("a.csv", "email\na@x.test\n"), "--yes"], { env });
  const alone = bench.run(["move", "--to", bench.path("alone")], { env });
  expect(alone).toMatchObject({ code: 0, err: expect.not.stringContaining("Other processes") });
  const worker = startMuster(["worker", "--data", bench.path("elsewhere")], env);
  await worker.seen("Working.");
  const moved = bench.run(["move", "--to", bench.path("moved")], { env });
  expect([moved.code, moved.err]).toEqual([0, expect.stringContaining("Other processes of Muster work with the data")]);
  worker.child.kill("SIGTERM");
  await worker.ended;
});

test("no server or worker begins while the data is moved, and a folder may be moved into where it is the default one", async () => {
  const bench = workbench();
  const env = await emptyDatabase();
  bench.run(["import", bench.file("a.csv", "email\na@x.test\n"), "--yes"], { env });
  expect(bench.run(["move", "--to", bench.data], { env }).code).toBe(0);
  expect(bench.run(["contacts"]).out).toContain("a@x.test");
  const note = { command: "muster move", holder: newHolder(), database: "embedded" };
  writeFileSync(join(bench.data, "at-work", "moving"), JSON.stringify(note));
  for (const command of [
    ["serve", "--port", "0"],
    ["worker", "--once"],
  ]) {
    const told = bench.run(command);
    expect([told.code, told.err]).toEqual([2, expect.stringContaining("muster move is copying the data")]);
  }
});

test("nothing is moved while a server or worker has the data, and a dead one is in nobody's way", async () => {
  const bench = workbench();
  bench.run(["import", bench.file("a.csv", "email\na@x.test\n"), "--yes"]);
  const env = await emptyDatabase();
  const refused = () => bench.run(["move", "--to", env.DATABASE_URL]);

  const server = startMuster(["serve", "--port", "0", "--workers", "0", "--data", bench.data]);
  await listening(server);
  const told = refused();
  expect([told.code, told.err]).toEqual([2, expect.stringContaining("muster serve works with the data")]);
  expect(told.err).toContain(`:${server.child.pid}`);
  expect(told.err).toContain("Stop the servers and workers");
  server.child.kill("SIGTERM");
  await server.ended;

  const worker = startMuster(["worker", "--data", bench.data]);
  await expect.poll(() => readdirSync(join(bench.data, "at-work")).length, { timeout: 20_000 }).toBe(1);
  expect(refused().err).toContain("muster worker works with the data");
  worker.child.kill("SIGKILL");
  await worker.ended;

  const left = join(bench.data, "at-work", "left");
  const note = { command: "muster serve", holder: "container:1#0ddba11.k9x2.e7d1", database: "embedded" };
  writeFileSync(left, JSON.stringify(note));
  expect(refused().err).toContain(`container:1. If that process is gone, wait a minute, after which ${left}`);
  utimesSync(left, new Date(0), new Date(0));
  expect(refused().code).toBe(0);
});
