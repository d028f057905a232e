/** Which import is meant, what its lines are, and the right to write it. */
import type { ObjectKind } from "../../core/object/object-kind.ts";

/** An import as it was when somebody looked. */
export type SeenImport = { readonly ref: ImportRef; readonly version: number };

export type ImportRef = { readonly workspace: number; readonly import: number };

/** The right to write an import's batches. A holder whose token is no longer the stored one has been replaced. */
export type Lease = {
  readonly token: number;
  /** Host and process, and what tells it from others of that name: `host:1234#…`. */
  readonly holder: string;
  /** Milliseconds since 1970. */
  readonly until: number;
};

/** The part of it that tells people which process it is. */
export const holderName = (holder: string): string => holder.replace(/#.*$/, "");

/** An import and what its lines are. */
export type BatchScope = { readonly ref: ImportRef; readonly object: ObjectKind };
