/** Runs the child process, lets it end or strikes it at a moment after its work began: kills it, where nothing else is said. */
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The process that imports or undoes, and those that do what else may be struck. */
export const PROGRAMS = {
  child: new URL("./child.ts", import.meta.url),
  "bulk-child": new URL("./bulk-child.ts", import.meta.url),
  "erasing-child": new URL("./erasing-child.ts", import.meta.url),
};

type Program = keyof typeof PROGRAMS;

export type ChildEnd = {
  readonly killed: boolean;
  /** The database was out of its reach, and so it ended. */
  readonly cutOff: boolean;
  /** What the child said at its end; empty where it was killed. */
  readonly said: string;
  /** Milliseconds from the start of its work to its end. */
  readonly workedMs: number;
};

export type Strike = (child: ChildProcess) => unknown;

/** @param strikeAfterMs after the child began to work; null = it ends by itself */
export function runChild(
  args: readonly string[],
  strikeAfterMs: number | null,
  {
    program = "child",
    strike = (child) => child.kill("SIGKILL"),
  }: { readonly program?: Program; readonly strike?: Strike } = {},
): Promise<ChildEnd> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [pathOf(program), ...args], { stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    let began: number | null = null;
    let timer: NodeJS.Timeout | undefined;
    child.stdout.on("data", (piece) => {
      said += piece;
      if (began !== null || !said.includes("working\n")) return;
      began = performance.now();
      if (strikeAfterMs !== null) timer = setTimeout(() => strike(child), strikeAfterMs);
    });
    child.on("error", reject);
    child.on("close", (_, signal) => {
      clearTimeout(timer);
      const killed = signal === "SIGKILL";
      const workedMs = began === null ? 0 : performance.now() - began;
      const last = said.trim().split("\n").at(-1) ?? "";
      resolve({ killed, cutOff: last.includes("store_unreachable"), said: killed ? "" : last, workedMs });
    });
  });
}

/** Outside of the tests, where nobody has built them, the sources (`npm run torture`). */
function pathOf(program: Program): string {
  const built = process.env.MUSTER_TEST_CHILDREN;
  return built === undefined ? fileURLToPath(PROGRAMS[program]) : join(built, `${program}.js`);
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
