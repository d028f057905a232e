/** A command that looks where there is no data yet works in a folder of its own, which goes with it, however it ends. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { muster, startMuster } from "./run-muster.ts";

const FILE = `email,full_name\n${Array.from({ length: 150_000 }, (_, at) => `u${at}@example.com,Ann ${at}`).join("\n")}\n`;

function folderOfTheirOwn() {
  const temporary = mkdtempSync(join(tmpdir(), "muster-killed-"));
  onTestFinished(() => rmSync(temporary, { recursive: true, force: true }));
  const left = () => readdirSync(temporary).filter((name) => name.startsWith("muster-none-"));
  return { temporary, left, args: ["--data", join(temporary, "none")], env: { TMPDIR: temporary } };
}

/** One that is in the middle of its work. */
async function working({ temporary, left, args, env }: ReturnType<typeof folderOfTheirOwn>) {
  const before = left();
  const file = join(temporary, "big.csv");
  writeFileSync(file, FILE);
  const running = startMuster(["policy", "diff", "agency-crm", file, ...args], env);
  const isOpen = (): boolean =>
    left().some((name) => !before.includes(name) && readdirSync(join(temporary, name)).includes("holder"));
  while (!isOpen()) await new Promise((resolve) => setTimeout(resolve, 20));
  return running;
}

// Where the data is in PostgreSQL a process that only looks keeps nothing in a folder.
test.skipIf(process.env.MUSTER_TEST_STORE === "postgres").each(["SIGTERM", "SIGHUP", "SIGINT"] as const)(
  "nothing is left of it after %s, and the process ends by it",
  async (signal) => {
    const folder = folderOfTheirOwn();
    const { child, ended } = await working(folder);
    child.kill(signal);
    expect((await ended).code).toBe(null);
    expect(child.signalCode).toBe(signal);
    expect(folder.left()).toEqual([]);
  },
);

test.skipIf(process.env.MUSTER_TEST_STORE === "postgres")(
  "after kill -9 the next one sweeps it, and leaves what a living process holds",
  async () => {
    const folder = folderOfTheirOwn();
    const { args, env, left, temporary } = folder;
    const killed = await working(folder);
    killed.child.kill("SIGKILL");
    await killed.ended;
    const [dead] = left();
    const living = await working(folder);
    living.child.kill("SIGSTOP");
    const [name] = left();
    expect([left().length, name === dead]).toEqual([1, false]);
    mkdirSync(join(temporary, "muster-none-begun"));
    writeFileSync(join(temporary, "muster-none-not-a-folder"), "");
    expect(muster(["imports", ...args], { env }).code).toBe(0);
    expect(left().sort()).toEqual([name, "muster-none-begun", "muster-none-not-a-folder"].sort());
    living.child.kill("SIGKILL");
    await living.ended;
  },
);
