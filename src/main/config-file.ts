/** Settings of a config file become part of the environment, so that worker processes have them too. */
import { readFile } from "node:fs/promises";
import { configPath, readConfigFile, unreadableConfig } from "../config/config-file.ts";
import { accept, type Result, refuse } from "../core/problem/refusal.ts";

export async function applyConfigFile(env: NodeJS.ProcessEnv, args: readonly string[]): Promise<Result<null>> {
  const path = configPath(env, args);
  if (path === null) return accept(null);
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    return refuse(unreadableConfig(path, whyNot(error)));
  }
  const added = readConfigFile(env, { path, text });
  if (!added.ok) return added;
  Object.assign(env, added.value);
  return accept(null);
}

const WHY: Readonly<Record<string, string>> = {
  ENOENT: "there is none",
  EISDIR: "it is a folder",
  EACCES: "it may not be read",
};

const whyNot = (error: unknown): string => {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return WHY[code] ?? (error instanceof Error ? error.message : String(error));
};
