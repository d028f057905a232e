/** Opens what files are kept in, as the environment says: the data folder, or a bucket. */
import type { PartialFiles } from "../app/ports/partial-files.ts";
import { readFileStorage } from "../config/file-storage.ts";
import { isGone, newHolder } from "../jobs/holder.ts";
import { openPartialFiles, openSourceFiles } from "../source/open-source-files.ts";
import type { SourceFiles } from "../source/source-files.ts";

export const openFiles = (dataFolder: string): Promise<SourceFiles> =>
  openSourceFiles(placeOf(dataFolder), { holder: newHolder(), isGone: (holder) => isGone({ holder }) });

export const openPartials = (dataFolder: string): Promise<PartialFiles> => openPartialFiles(placeOf(dataFolder));

/** Whoever has just set up a bucket learns when the server starts whether it does what it is asked. */
export async function sayTrouble(files: Pick<SourceFiles, "isHeld">, say: (line: string) => void): Promise<void> {
  await files.isHeld("no file").catch((error) => say(error instanceof Error ? error.message : String(error)));
}

function placeOf(folder: string) {
  const bucket = readFileStorage(process.env);
  // Every command looks at the settings before it opens anything, and refuses them in its own way.
  if (!bucket.ok) throw new Error(bucket.refusal.message);
  return { folder, bucket: bucket.value };
}
