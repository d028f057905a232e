/** Where a command's file goes: stdout, or a file that is there whole or not at all. */
import { once } from "node:events";
import { createWriteStream, renameSync, rmSync, statSync } from "node:fs";
import { finished } from "node:stream/promises";
import { TooLargeForWorkbook } from "../app/table/workbook-rows.ts";
import { accept, type Result, refuse } from "../core/problem/refusal.ts";
import { shown } from "../core/problem/shown-text.ts";
import type { Terminal } from "./terminal.ts";

/** @param path null or `-` = stdout */
export async function writeOutput(
  terminal: Terminal,
  path: string | null,
  pieces: AsyncIterable<string | Uint8Array>,
): Promise<Result<null>> {
  if (path === null || path === "-") return writeAnswer(terminal, pieces);
  // A pipe or a device is written to as it is; a file is written beside its place and then put there.
  const part = isSpecial(path) ? path : `${path}.part-${process.pid}`;
  try {
    await writeFile(part, pieces);
    if (part !== path) renameSync(part, path);
    return accept(null);
  } catch (error) {
    if (part !== path) rmSync(part, { force: true });
    if (error instanceof TooLargeForWorkbook) return refuse(error.refusal);
    const cause = UNWRITABLE.get(error instanceof Error && "code" in error ? String(error.code) : "");
    if (cause === undefined) throw error;
    return refuse({
      code: "arguments_invalid",
      message: `${shown(path)} cannot be written: ${cause}.`,
      fix: "Name a file in a folder that is there and that you may write to, or leave --out out for stdout.",
    });
  }
}

async function writeAnswer(terminal: Terminal, pieces: AsyncIterable<string | Uint8Array>): Promise<Result<null>> {
  try {
    for await (const piece of pieces) await terminal.write(piece);
    return accept(null);
  } catch (error) {
    if (error instanceof TooLargeForWorkbook) return refuse(error.refusal);
    throw error;
  }
}

async function writeFile(path: string, pieces: AsyncIterable<string | Uint8Array>): Promise<void> {
  const stream = createWriteStream(path);
  // Without a listener an error between two writes would end the process.
  const ended = finished(stream);
  ended.catch(() => undefined);
  await once(stream, "open");
  for await (const piece of pieces) {
    if (!stream.write(piece)) await Promise.race([once(stream, "drain"), ended]);
  }
  stream.end();
  await ended;
}

const UNWRITABLE: ReadonlyMap<string, string> = new Map([
  ["ENOENT", "there is no such folder"],
  ["ENOTDIR", "its path leads through a file"],
  ["EISDIR", "it is a folder"],
  ["EACCES", "you may not write there"],
  ["EPERM", "you may not write there"],
  ["EROFS", "the disk is read-only"],
  ["ENAMETOOLONG", "its name is too long"],
]);

const isSpecial = (path: string): boolean => {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && !found.isFile() && !found.isDirectory();
};
