/** Puts the server together, and takes it apart in order. */
import { spawn } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { asStoreFault } from "../app/store-fault.ts";
import { firstOwnerLink } from "../app/workspace/first-owner.ts";
import { isMemberSomewhere } from "../app/workspace/invite-member.ts";
import type { Edges } from "../cli/cli.ts";
import type { ServerConfig } from "../config/server.ts";
import { wantsTraces } from "../config/tracing.ts";
import { accept, type Result, refuse } from "../core/problem/refusal.ts";
import type { Listening } from "../http/server.ts";
import type { Log } from "../http/server-parts.ts";
import type { WorkerPool } from "../jobs/worker-pool.ts";
import { noteAtWork } from "./at-work.ts";
import { openLog } from "./log.ts";
import { version } from "./manifest.ts";
import { openPorts } from "./open-ports.ts";
import { connections } from "./open-store.ts";
import { SERVER_URL } from "./server-url.ts";
import { openSignIn, type SignInSetup, secretOf, signInSettings, urlOf } from "./sign-in.ts";
import { openPartials, sayTrouble } from "./stored-files.ts";
import { startTracing } from "./tracing.ts";
import { workbook } from "./workbook.ts";

export async function serve(
  dataFolder: string,
  config: ServerConfig,
  run: Parameters<Edges["serve"]>[2],
): Promise<Result<null>> {
  const settings = signInSettings();
  if (!settings.ok) return settings;
  const traces = wantsTraces(process.env);
  if (!traces.ok) return traces;
  const { listen } = await import("../http/server.ts");
  const server = await listening(() => listen(config), config);
  if (!server.ok) return server;
  try {
    await serveOn(server.value, { dataFolder, config, settings: settings.value, ...run });
  } finally {
    await server.value.close();
  }
  return accept(null);
}

/** What the system says of an address that it does not give out. */
const NOT_GIVEN: ReadonlyMap<string, string> = new Map([
  ["EADDRINUSE", "is taken by another program"],
  ["EACCES", "is not for programs without special rights"],
  ["EADDRNOTAVAIL", "is no address of this machine"],
  ["ENOTFOUND", "is no address of this machine"],
]);

async function listening(begin: () => Promise<Listening>, { host, port }: ServerConfig): Promise<Result<Listening>> {
  try {
    return accept(await begin());
  } catch (error) {
    const reason = NOT_GIVEN.get((error as NodeJS.ErrnoException).code ?? "");
    if (reason === undefined) throw error;
    return refuse({
      code: "arguments_invalid",
      message: `${host}:${port} ${reason}.`,
      fix: `Choose another with --port, such as --port ${port + 1}, or --host (MUSTER_PORT, MUSTER_HOST); or end the program that has it.`,
    });
  }
}

type Serving = Parameters<Edges["serve"]>[2] & {
  readonly dataFolder: string;
  readonly config: ServerConfig;
  readonly settings: SignInSetup;
};

/** Until the signal says stop. */
async function serveOn(server: Listening, { dataFolder, config, settings, signal, say }: Serving): Promise<void> {
  const { DuplicatesApart } = await import("./duplicates-apart.ts");
  const { PortsPool } = await import("../http/ports-pool.ts");
  const { identifyBy } = await import("../http/auth/identify.ts");
  const { signer } = await import("../http/auth/signer.ts");
  // Where database and files are elsewhere, nobody has made it.
  await mkdir(dataFolder, { recursive: true }).catch((error) => {
    throw asStoreFault(error);
  });
  // Before the database is opened, which may be just being copied.
  const endNote = await noteAtWork(dataFolder, "muster serve");
  const { store, ...shared } = await openPorts(dataFolder).catch(async (error) => {
    await endNote();
    throw error;
  });
  const pool = new PortsPool(shared, await connections(dataFolder, store));
  const publicUrl = config.publicUrl ?? urlOf(config.host, server.address.port);
  await writeFile(join(dataFolder, SERVER_URL), publicUrl);
  const log = await openLog(config.logLevel);
  const endTracing = await startTracing(log.error);
  // Not out of the pool: whoever is asked about has a request that holds a connection of it already.
  const isInvited = (email: string) => isMemberSomewhere(store, email);
  const signIn = await openSignIn(settings, { dataFolder, publicUrl, isInvited });
  const sign = signer(await secretOf(settings, dataFolder), "tokens for embedding");
  const workers = await startWorkers(dataFolder, config.workers, log);
  const duplicates = new DuplicatesApart(dataFolder);
  server.answerWith({
    partials: await openPartials(dataFolder),
    ...{ workbook, pool, config, log, version, stopping: signal, nudge: () => workers.nudge() },
    duplicates: (workspace, search) => duplicates.find(workspace, search),
    ...{ sign, identify: identifyBy({ signIn, sign, log: log.error }) },
    signIn: { ...signIn, publicUrl },
  });
  try {
    const link = await pool.use((ports) => firstOwnerLink(ports, signIn, settings.signIn.ownerEmail));
    say(`Muster listens on ${publicUrl}. Ctrl-C stops it.`, ...ownerLines(link));
    void sayTrouble(shared.files, say);
    await aborted(signal);
  } finally {
    // Whatever ends it: workers that are left alone would go on, and keep the process.
    await Promise.all([server.close(), workers.stop(), duplicates.close()]);
    await pool.close();
    await store.close();
    await signIn.close();
    await endTracing();
    await endNote();
  }
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });

function ownerLines(link: Result<string | null>): readonly string[] {
  if (!link.ok) return [`There is no link for the owner: ${link.refusal.message}`, link.refusal.fix];
  return link.value === null ? [] : ["This link signs the owner in, once:", link.value];
}

/** Each is the command itself, so that a worker beside the server and one on another machine are the same thing. */
async function startWorkers(dataFolder: string, count: number, log: Log): Promise<WorkerPool> {
  const { WorkerPool } = await import("../jobs/worker-pool.ts");
  const command = join(import.meta.dirname, "..", "..", "bin", "muster.js");
  const pool = new WorkerPool({
    workers: count,
    spawn: () =>
      spawn(process.execPath, [command, "worker", "--quiet", "--data", dataFolder], {
        stdio: ["ignore", "inherit", "inherit", "ipc"],
        env: { ...process.env, MUSTER_SERVER_CHILD: "1" },
      }),
    onLost: (ended) => log.error(new Error(`a worker ended: ${JSON.stringify(ended)}`)),
  });
  pool.start();
  return pool;
}
