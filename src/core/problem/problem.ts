/** A finding on the user's data: a value that goes into the ledger. It holds no prose; the catalogue turns its code into words. */
import type { ProblemCode } from "./catalogue.ts";

/** `error`: the row is not written. `warning`: that cell is not written, the rest of the row is. */
export type Severity = "error" | "warning";

export type Problem = {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** Header of the column, as it stands in the file; absent when the finding is about the whole row. */
  readonly column?: string;
  /** Key of the field the column is mapped to. */
  readonly field?: string;
  /** Raw text of the cell. */
  readonly value?: string;
  /** What the message needs besides: other lines, contacts, the missing fields. */
  readonly params?: Readonly<Record<string, string | number | readonly string[]>>;
};
