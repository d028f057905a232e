/** What a backup is, for whoever asks for one: the database at one moment and every source file that it names, in one archive. */
import type { Result } from "../../core/problem/refusal.ts";
import type { InputFile } from "../ports.ts";

export type BackupFacts = {
  /** Source files in it. */
  readonly files: number;
  /** Source files that the database names and the data folder does not have. */
  readonly missing: number;
};

export interface Backups {
  /** The archive's bytes, while others go on working; `facts` are known once the last one was read. */
  write(dataFolder: string): { readonly bytes: AsyncIterable<Uint8Array>; readonly facts: () => BackupFacts };
  /** Only into a folder without a database. What was restored is checked first, byte for byte; until then there is no database. */
  restore(file: InputFile, dataFolder: string): Promise<Result<BackupFacts>>;
}
