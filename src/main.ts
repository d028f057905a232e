/** The composition root: makes every edge, hands them to the command line, and ends the process with its exit code. */
import { randomBytes, randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { hostname, tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import type { Backups } from "./app/ports/backup.ts";
import type { Lease, Ports } from "./app/ports.ts";
import { asStoreFault } from "./app/store-fault.ts";
import { Cli, type Edges } from "./cli/cli.ts";
import { Interrupts } from "./cli/interrupts.ts";
import { runProgram } from "./cli/program.ts";
import { readEffectsConfig, type ServerConfig } from "./config.ts";
import { refuseWith } from "./core/problem/refusal.ts";
import type { Identify } from "./http/caller.ts";
import { scratchInput } from "./source/scratch-input.ts";
import { threadedConverter } from "./source/threaded-converter.ts";

const manifest: { readonly version: string } = JSON.parse(
  readFileSync(join(import.meta.dirname, "..", "package.json"), "utf8"),
);

/** Loaded when a command needs them: `--help` and `field` work without a database. */
async function openPorts(dataFolder: string): Promise<Ports> {
  const { openSqliteStore } = await import("./store/sqlite/store.ts");
  const { FolderFileStore } = await import("./source/folder-file-store.ts");
  const { ThreadedDrafts } = await import("./source/threaded-drafts.ts");
  return {
    store: openSqliteStore(dataFolder, Date.now),
    files: new FolderFileStore(dataFolder),
    drafts: new ThreadedDrafts(dataFolder),
    inputs,
    converter: threadedConverter(join(dataFolder, "tmp")),
    ...(await profileSource()),
    now: Date.now,
    random: () => randomInt(2 ** 32),
    secret: () => randomBytes(32).toString("base64url"),
    holder: `${hostname()}:${process.pid}`,
    isGone,
  };
}

const userAgent = `muster/${manifest.version}`;

/** A setting that is wrong is refused by the commands that need it, not by every one. */
async function profileSource(): Promise<Pick<Ports, "profiles">> {
  const config = readEffectsConfig(process.env);
  if (!config.ok || config.value.enrichment === null) return {};
  const { HttpProfileSource } = await import("./effects/profile-source.ts");
  return { profiles: new HttpProfileSource({ ...config.value.enrichment, userAgent, now: Date.now }) };
}

const inputs: Ports["inputs"] = {
  async open(path) {
    if (path !== "-") return (await import("./source/csv-file.ts")).openSourceFile(path);
    if (process.stdin.isTTY) process.stderr.write("Reading standard input: end it with Ctrl-D.\n");
    return { ok: true, value: await scratchInput("standard input", process.stdin) };
  },
};

/** Only of processes on this machine can it be known; those elsewhere are gone when their lease has run out. */
function isGone({ holder }: Lease): boolean {
  const [host, pid] = [holder.slice(0, holder.lastIndexOf(":")), Number(holder.slice(holder.lastIndexOf(":") + 1))];
  if (host !== hostname()) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ESRCH";
  }
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // An account without an entry in the user database, as containers have.
    return `user ${process.getuid?.() ?? "unknown"}`;
  }
}

const backups: Backups = {
  write(dataFolder) {
    let facts = { files: 0, missing: 0 };
    async function* bytes() {
      const { copyDatabase } = await import("./store/sqlite/database-copy.ts");
      const { packBackup } = await import("./source/archive/backup-archive.ts");
      const database = await scratchPath(dataFolder);
      try {
        const { files: keys } = await copyDatabase(dataFolder, database);
        facts = yield* packBackup({ database, dataFolder, keys, at: Date.now() });
      } finally {
        for (const left of ["", "-wal", "-shm"]) await rm(database + left, { force: true });
      }
    }
    return { bytes: bytes(), facts: () => facts };
  },
  async restore(file, dataFolder) {
    const { databaseFacts } = await import("./store/sqlite/database-copy.ts");
    const { restoreBackup } = await import("./source/archive/restore-backup.ts");
    return restoreBackup(file, { dataFolder, database: await scratchPath(dataFolder), check: databaseFacts });
  },
};

async function scratchPath(dataFolder: string): Promise<string> {
  const folder = join(dataFolder, "tmp");
  await mkdir(folder, { recursive: true }).catch((error) => Promise.reject(asStoreFault(error)));
  return join(folder, `backup-${process.pid}.db`);
}

async function serve(
  dataFolder: string,
  config: ServerConfig,
  { signal, say }: Parameters<Edges["serve"]>[2],
): Promise<void> {
  const { openSqliteStore } = await import("./store/sqlite/store.ts");
  const { PortsPool } = await import("./http/ports-pool.ts");
  const { listen } = await import("./http/server.ts");
  const { store, ...shared } = await openPorts(dataFolder);
  await store.close();
  const pool = new PortsPool(shared, () => openSqliteStore(dataFolder, Date.now));
  const identify: Identify = {
    key: async () => refuseWith("signed_out", "There are no keys yet."),
    person: async () => ({ id: "1", email: "owner@localhost", name: "Owner", operator: true }),
  };
  const log = { info: () => undefined, error: console.error };
  const parts = { workbook, pool, identify, log, nudge: () => undefined, version: manifest.version };
  const server = await listen(parts, config);
  const shownHost = config.host.includes(":") ? `[${config.host}]` : config.host;
  say(`Muster listens on http://${shownHost}:${server.address.port}. Ctrl-C stops it.`);
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
  await server.close();
}

const workbook: Edges["workbook"] = async function* (rows, sheet) {
  yield* (await import("./source/workbook/write-xlsx.ts")).writeXlsx(rows, sheet);
};

const interrupts = new Interrupts(process);

/** `muster lines … | head`: whoever reads has seen enough. What is being written is not cut off for it. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE" && error.code !== "ERR_STREAM_DESTROYED") throw error;
    if (!interrupts.isWorking) process.exit(0);
  });
}

const cli = new Cli({
  env: process.env,
  streams: { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr },
  inputs,
  converter: threadedConverter(tmpdir()),
  scratch: scratchInput,
  workbook,
  backups,
  openPorts,
  async work(ports, effects, request) {
    const { makeSenders } = await import("./effects/senders.ts");
    const { runWorker } = await import("./jobs/worker.ts");
    return runWorker(ports, { ...request, senders: makeSenders(effects, { userAgent, now: Date.now }) });
  },
  serve,
  now: Date.now,
  user: userName(),
  version: manifest.version,
  interrupts,
});

process.exitCode = await runProgram(cli, process.argv.slice(2));
