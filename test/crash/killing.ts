/** Runs the child process, lets it end or kills it at a moment after its work began. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const CHILD = fileURLToPath(new URL("./child.ts", import.meta.url));

export type ChildEnd = {
  readonly killed: boolean;
  /** What the child said at its end; empty where it was killed. */
  readonly said: string;
  /** Milliseconds from the start of its work to its end. */
  readonly workedMs: number;
};

/**
 * @param killAfterMs after the child began to work; null = it ends by itself
 * @param program the child
 */
export function runChild(args: readonly string[], killAfterMs: number | null, program = CHILD): Promise<ChildEnd> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], { stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    let began: number | null = null;
    child.stdout.on("data", (piece) => {
      said += piece;
      if (began !== null || !said.includes("working\n")) return;
      began = performance.now();
      if (killAfterMs !== null) setTimeout(() => child.kill("SIGKILL"), killAfterMs);
    });
    child.on("error", reject);
    child.on("close", (_, signal) => {
      const killed = signal === "SIGKILL";
      const workedMs = began === null ? 0 : performance.now() - began;
      resolve({ killed, said: killed ? "" : (said.trim().split("\n").at(-1) ?? ""), workedMs });
    });
  });
}

/** Numbers between 0 and 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
