/** The composition root: makes every edge, hands them to the command line, and ends the process with its exit code. */
import { randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import type { Backups } from "./app/ports/backup.ts";
import type { Ports } from "./app/ports.ts";
import { asStoreFault } from "./app/store-fault.ts";
import { Cli } from "./cli/cli.ts";
import { Interrupts } from "./cli/interrupts.ts";
import { runProgram } from "./cli/program.ts";
import { readEffectsConfig } from "./config.ts";
import { isGone, newHolder } from "./jobs/holder.ts";
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
    holder: newHolder(),
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
  async *workbook(rows, sheet) {
    yield* (await import("./source/workbook/write-xlsx.ts")).writeXlsx(rows, sheet);
  },
  backups,
  openPorts,
  async work(ports, effects, request) {
    const { makeSenders } = await import("./effects/senders.ts");
    const { runWorker } = await import("./jobs/worker.ts");
    const { endInTime, onNudge } = await import("./jobs/parent-process.ts");
    let stopListening: (() => void) | null = null;
    const onReady = (nudge: () => void): void => {
      stopListening = onNudge(nudge);
    };
    const takeBack = endInTime(request.signal);
    const senders = makeSenders(effects, { userAgent, now: Date.now });
    return runWorker(ports, { ...request, senders, onReady }).finally(() => {
      takeBack();
      stopListening?.();
    });
  },
  now: Date.now,
  user: userName(),
  version: manifest.version,
  interrupts,
});

process.exitCode = await runProgram(cli, process.argv.slice(2));
