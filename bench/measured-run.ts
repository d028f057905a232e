/** Runs one program to its end and says how long it took and how much memory it held at most. */
import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";

export type MeasuredRun = {
  readonly seconds: number;
  /** Highest resident memory the operating system saw, in MiB; undefined where it does not say (not Linux). */
  readonly peakMiB: number | undefined;
  readonly stdout: string;
};

type Program = {
  readonly command: string;
  readonly args: readonly string[];
  /** File given as standard input. */
  readonly stdin?: string;
  /** Besides what this process has. */
  readonly env?: Readonly<Record<string, string>>;
};

/** Linux keeps the high-water mark itself, so a late look still sees an early peak; only the last interval can be missed. */
const POLL_MS = 20;

export async function runMeasured({ command, args, stdin, env }: Program): Promise<MeasuredRun> {
  const input = stdin === undefined ? undefined : openSync(stdin, "r");
  const begin = performance.now();
  const child = spawn(command, args, {
    stdio: [input ?? "ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr?.on("data", (chunk: Buffer) => err.push(chunk));
  let peakMiB: number | undefined;
  const poll = setInterval(() => {
    peakMiB = highWaterMiB(child.pid) ?? peakMiB;
  }, POLL_MS);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", resolve);
    });
    const seconds = (performance.now() - begin) / 1000;
    if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${code}\n${Buffer.concat(err)}`);
    return { seconds, peakMiB, stdout: Buffer.concat(out).toString() };
  } finally {
    clearInterval(poll);
    if (input !== undefined) closeSync(input);
  }
}

function highWaterMiB(pid: number | undefined): number | undefined {
  try {
    const kib = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kib === undefined ? undefined : Number(kib) / 1024;
  } catch {
    return undefined;
  }
}
