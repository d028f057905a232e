/** Backups that are taken from beside a running server whose workers import: each is of one moment, and goes on from there. */
import { expect, onTestFinished, test } from "vitest";
import { listening, muster, startMuster, workbench } from "./run-muster.ts";

const ROWS = 15_000;
const BACKUPS = 2;

const people = (from: number): string =>
  `email,full_name\n${Array.from({ length: ROWS }, (_, at) => `u${from + at}@example.com,Ann ${from + at}`).join("\n")}\n`;

test("backups beside a server at work are restored, go on, and are what their receipts say (C-N1, C-X2, C-X8)", async () => {
  const bench = workbench();
  const key = String(bench.json(["keys", "create", "test", "--scope", "import"]).key);
  const server = startMuster(["serve", "--port", "0", "--workers", "2", "--data", bench.data]);
  onTestFinished(() => void server.child.kill("SIGKILL"));
  const url = await listening(server);
  const post = (from: number) =>
    fetch(`${url}/api/v1/imports?name=people-${from}.csv`, {
      method: "POST",
      headers: { Authorization: `Bearer ${key}`, "Content-Type": "text/csv" },
      body: people(from),
    });
  const posted = [await post(0), await post(ROWS), await post(2 * ROWS)];
  expect(posted.map(({ status }) => status)).toEqual([202, 202, 202]);
  const archives: string[] = [];
  for (let at = 0; at < BACKUPS; at++) {
    await new Promise((resolve) => setTimeout(resolve, 400));
    const archive = bench.path(`backup-${at}.zip`);
    expect(bench.json(["backup", archive])).toMatchObject({ code: 0, missing: 0 });
    archives.push(archive);
  }
  server.child.kill("SIGTERM");
  expect((await server.ended).code).toBe(0);
  for (const [at, archive] of archives.entries()) checkRestored(archive, bench.path(`restored-${at}`));
});

function checkRestored(archive: string, folder: string): void {
  const ran = (args: readonly string[]) => muster([...args, "--data", folder]);
  expect(ran(["restore", archive]).code).toBe(0);
  expect(ran(["worker", "--once"]).code).toBe(0);
  const imports = ran(["imports", "--json"])
    .out.trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(imports).toHaveLength(3);
  for (const { import: id, state, lines, outcomes } of imports) {
    expect([state, lines, outcomes.created]).toEqual(["done", ROWS, ROWS]);
    const receipt = ran(["receipt", id]).out;
    expect(JSON.parse(muster(["verify", "-", "--data", folder, "--json"], { input: receipt }).out)).toMatchObject({
      verified: true,
    });
  }
}
