/** A `DraftSource` without the reading thread: the same code in this one, so that a test that opens a workspace starts no thread. */
import { BATCH_ROWS } from "../../src/app/limits.ts";
import type { DraftSource } from "../../src/app/ports.ts";
import { accept } from "../../src/core/problem/refusal.ts";
import { FolderFileStore } from "../../src/source/folder-file-store.ts";
import { readDrafts, scanFile } from "../../src/source/read-drafts.ts";

export function directDrafts(folder: string, batchRows: number = BATCH_ROWS): DraftSource {
  const files = new FolderFileStore(folder);
  return {
    async scan(settings) {
      const scanned = await scanFile(files, settings, files.scratch);
      if (!scanned.ok) return scanned;
      const { answer, finder } = scanned.value;
      async function* candidates() {
        yield* finder.candidates();
        await finder.close();
      }
      return accept({ ...answer, duplicates: settings.policy.inFile === "both" ? null : candidates() });
    },
    drafts: (settings, from) => readDrafts(files, settings, { from, batchRows }),
    close: async () => undefined,
  };
}
