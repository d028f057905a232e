/**
 * Which servers and workers a data folder has: each keeps a file in it that names its process, so that a move is not made
 * from data that somebody goes on changing. Those of processes that have died are passed over: at once where the process can be
 * looked up, and where it is another machine's or container's, once it has left its file alone for longer than a lease. How long
 * that is, the file system's clock alone says: those of the machines that share the folder may differ.
 */
import { createHash, randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { mkdir, open, readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { LEASE_MS } from "../app/limits.ts";
import { holderName } from "../app/ports/import-ref.ts";
import { StoreFault } from "../app/store-fault.ts";
import { fateOf, newHolder } from "../jobs/holder.ts";
import { databaseOf } from "./open-store.ts";

const FOLDER = "at-work";

/** `database`: two may share a folder that has nothing but scratch files. */
type Note = { readonly command: string; readonly holder: string; readonly database: string };

type AtWork = Pick<Note, "command" | "holder"> & { readonly file: string };

export const MOVE = "muster move";

/** Where nothing can be written, so that only this machine's clock tells how old a note is: milliseconds by which it may be wrong. */
const CLOCKS_DIFFER_MS = 3_600_000;

/** Throws `StoreFault` while the data is being moved elsewhere. @returns ends it */
export async function noteAtWork(dataFolder: string, command: string): Promise<() => Promise<void>> {
  const folder = join(dataFolder, FOLDER);
  const file = join(folder, randomBytes(6).toString("hex"));
  const text = JSON.stringify({ command, holder: newHolder(), database: database() } satisfies Note);
  // A worker on PostgreSQL may have no folder to write to: that keeps it from nothing.
  const touch = (): Promise<void> => writeOver(file, text).catch(() => undefined);
  await mkdir(folder, { recursive: true })
    .then(() => removeLeft(dataFolder))
    .catch(() => undefined);
  let touched = touch();
  const heartbeat = setInterval(() => {
    touched = touched.then(touch);
  }, LEASE_MS / 4);
  heartbeat.unref();
  await touched;
  const end = async (): Promise<void> => {
    clearInterval(heartbeat);
    await touched;
    await rm(file, { force: true }).catch(() => undefined);
  };
  // Looked for once the own note is there: of two that begin at once, one sees the other.
  const moving = (await whoIsAtWork(dataFolder)).find((other) => other.command === MOVE && other.file !== file);
  if (moving === undefined) return end;
  await end();
  throw new StoreFault("store_half_moved", `${MOVE} is copying the data: ${holderName(moving.holder)}.`);
}

/** Those that may be alive, on the database of this process. */
export async function whoIsAtWork(dataFolder: string): Promise<readonly AtWork[]> {
  const own = database();
  return (await notes(dataFolder)).filter((note) => note.database === own && mayRun(note));
}

async function removeLeft(dataFolder: string): Promise<void> {
  for (const note of await notes(dataFolder)) if (!mayRun(note)) await rm(note.file, { force: true });
  const folder = join(dataFolder, FOLDER);
  const now = await clockOf(folder);
  for (const name of await readdir(folder)) {
    const file = join(folder, name);
    // Of a process that was killed while it looked what the time is.
    if (name.endsWith(CLOCK) && now - (await stat(file)).mtimeMs > LEASE_MS) await rm(file, { force: true });
  }
}

const CLOCK = ".now";

type FoundNote = Note & AtWork & { readonly untouchedMs: number };

function mayRun({ holder, untouchedMs }: FoundNote): boolean {
  const fate = fateOf(holder);
  return fate === "runs" || (fate === "unknown" && untouchedMs <= LEASE_MS);
}

async function notes(dataFolder: string): Promise<readonly FoundNote[]> {
  const folder = join(dataFolder, FOLDER);
  const names = await readdir(folder).catch(() => []);
  if (names.length === 0) return [];
  const now = await clockOf(folder);
  const found: FoundNote[] = [];
  for (const name of names) {
    const file = join(folder, name);
    const text: string = await readFile(file, "utf8").catch(() => "");
    const touchedAt = await stat(file).then(
      ({ mtimeMs }) => mtimeMs,
      () => now,
    );
    // Half written by a process that was killed: it says nothing.
    if (text.endsWith("}")) found.push({ ...(JSON.parse(text) as Note), file, untouchedMs: now - touchedAt });
  }
  return found;
}

/** What the file system takes the time to be, in milliseconds since 1970; where nothing can be written, what it certainly is by now. */
async function clockOf(folder: string): Promise<number> {
  const file = join(folder, `${randomBytes(6).toString("hex")}${CLOCK}`);
  try {
    await writeOver(file, "now");
    return (await stat(file)).mtimeMs;
  } catch {
    return Date.now() - CLOCKS_DIFFER_MS;
  } finally {
    await rm(file, { force: true }).catch(() => undefined);
  }
}

/** Whoever reads it meanwhile finds all of it: nothing is cut off first. The file system says when it was written. */
async function writeOver(file: string, text: string): Promise<void> {
  const opened = await open(file, constants.O_CREAT | constants.O_WRONLY);
  try {
    await opened.write(text, 0);
  } finally {
    await opened.close();
  }
}

/** Without its address, which may hold a password; `embedded` wherever the folder is mounted. */
function database(): string {
  const config = databaseOf(process.env);
  if (config === null) return "embedded";
  const { host, pathname } = new URL(config.url);
  return createHash("sha256").update(`${host}${pathname}`).digest("hex");
}
