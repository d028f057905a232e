/**
 * The folder of a command that looks where there is no data yet. It may hold what the command has read: it is gone with its
 * process, or, where that was killed, once the next one makes another.
 */
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isGone, newHolder } from "../jobs/holder.ts";

const PREFIX = "muster-none-";
/** Says whose the folder is. */
const HOLDER = "holder";
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** Of one that does not say whose it is. */
const LEFT_BEHIND_MS = 24 * 60 * 60 * 1000;

export function makeLookFolder(): string {
  for (const left of lookFolders().filter(isLeft)) remove(left);
  let folder: string | null = null;
  const clear = () => folder !== null && remove(folder);
  // Listening begins before there is a folder: a signal between the two would leave it behind.
  process.once("exit", clear);
  for (const signal of SIGNALS)
    process.once(signal, () => {
      clear();
      // Nobody listens any more, so that it ends the process as if nobody had.
      process.kill(process.pid, signal);
    });
  folder = mkdtempSync(join(tmpdir(), PREFIX));
  writeFileSync(join(folder, HOLDER), newHolder());
  return folder;
}

function lookFolders(): readonly string[] {
  try {
    return readdirSync(tmpdir()).flatMap((name) => (name.startsWith(PREFIX) ? [join(tmpdir(), name)] : []));
  } catch {
    return [];
  }
}

/** Only of one's own, which nobody else can put anything into. */
function isLeft(folder: string): boolean {
  try {
    const { uid, mtimeMs } = lstatSync(folder);
    if (uid !== (process.getuid?.() ?? uid)) return false;
    const holder = holderOf(folder);
    return holder === null ? Date.now() - mtimeMs > LEFT_BEHIND_MS : isGone({ holder });
  } catch {
    return false;
  }
}

function holderOf(folder: string): string | null {
  try {
    return readFileSync(join(folder, HOLDER), "utf8");
  } catch {
    return null;
  }
}

/** What cannot be removed is none of the command's work. */
function remove(folder: string): void {
  try {
    // Threads may be putting something there.
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // The next one tries again.
  }
}
