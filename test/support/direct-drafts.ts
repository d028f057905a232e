/** A `DraftSource` without a thread: tests that make a hundred workspaces do not start a hundred threads. */
import { BATCH_ROWS } from "../../src/app/limits.ts";
import type { DraftSource, FileStore } from "../../src/app/ports.ts";
import { accept } from "../../src/core/problem/refusal.ts";
import { readDrafts, scanFile } from "../../src/source/read-drafts.ts";

export const directDrafts = (files: FileStore, scratch: string, batchRows: number = BATCH_ROWS): DraftSource => ({
  async scan(settings) {
    const scanned = await scanFile(files, settings, scratch);
    if (!scanned.ok) return scanned;
    const { answer, finder } = scanned.value;
    if (settings.policy.inFile !== "both") return accept({ ...answer, duplicates: finder.candidates() });
    await finder.close();
    return accept({ ...answer, duplicates: null });
  },
  drafts: (settings, from) => readDrafts(files, settings, { from, batchRows }),
  close: async () => undefined,
});
