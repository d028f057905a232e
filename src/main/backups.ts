/** Backups of a data folder: a consistent copy of its database and the files that it names. */
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Backups } from "../app/ports/backup.ts";
import { asStoreFault } from "../app/store-fault.ts";
import { openFiles } from "./stored-files.ts";

export const backups: Backups = {
  write(dataFolder) {
    let facts = { files: 0, missing: 0 };
    async function* bytes() {
      const { copyDatabase, copySignIn } = await import("../store/sqlite/database-copy.ts");
      const { packBackup } = await import("../source/archive/backup-archive.ts");
      const database = await scratchPath(dataFolder);
      const people = `${database}.people`;
      try {
        const { files: keys } = await copyDatabase(dataFolder, database);
        const signIn = (await copySignIn(dataFolder, people)) ? people : null;
        facts = yield* packBackup({ database, signIn, files: await openFiles(dataFolder), keys, at: Date.now() });
      } finally {
        for (const copy of [database, people])
          for (const left of ["", "-wal", "-shm"]) await rm(copy + left, { force: true });
      }
    }
    return { bytes: bytes(), facts: () => facts };
  },
  async restore(file, dataFolder) {
    const { databaseFacts } = await import("../store/sqlite/database-copy.ts");
    const { restoreBackup } = await import("../source/archive/restore-backup.ts");
    const files = await openFiles(dataFolder);
    return restoreBackup(file, { dataFolder, files, database: await scratchPath(dataFolder), check: databaseFacts });
  },
};

async function scratchPath(dataFolder: string): Promise<string> {
  const folder = join(dataFolder, "tmp");
  await mkdir(folder, { recursive: true }).catch((error) => Promise.reject(asStoreFault(error)));
  return join(folder, `backup-${process.pid}.db`);
}
