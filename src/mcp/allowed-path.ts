/** Which files an assistant may name: ordinary ones, and where a folder is given, those in it alone. */
import { realpath } from "node:fs/promises";
import { isAbsolute, relative, resolve } from "node:path";
import { z } from "zod";
import { accept, type Result, refuseWith } from "../core/problem/refusal.ts";
import { shown } from "../core/problem/shown-text.ts";

export const filePath = z
  .string()
  .min(1)
  .max(4096)
  .describe("Path of the file on the machine where Muster runs, best an absolute one");

/** @param folder null = anywhere that the process may read */
export async function allowedPath(path: string, folder: string | null): Promise<Result<string>> {
  // `-` is standard input to the command line, and here the connection to the assistant.
  if (path === "-") return refuseWith("file_not_offered", "- is no file here.");
  if (folder === null) return accept(resolve(path));
  const inside = await realpath(folder).catch(() => null);
  if (inside === null) return refuseWith("file_not_offered", `The folder ${shown(folder)} is not there.`);
  const asked = resolve(inside, path);
  // Links are followed first: what counts is where the file is, not what it is called.
  const real = await realpath(asked).catch(() => asked);
  const below = relative(inside, real);
  if (below === "" || below.startsWith("..") || isAbsolute(below))
    return refuseWith("file_not_offered", `${shown(path)} is not in the folder ${shown(folder)}.`);
  return accept(real);
}
