/** What is kept - a data folder, a database, files in object storage - did not take or give what it was asked to. */
import type { CatalogueEntry } from "./catalogue-entry.ts";

export const storageRefusals = {
  store_busy: {
    kind: "refusal",
    title: "The database is busy",
    cause: "Another process has been writing to the same data for so long that this one gave up waiting.",
    fix: "Wait until the other process has finished, then try again.",
  },
  store_unreachable: {
    kind: "refusal",
    title: "The database cannot be reached",
    cause:
      "The database that DATABASE_URL names does not answer, does not let Muster in, or the connection to it broke.",
    fix: "Check that it runs and that DATABASE_URL is right; what was being done goes on from where it was.",
  },
  store_half_moved: {
    kind: "refusal",
    title: "The data is being moved",
    cause:
      "A move into this database was cut off or is under way, so that it does not hold everything yet; or the data is being copied elsewhere, and is not to change meanwhile.",
    fix: "Where muster move is at work, wait until it has ended. Where it was cut off, run the same move again (muster move --to); it goes on from where it was.",
  },
  move_refused: {
    kind: "refusal",
    title: "The data cannot be moved there",
    cause: "A move fills an empty database, from data that nobody works with meanwhile.",
    fix: "Stop the servers and workers of the data, and name an empty database or a new folder (muster move --to); then run it again.",
  },
  store_newer: {
    kind: "refusal",
    title: "The data is of a newer version",
    cause: "A newer version of Muster has written to it, and this one might damage what it does not know.",
    fix: "Update Muster, or use another data folder (--data DIR) or database (DATABASE_URL).",
  },
  store_read_only: {
    kind: "refusal",
    title: "The data cannot be written to",
    cause: "The folder, the database or the disk it is on is read-only, or belongs to another user.",
    fix: "Give yourself the right to write there, or use another data folder (--data DIR) or database (DATABASE_URL).",
  },
  store_damaged: {
    kind: "refusal",
    title: "The stored data is damaged",
    cause:
      "The database in the data folder is not what Muster has written: cut short, overwritten, or on a failing disk. Or a source file is gone.",
    fix: "Put the last copy of the data folder back, or of the bucket where files are in one, and check the disk before you go on.",
  },
  disk_full: {
    kind: "refusal",
    title: "The disk is full",
    cause: "There was no room left to write. What was committed before is safe.",
    fix: "Make room on the disk, then go on with muster resume.",
  },
  storage_unreachable: {
    kind: "refusal",
    title: "The object storage does not answer",
    cause:
      "The service that holds the source files did not answer in time, or answered that something is wrong with it, and did so again each time it was asked. What was committed before is safe.",
    fix: "Wait until the service answers again, or correct its address in MUSTER_S3_ENDPOINT; then go on with the import (muster resume).",
  },
  storage_refused: {
    kind: "refusal",
    title: "The object storage refuses what it is asked",
    cause:
      "The bucket does not exist or is in another region, or the key to it is wrong, has expired, or may not do what is needed.",
    fix: "Correct what the message names, among MUSTER_FILES, MUSTER_S3_ENDPOINT, AWS_REGION and the AWS_ credentials; docs/object-storage.md says what the key must be allowed. Then go on with the import (muster resume).",
  },
} as const satisfies Record<string, CatalogueEntry>;
