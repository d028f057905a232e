/** The server with the app as a process of its own, and the app built for it. */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** As it is installed, which starts faster; where no test run has built it, as it is in the clone. */
const COMMAND = process.env.MUSTER_TEST_COMMAND ?? join(ROOT, "bin", "muster.js");
/** Milliseconds within which a server has to say where it listens. */
const START_MS = 120_000;

export type AppProcess = {
  readonly child: ChildProcess;
  readonly url: string;
  /** Null = it was not said, or not yet. */
  readonly ownerLink: () => string | null;
};

type Wanted = {
  /** The data folder. */
  readonly data: string;
  /** 0 = any. */
  readonly port: number;
  /** Email address. */
  readonly owner: string;
  readonly workers?: number;
};

export async function startApp({ data, port, owner, workers = 1 }: Wanted): Promise<AppProcess> {
  const asked = ["serve", "--port", String(port), "--workers", String(workers), "--data", data];
  const child = spawn(process.execPath, [COMMAND, ...asked], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, MUSTER_LOG_LEVEL: "error", MUSTER_OWNER_EMAIL: owner },
  });
  let said = "";
  const url = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`The server did not start: ${said}`)), START_MS);
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const found = /Muster listens on (\S+?)\.\s/.exec(said);
      if (!found?.[1]) return;
      clearTimeout(late);
      resolve(found[1]);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.once("exit", () => reject(new Error(`The server ended: ${said}`)));
  });
  return { child, url, ownerLink: () => /owner in, once:\s+(\S+)\s/.exec(said)?.[1] ?? null };
}

/** `muster ARGS --data FOLDER`: what it prints. */
export async function runMuster(data: string, args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [COMMAND, ...args, "--data", data]);
  return stdout;
}

export function stopApp(child: ChildProcess, signal: "SIGTERM" | "SIGKILL" = "SIGTERM"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill(signal);
  return ended;
}

/** Built where a source file is newer than what was built. */
export async function builtApp(): Promise<void> {
  const built = join(ROOT, "dist", "web", "index.html");
  const builtAt = existsSync(built) ? statSync(built).mtimeMs : 0;
  const sources = readdirSync(join(ROOT, "web"), { recursive: true, withFileTypes: true });
  const isStale = sources.some((file) => file.isFile() && statSync(join(file.parentPath, file.name)).mtimeMs > builtAt);
  if (!isStale) return;
  const vite = join(dirname(createRequire(import.meta.url).resolve("vite/package.json")), "bin", "vite.js");
  const config = join(ROOT, "web", "vite.config.ts");
  await promisify(execFile)(process.execPath, [vite, "build", "--config", config], {
    cwd: ROOT,
    // Tests run as "test", for which React would be built as for developers.
    env: { ...process.env, NODE_ENV: "production" },
  });
}
