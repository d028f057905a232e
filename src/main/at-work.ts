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
import { fateOf, newHolder } from "../jobs/holder.ts";
import { databaseOf } from "./open-store.ts";

const FOLDER = "at-work";

/** `database`: two may share a folder that has nothing but scratch files. */
type Note = { readonly command: string; readonly holder: string; readonly database: string };

type AtWork = Pick<Note, "command" | "holder"> & { readonly file: string };

/** @returns ends it */
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
  return async () => {
    clearInterval(heartbeat);
    await touched;
    await rm(file, { force: true }).catch(() => undefined);
  };
}

/** Those that may be alive, on the database of this process. */
export async function whoIsAtWork(dataFolder: string): Promise<readonly AtWork[]> {
  const own = database();
  return (await notes(dataFolder)).filter((note) => note.database === own && mayRun(note));
}

async function removeLeft(dataFolder: string): Promise<void> {
  for (const note of await notes(dataFolder)) if (!mayRun(note)) await rm(note.file, { force: true });
}

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

/** What the file system takes the time to be, in milliseconds since 1970; where nothing can be written, nothing grows old. */
async function clockOf(folder: string): Promise<number> {
  const file = join(folder, `${randomBytes(6).toString("hex")}.now`);
  try {
    await writeOver(file, "now");
    return (await stat(file)).mtimeMs;
  } catch {
    return Number.NEGATIVE_INFINITY;
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
