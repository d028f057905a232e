/** A data folder from a backup. The database gets its name last: until everything else is there and checked, there is none. */
import { rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { BackupFacts } from "../../app/ports/backup.ts";
import type { TableBytes } from "../../app/ports/table-bytes.ts";
import type { FileStore } from "../../app/ports.ts";
import { asStoreFault } from "../../app/store-fault.ts";
import { accept, type Result, refuse, refuseWith } from "../../core/problem/refusal.ts";
import { RefusedFile } from "../refused-file.ts";
import { unpackBackup } from "./backup-archive.ts";

export type RestoreTarget = {
  readonly dataFolder: string;
  readonly files: FileStore;
  /** Where the database is until it is known to be whole: in the same folder, so that it can be renamed. */
  readonly database: string;
  /** Throws where the file is no database that can be used; answers the stored files that it names. */
  readonly check: (path: string) => { readonly files: readonly string[] };
};

export async function restoreBackup(file: TableBytes, target: RestoreTarget): Promise<Result<BackupFacts>> {
  const { dataFolder, database, check } = target;
  const place = join(dataFolder, "muster.db");
  const used = (): Promise<boolean> =>
    stat(place).then(
      () => true,
      () => false,
    );
  const refusedAsUsed = refuseWith("data_folder_used", `There is a database in ${dataFolder} already.`);
  if (await used()) return refusedAsUsed;
  try {
    const { keys, files, missing } = await unpackBackup(file, target);
    const there = new Set(keys);
    const unnamed = check(database).files.filter((key) => !there.has(key)).length;
    if (unnamed > missing)
      return refuseWith("backup_unreadable", "Source files that the database names are not in the backup.");
    if (await used()) return refusedAsUsed;
    await rename(database, place);
    return accept({ files, missing });
  } catch (error) {
    if (error instanceof RefusedFile) return refuse(error.refusal);
    throw asStoreFault(error);
  } finally {
    for (const left of [database, `${database}.part`, `${database}-wal`, `${database}-shm`])
      await rm(left, { force: true });
  }
}
