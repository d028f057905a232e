/** Files that a person names. */
import type { Refusal, Result } from "../../core/problem/refusal.ts";
import type { TableBytes } from "./table-bytes.ts";

/** A file that a person has named, before it is stored. */
export type InputFile = TableBytes & {
  /** As it was given, for messages. */
  readonly path: string;
  /** A refusal if another program has written to the file since it was opened. */
  changed(): Promise<Refusal | null>;
  close(): Promise<void>;
};

export interface Inputs {
  /** `-` = standard input, to its end. */
  open(path: string): Promise<Result<InputFile>>;
}
