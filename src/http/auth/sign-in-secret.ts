/** The secret that session cookies are signed with: given, or made once and kept in the data folder, readable by its owner alone. */
import { randomBytes } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

const FILE = "sign-in.secret";

/** @param given null = none was; the one of the data folder is used */
export async function signInSecret(dataFolder: string, given: string | null): Promise<string> {
  if (given !== null) return given;
  const path = join(dataFolder, FILE);
  const kept = await keptIn(path);
  if (kept !== null) return kept;
  await mkdir(dataFolder, { recursive: true });
  // Whole before it has its name: of two processes that start at once, one names its own and both read it.
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, randomBytes(32).toString("base64url"), { mode: 0o600 });
  try {
    await link(draft, path);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return (await readFile(path, "utf8")).trim();
}

async function keptIn(path: string): Promise<string | null> {
  try {
    return (await readFile(path, "utf8")).trim();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
