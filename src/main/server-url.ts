/** Where people reach the server of a data folder: as the operator has said, else as the server that was started there last. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readServerConfig } from "../config/server.ts";

/** A file of the data folder. */
export const SERVER_URL = "server.url";

/** Without a slash at its end; null = nobody has said, and none was started. */
export async function serverUrl(dataFolder: string): Promise<string | null> {
  const config = readServerConfig(process.env, {});
  const said = config.ok ? config.value.publicUrl : null;
  const url = said ?? (await readFile(join(dataFolder, SERVER_URL), "utf8").catch(() => null));
  return url === null ? null : url.trim().replace(/\/+$/, "");
}
