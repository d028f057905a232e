/** The use cases on a data folder, as a process of the crash tests has them. The same folder gives the same ids. */
import { join } from "node:path";
import type { Ports } from "../../src/app/ports.ts";
import { isGone, newHolder } from "../../src/jobs/holder.ts";
import { openSourceFile } from "../../src/source/csv-file.ts";
import { fileConverter } from "../../src/source/file-converter.ts";
import { FolderFileStore } from "../../src/source/folder-file-store.ts";
import { ThreadedDrafts } from "../../src/source/threaded-drafts.ts";
import { openTestStore } from "../support/open-test-store.ts";

export async function folderPorts(folder: string, batchRows?: number): Promise<Ports> {
  const holder = newHolder();
  const files = new FolderFileStore(folder, { holder, isGone: (other) => isGone({ holder: other }) });
  return {
    store: await openTestStore(folder, undefined, { aheadLines: 1_000, sliceKeys: 500 }),
    files,
    drafts: new ThreadedDrafts(files, batchRows === undefined ? {} : { batchRows }),
    inputs: { open: openSourceFile },
    converter: fileConverter(join(folder, "tmp")),
    now: Date.now,
    random: () => 0x5eed,
    secret: () => "unused",
    holder,
    isGone,
  };
}

export async function closePorts({ drafts, store }: Ports): Promise<void> {
  await drafts.close();
  await store.close();
}
