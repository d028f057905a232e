/** The use cases on a data folder, as a process of the crash tests has them. The same folder gives the same ids. */
import { join } from "node:path";
import type { Ports } from "../../src/app/ports.ts";
import { isGone, newHolder } from "../../src/jobs/holder.ts";
import { openSourceFile } from "../../src/source/csv-file.ts";
import { fileConverter } from "../../src/source/file-converter.ts";
import { FolderFileStore } from "../../src/source/folder-file-store.ts";
import { ThreadedDrafts } from "../../src/source/threaded-drafts.ts";
import { openSqliteStore } from "../../src/store/sqlite/store.ts";

export function folderPorts(folder: string, batchRows?: number): Ports {
  return {
    store: openSqliteStore(folder, Date.now, { aheadLines: 1_000, sliceKeys: 500 }),
    files: new FolderFileStore(folder),
    drafts: new ThreadedDrafts(folder, batchRows === undefined ? {} : { batchRows }),
    inputs: { open: openSourceFile },
    converter: fileConverter(join(folder, "tmp")),
    now: Date.now,
    random: () => 0x5eed,
    secret: () => "unused",
    holder: newHolder(),
    isGone,
  };
}

export async function closePorts({ drafts, store }: Ports): Promise<void> {
  await drafts.close();
  await store.close();
}
