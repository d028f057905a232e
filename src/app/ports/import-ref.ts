/** Which import is meant, what its lines are, and the right to write it. */
import type { ObjectKind } from "../../core/object/object-kind.ts";

export type ImportRef = { readonly workspace: number; readonly import: number };

/** The right to write an import's batches. A holder whose token is no longer the stored one has been replaced. */
export type Lease = {
  readonly token: number;
  /** Host and process, for people: `host:1234`. */
  readonly holder: string;
  /** Milliseconds since 1970. */
  readonly until: number;
};

/** An import and what its lines are. */
export type BatchScope = { readonly ref: ImportRef; readonly object: ObjectKind };
