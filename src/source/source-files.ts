/** Stored files as their readers need them, and where they are. */
import type { FileStore } from "../app/ports.ts";
import type { BucketConfig } from "../config/file-storage.ts";

/** Can be posted to a thread, which opens the same. */
export type FilesPlace = {
  /** The data folder: also with a bucket it has room for files that are gone when the work is over. */
  readonly folder: string;
  /** Null = they are in the data folder. */
  readonly bucket: BucketConfig | null;
};

/** Tells the scratch files of processes that are gone from those of others. */
export type ScratchOwner = {
  /** Of this process. */
  readonly holder: string;
  /** True only where it is certain. */
  readonly isGone: (holder: string) => boolean;
};

export interface SourceFiles extends FileStore {
  /** A folder of this machine. */
  readonly scratch: string;
  readonly place: FilesPlace;
}
