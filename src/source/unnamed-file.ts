/** A file for scratch without a name: nothing is left of it when the process ends, however it ends. */
import { type FileHandle, open, rm } from "node:fs/promises";
import { join } from "node:path";

/** @param folder must exist */
export async function unnamedFile(folder: string): Promise<FileHandle> {
  const path = join(folder, `muster-${process.pid}-${process.hrtime.bigint()}`);
  const file = await open(path, "wx+", 0o600);
  await rm(path, { force: true });
  return file;
}
