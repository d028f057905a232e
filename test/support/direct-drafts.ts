/** A `DraftSource` without the reading thread: the same code in this one, so that a test that opens a workspace starts no thread. */
import { BATCH_ROWS } from "../../src/app/limits.ts";
import type { DraftSource } from "../../src/app/ports.ts";
import { accept } from "../../src/core/problem/refusal.ts";
import { FolderFileStore } from "../../src/source/folder-file-store.ts";
import { WHOLE_FILE } from "../../src/source/open-rows.ts";
import { draftBuilder, readDrafts } from "../../src/source/read-drafts.ts";
import { scanPart } from "../../src/source/scan-part.ts";
import { scanAnswer } from "../../src/source/scanned-part.ts";

export function directDrafts(folder: string, batchRows: number = BATCH_ROWS): DraftSource {
  const files = new FolderFileStore(folder);
  return {
    async scan(settings) {
      const scanned = await scanPart(files, settings, { part: WHOLE_FILE, batchRows });
      if (!scanned.ok) return scanned;
      const { found, finder } = scanned.value;
      async function* candidates() {
        yield* finder.candidates();
        await finder.close();
      }
      const duplicates = settings.policy.inFile === "both" ? null : candidates();
      return accept({ ...scanAnswer(settings, found), duplicates });
    },
    drafts: (settings, from) =>
      readDrafts(files, settings, { builder: draftBuilder(settings), part: { from, to: null }, batchRows }),
    close: async () => undefined,
  };
}
