/** The composition root: makes every edge, hands them to the command line, and ends the process with its exit code. */
import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { hostname, tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { OPERATOR_LINK_MS } from "./app/limits.ts";
import type { Backups } from "./app/ports/backup.ts";
import type { SendMail } from "./app/ports/invitations.ts";
import type { Lease, Ports } from "./app/ports.ts";
import { asStoreFault } from "./app/store-fault.ts";
import { firstOwnerLink } from "./app/workspace/first-owner.ts";
import { isMemberSomewhere } from "./app/workspace/invite-member.ts";
import { Cli, type Edges } from "./cli/cli.ts";
import { Interrupts } from "./cli/interrupts.ts";
import { runProgram } from "./cli/program.ts";
import {
  type EffectsConfig,
  readEffectsConfig,
  readServerConfig,
  readSignInConfig,
  type ServerConfig,
  type SignInConfig,
} from "./config.ts";
import { accept, type Result } from "./core/problem/refusal.ts";
import type { SignIn } from "./http/auth/sign-in.ts";
import type { SignInSettings } from "./http/auth/sign-in-options.ts";
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
      const { copyDatabase, copySignIn } = await import("./store/sqlite/database-copy.ts");
      const { packBackup } = await import("./source/archive/backup-archive.ts");
      const database = await scratchPath(dataFolder);
      const people = `${database}.people`;
      try {
        const { files: keys } = await copyDatabase(dataFolder, database);
        const signIn = (await copySignIn(dataFolder, people)) ? people : null;
        facts = yield* packBackup({ database, signIn, dataFolder, keys, at: Date.now() });
      } finally {
        for (const copy of [database, people])
          for (const left of ["", "-wal", "-shm"]) await rm(copy + left, { force: true });
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
): Promise<Result<null>> {
  const settings = signInSettings();
  if (!settings.ok) return settings;
  const { openSqliteStore } = await import("./store/sqlite/store.ts");
  const { PortsPool } = await import("./http/ports-pool.ts");
  const { listen } = await import("./http/server.ts");
  const { identifyBy } = await import("./http/auth/identify.ts");
  const { store, ...shared } = await openPorts(dataFolder);
  await store.close();
  const pool = new PortsPool(shared, () => openSqliteStore(dataFolder, Date.now));
  const server = await listen(config);
  const publicUrl = config.publicUrl ?? urlOf(config.host, server.address.port);
  await writeFile(join(dataFolder, SERVER_URL), publicUrl);
  const isInvited = (email: string) => pool.use((ports) => isMemberSomewhere(ports.store, email));
  const signIn = await openSignIn(settings.value, { dataFolder, publicUrl, isInvited });
  const log = { info: () => undefined, error: console.error };
  server.answerWith({
    ...{ workbook, pool, log, nudge: () => undefined, version: manifest.version },
    identify: identifyBy(signIn, log.error),
    signIn: { ...signIn, publicUrl, trustsProxy: config.trustsProxy },
  });
  say(`Muster listens on ${publicUrl}. Ctrl-C stops it.`);
  const link = await pool.use((ports) => firstOwnerLink(ports, signIn, settings.value.signIn.ownerEmail));
  if (link.ok && link.value !== null) say("This link signs the owner in, once:", link.value);
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
  await server.close();
  await pool.close();
  signIn.close();
  return accept(null);
}

/** Where the server was reached last, for links that are made beside it. */
const SERVER_URL = "server.url";

/** An address that stands for all of the machine's is no address to go to. */
function urlOf(host: string, port: number): string {
  const named = ["0.0.0.0", "::", ""].includes(host) ? "localhost" : host;
  return `http://${named.includes(":") ? `[${named}]` : named}:${port}`;
}

type SignInSetup = { readonly signIn: SignInConfig; readonly effects: EffectsConfig };

function signInSettings(): Result<SignInSetup> {
  const signIn = readSignInConfig(process.env);
  if (!signIn.ok) return signIn;
  const effects = readEffectsConfig(process.env);
  return effects.ok ? accept({ signIn: signIn.value, effects: effects.value }) : effects;
}

/** People who sign in to the server, for the server itself and for whoever makes a link beside it. */
async function openSignIn(
  { signIn, effects }: SignInSetup,
  { dataFolder, ...place }: Pick<SignInSettings, "publicUrl" | "isInvited"> & { readonly dataFolder: string },
): Promise<SignIn> {
  const { makeSignIn } = await import("./http/auth/sign-in.ts");
  const { signInSecret } = await import("./http/auth/sign-in-secret.ts");
  const { openSignInDatabase } = await import("./store/sqlite/sign-in-database.ts");
  return makeSignIn({
    ...place,
    database: openSignInDatabase(dataFolder),
    secret: await signInSecret(dataFolder, signIn.secret),
    sendMail: await mailOf(effects),
    oidc: signIn.oidc,
    log: (message) => process.stderr.write(`muster: signing in: ${message}\n`),
  });
}

async function mailOf({ smtpUrl, mailFrom }: EffectsConfig): Promise<SendMail | null> {
  if (smtpUrl === null || mailFrom === null) return null;
  const { mailSender } = await import("./effects/mail-sender.ts");
  const send = mailSender({ url: smtpUrl, from: mailFrom });
  return async ({ to, subject, text }) => {
    const effect = { kind: "email", to, subject, text } as const;
    return (await send({ effect, key: randomUUID(), at: Date.now() })).ok;
  };
}

async function signInLink(ports: Ports, dataFolder: string, email: string): Promise<Result<string>> {
  const settings = signInSettings();
  if (!settings.ok) return settings;
  const config = readServerConfig(process.env, {});
  if (!config.ok) return config;
  const { publicUrl, host, port } = config.value;
  const served = await readFile(join(dataFolder, SERVER_URL), "utf8").catch(() => urlOf(host, port));
  const signIn = await openSignIn(settings.value, {
    ...{ dataFolder, publicUrl: publicUrl ?? served },
    isInvited: (address) => isMemberSomewhere(ports.store, address),
  });
  try {
    return accept(await signIn.link(email, OPERATOR_LINK_MS));
  } finally {
    signIn.close();
  }
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
  signInLink,
  now: Date.now,
  user: userName(),
  version: manifest.version,
  interrupts,
});

process.exitCode = await runProgram(cli, process.argv.slice(2));
