/** A `DraftSource` that reads in the thread that asks. For small files: starting a thread takes longer than reading them. */
import { setImmediate } from "node:timers/promises";
import { findingsOf, scanAnswer } from "../app/import/scanning/scanned-part.ts";
import { BATCH_ROWS } from "../app/limits.ts";
import type { DraftSource } from "../app/ports.ts";
import { accept } from "../core/problem/refusal.ts";
import { WHOLE_FILE } from "./open-rows.ts";
import { draftBuilder, readDrafts } from "./read-drafts.ts";
import { scanPart } from "./scan-part.ts";
import type { SourceFiles } from "./source-files.ts";

/** @param files `scratch`: a folder for the keys of a long file */
export function directDrafts(
  files: Pick<SourceFiles, "read" | "slice" | "scratch">,
  batchRows: number = BATCH_ROWS,
): DraftSource {
  return {
    expect: () => undefined,
    async scan(settings) {
      const scanned = await scanPart(files, settings, { part: WHOLE_FILE, batchRows });
      if (!scanned.ok) return scanned;
      const { found, finder } = scanned.value;
      async function* candidates() {
        yield* finder.candidates();
        await finder.close();
      }
      const isCompared = settings.policy.inFile !== "both";
      if (!isCompared) await finder.close();
      const duplicates = isCompared ? candidates() : null;
      return accept({ ...scanAnswer(settings, found), duplicates, found: findingsOf(found), keys: [found.keys] });
    },
    async *drafts(settings, from) {
      const builder = draftBuilder(settings);
      for await (const chunk of readDrafts(files, settings, { builder, part: { from, to: null }, batchRows })) {
        yield chunk;
        // What is read from memory never waits; without a turn of the event loop no signal is ever seen.
        await setImmediate();
      }
    },
    close: async () => undefined,
  };
}
