/** Makes everything that use cases work with, on the embedded database. */
import { randomInt } from "node:crypto";
import { hostname } from "node:os";
import { join } from "node:path";
import type { Lease, Ports } from "../app/ports.ts";
import { readEffectsConfig } from "../config.ts";
import { scratchInput } from "../source/scratch-input.ts";
import { threadedConverter } from "../source/threaded-converter.ts";
import { userAgent } from "./manifest.ts";

/** Loaded when a command needs them: `--help` and `field` work without a database. */
export async function openPorts(dataFolder: string): Promise<Ports> {
  const { openSqliteStore } = await import("../store/sqlite/store.ts");
  const { FolderFileStore } = await import("../source/folder-file-store.ts");
  const { ThreadedDrafts } = await import("../source/threaded-drafts.ts");
  return {
    store: openSqliteStore(dataFolder, Date.now),
    files: new FolderFileStore(dataFolder),
    drafts: new ThreadedDrafts(dataFolder),
    inputs,
    converter: threadedConverter(join(dataFolder, "tmp")),
    ...(await profileSource()),
    now: Date.now,
    random: () => randomInt(2 ** 32),
    holder: `${hostname()}:${process.pid}`,
    isGone,
  };
}

/** A setting that is wrong is refused by the commands that need it, not by every one. */
async function profileSource(): Promise<Pick<Ports, "profiles">> {
  const config = readEffectsConfig(process.env);
  if (!config.ok || config.value.enrichment === null) return {};
  const { HttpProfileSource } = await import("../effects/profile-source.ts");
  return { profiles: new HttpProfileSource({ ...config.value.enrichment, userAgent, now: Date.now }) };
}

export const inputs: Ports["inputs"] = {
  async open(path) {
    if (path !== "-") return (await import("../source/csv-file.ts")).openSourceFile(path);
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
