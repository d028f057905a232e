/**
 * Which servers and workers a data folder has: each keeps a file in it that names its process, so that a move is not made
 * from data that somebody goes on changing. Those of processes that have died are passed over.
 */
import { createHash, randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isGone, newHolder } from "../jobs/holder.ts";
import { databaseOf } from "./open-store.ts";

const FOLDER = "at-work";

/** `database`: two may share a folder that has nothing but scratch files. */
type Note = { readonly command: string; readonly holder: string; readonly database: string };

type AtWork = Pick<Note, "command" | "holder"> & { readonly file: string };

/** @returns ends it */
export async function noteAtWork(dataFolder: string, command: string): Promise<() => Promise<void>> {
  const folder = join(dataFolder, FOLDER);
  const file = join(folder, randomBytes(6).toString("hex"));
  const note: Note = { command, holder: newHolder(), database: database() };
  try {
    for (const { file: left, holder } of await notes(dataFolder)) {
      if (isGone({ holder })) await rm(left, { force: true });
    }
    await mkdir(folder, { recursive: true });
    await writeFile(file, JSON.stringify(note));
  } catch {
    // A worker on PostgreSQL may have no folder to write to: that keeps it from nothing.
  }
  return () => rm(file, { force: true });
}

/** Those that may be alive, on the database of this process. */
export async function whoIsAtWork(dataFolder: string): Promise<readonly AtWork[]> {
  const own = database();
  return (await notes(dataFolder)).filter((note) => note.database === own && !isGone(note));
}

async function notes(dataFolder: string): Promise<readonly (Note & AtWork)[]> {
  const folder = join(dataFolder, FOLDER);
  const found: (Note & AtWork)[] = [];
  for (const name of await readdir(folder).catch(() => [])) {
    const file = join(folder, name);
    const text: string = await readFile(file, "utf8").catch(() => "");
    // Half written by a process that was killed: it says nothing.
    if (text.endsWith("}")) found.push({ ...(JSON.parse(text) as Note), file });
  }
  return found;
}

/** Without its address, which may hold a password; `embedded` wherever the folder is mounted. */
function database(): string {
  const config = databaseOf(process.env);
  if (config === null) return "embedded";
  const { host, pathname } = new URL(config.url);
  return createHash("sha256").update(`${host}${pathname}`).digest("hex");
}
