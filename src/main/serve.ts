/** Puts the server together, and takes it apart in order. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Edges } from "../cli/cli.ts";
import type { ServerConfig } from "../config.ts";
import { refuseWith } from "../core/problem/refusal.ts";
import type { Identify } from "../http/caller.ts";
import type { Log } from "../http/server-parts.ts";
import type { WorkerPool } from "../jobs/worker-pool.ts";
import { version } from "./manifest.ts";
import { openPorts } from "./open-ports.ts";
import { workbook } from "./workbook.ts";

/** Lines of JSON on stdout. */
async function openLog(level: ServerConfig["logLevel"]): Promise<Log> {
  const { pino } = await import("pino");
  const logger = pino({ level, base: null });
  return {
    info: (facts, message) => logger.info(facts, message),
    error: (error) => logger.error({ err: error }, "fault"),
  };
}

export async function serve(
  dataFolder: string,
  config: ServerConfig,
  { signal, say }: Parameters<Edges["serve"]>[2],
): Promise<void> {
  const { openSqliteStore } = await import("../store/sqlite/store.ts");
  const { PortsPool } = await import("../http/ports-pool.ts");
  const { listen } = await import("../http/server.ts");
  const { store, ...shared } = await openPorts(dataFolder);
  await store.close();
  const pool = new PortsPool(shared, () => openSqliteStore(dataFolder, Date.now));
  const identify: Identify = {
    key: async () => refuseWith("signed_out", "There are no keys yet."),
    person: async () => ({ id: "1", email: "owner@localhost", name: "Owner", operator: true }),
  };
  const log = await openLog(config.logLevel);
  const workers = await startWorkers(dataFolder, config.workers, log);
  const parts = { workbook, pool, identify, config, log, version, nudge: () => workers.nudge() };
  const server = await listen(parts, config);
  const shownHost = config.host.includes(":") ? `[${config.host}]` : config.host;
  say(`Muster listens on http://${shownHost}:${server.address.port}. Ctrl-C stops it.`);
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
  await Promise.all([server.close(), workers.stop()]);
}

/** Each is the command itself, so that a worker beside the server and one on another machine are the same thing. */
async function startWorkers(dataFolder: string, count: number, log: Log): Promise<WorkerPool> {
  const { WorkerPool } = await import("../jobs/worker-pool.ts");
  const command = join(import.meta.dirname, "..", "..", "bin", "muster.js");
  const pool = new WorkerPool({
    workers: count,
    spawn: () =>
      spawn(process.execPath, [command, "worker", "--quiet", "--data", dataFolder], {
        stdio: ["ignore", "ignore", "inherit", "ipc"],
      }),
    onLost: (ended) => log.error(new Error(`a worker ended: ${JSON.stringify(ended)}`)),
  });
  pool.start();
  return pool;
}
