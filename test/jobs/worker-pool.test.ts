import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { WorkerPool, type WorkerPoolSettings } from "../../src/jobs/worker-pool.ts";

const CHILD = fileURLToPath(new URL("./pool-child.ts", import.meta.url));

/** A pool whose children are of these kinds, one after the other, the last of them for ever. */
function poolOf(kinds: readonly string[], settings: Partial<WorkerPoolSettings> = {}) {
  const children: ChildProcess[] = [];
  const lost: unknown[] = [];
  let said = "";
  const pool = new WorkerPool({
    workers: 1,
    backoffMs: 1,
    onLost: (ended) => lost.push(ended),
    spawn() {
      const kind = kinds[Math.min(children.length, kinds.length - 1)] ?? "well";
      const child = spawn(process.execPath, [CHILD, kind], { stdio: ["ignore", "pipe", "inherit", "ipc"] });
      child.stdout?.on("data", (piece) => {
        said += piece;
      });
      children.push(child);
      return child;
    },
    ...settings,
  });
  onTestFinished(() => pool.stop());
  const seen = async (text: string, times = 1): Promise<void> =>
    expect.poll(() => said.split(text).length - 1).toBe(times);
  return { pool, children, lost, seen };
}

describe("the workers of a server (C-N1)", () => {
  test("as many as wanted run, hear the nudge, and end when they are stopped", async () => {
    const { pool, children, lost, seen } = poolOf(["well"], { workers: 3 });
    pool.start();
    await seen("ready", 3);
    pool.nudge();
    await seen("heard: look for work", 3);
    expect(pool.running).toBe(3);
    await pool.stop();
    expect(children.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
    expect([pool.running, lost.length]).toEqual([0, 0]);
  });

  test("one that dies is replaced, ever later while they die at once", async () => {
    const { pool, lost, seen } = poolOf(["dead", "dead", "dead", "well"]);
    pool.start();
    await seen("ready");
    expect(lost).toEqual([1, 2, 4].map((againMs) => ({ code: 7, signal: null, againMs })));
  });

  test("one that is killed is replaced", async () => {
    const { pool, children, lost, seen } = poolOf(["well"]);
    pool.start();
    await seen("ready");
    children[0]?.kill("SIGKILL");
    await seen("ready", 2);
    expect(lost).toMatchObject([{ code: null, signal: "SIGKILL" }]);
  });

  test("one that cannot be started is tried again, and does not hold up the stop", async () => {
    const { pool, lost } = poolOf([], { spawn: () => spawn("/nowhere/muster", { stdio: "ignore" }) });
    pool.start();
    await expect.poll(() => lost.length).toBeGreaterThan(2);
    await pool.stop();
  });

  test("one that does not listen is killed", async () => {
    const { pool, children, seen } = poolOf(["deaf"], { stopMs: 100 });
    pool.start();
    await seen("ready");
    await pool.stop();
    expect(children[0]?.signalCode).toBe("SIGKILL");
  });

  test("none at all is as good as any number", async () => {
    const { pool } = poolOf(["well"], { workers: 0 });
    pool.start();
    pool.nudge();
    await pool.stop();
    expect(pool.running).toBe(0);
  });
});
