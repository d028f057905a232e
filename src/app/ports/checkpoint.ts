/** How far an import has come. */
import type { Tally } from "../../core/plan/outcome.ts";
import type { LedgerDigest } from "../import/ledger-digest.ts";

/** Where a run is: everything before it is in the ledger and committed. */
export type Checkpoint = {
  /** Byte offset and physical line of the next row to read. */
  readonly offset: number;
  readonly line: number;
  readonly tally: Tally;
  readonly ledger: LedgerDigest;
};
