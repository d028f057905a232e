/** Runs the real command as it is installed, in folders that are gone afterwards. */
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, onTestFinished } from "vitest";

/** Outside of the tests, where nobody has built one, the sources' own. */
export const command =
  process.env.MUSTER_TEST_COMMAND ?? fileURLToPath(new URL("../../bin/muster.js", import.meta.url));

const MAKE_DATABASE = fileURLToPath(new URL("../support/make-database.ts", import.meta.url));

/** Nothing of the machine's own settings reaches the command. */
const { PATH, HOME, TMPDIR, NODE_COMPILE_CACHE } = process.env;
export const plainEnv = { PATH, HOME, TMPDIR, NODE_COMPILE_CACHE };

export type Ran = { readonly code: number | null; readonly out: string; readonly err: string };

export type RunSettings = { readonly input?: string | Uint8Array; readonly env?: Readonly<Record<string, string>> };

export function muster(args: readonly string[], { input = "", env = {} }: RunSettings = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    input,
    env: environment(args, env),
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status, out: stdout, err: stderr };
}

/** Where the tests are run on PostgreSQL, the command finds the database of the data folder that it is for. */
export function environment(args: readonly string[], env: RunSettings["env"] = {}) {
  const folder = args[args.indexOf("--data") + 1];
  if (process.env.MUSTER_TEST_STORE !== "postgres" || !args.includes("--data") || folder === undefined)
    return { ...plainEnv, ...env };
  const address = join(folder, "database-url");
  if (!existsSync(address)) spawnSync(process.execPath, [MAKE_DATABASE, folder], { stdio: "inherit" });
  return { ...plainEnv, DATABASE_URL: readFileSync(address, "utf8"), ...env };
}

/** Started and left alone; `seen` waits until stderr holds a text. */
export function startMuster(args: readonly string[], env: RunSettings["env"] = {}) {
  const child = spawn(process.execPath, [command, ...args], { env: environment(args, env) });
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    out += text;
  });
  const ended = new Promise<Ran>((resolve) => {
    child.on("close", (code) => resolve({ code, out, err }));
  });
  const seen = (text: string): Promise<void> =>
    new Promise((resolve) => {
      child.stderr.setEncoding("utf8").on("data", (piece) => {
        err += piece;
        if (err.includes(text)) resolve();
      });
      void ended.then(() => resolve());
    });
  return { child, ended, seen };
}

/** The address of a server that was started, once it answers. */
export async function listening({ child }: ReturnType<typeof startMuster>): Promise<string> {
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (piece) => {
      text += String(piece);
    });
  for (let waited = 0; waited < 1_200; waited++) {
    const url = /listens on (http:\S+?)\.\s/.exec(text)?.[1];
    if (url !== undefined) return url;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the server does not listen: ${text}`);
}

export const jsonLines = (text: string): readonly Record<string, unknown>[] =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));

const newFolder = (): string => mkdtempSync(join(tmpdir(), "muster-cli-"));
const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** A folder for one test: its files, and commands on its data. */
export function workbench(): Workbench {
  const folder = newFolder();
  onTestFinished(() => remove(folder));
  return workbenchIn(folder);
}

/** What several tests begin with: commands make it once, and each test has a copy of its own. Answers what `make` has seen, too. */
export function scene<T extends object>(make: (bench: Workbench) => T): () => Workbench & T {
  let made: { readonly folder: string; readonly seen: T } | null = null;
  afterAll(() => {
    if (made !== null) remove(made.folder);
  });
  return () => {
    if (made === null) {
      const folder = newFolder();
      made = { folder, seen: make(workbenchIn(folder)) };
    }
    const bench = workbench();
    cpSync(made.folder, bench.path("."), { recursive: true });
    return { ...bench, ...made.seen };
  };
}

export type Workbench = ReturnType<typeof workbenchIn>;

function workbenchIn(folder: string) {
  const data = join(folder, "data");
  const path = (name: string): string => join(folder, name);
  return {
    data,
    path,
    file(name: string, content: string | Uint8Array): string {
      writeFileSync(path(name), content);
      return path(name);
    },
    read: (name: string): string => readFileSync(path(name), "utf8"),
    run: (args: readonly string[], settings?: RunSettings): Ran => muster([...args, "--data", data], settings),
    json(args: readonly string[], settings?: RunSettings): Record<string, unknown> {
      const ran = muster([...args, "--data", data, "--json"], settings);
      return { ...JSON.parse(ran.out || "null"), code: ran.code };
    },
  };
}
