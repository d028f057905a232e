/** What `<muster-import>` tells the page that it stands in: the details of its events. */
import type { OutcomeCounts } from "../plan/outcome.ts";

/** Of `muster-done`: the import has ended, and its ledger balances. */
export type ImportDone = {
  /** `imp_…` */
  readonly import: string;
  /** `cancelled`: stopped by the person; what was written until then stays. */
  readonly state: "done" | "cancelled";
  /** Lines of the file: the five outcomes added up. */
  readonly lines: number;
  readonly outcomes: OutcomeCounts;
  /** Name of the file. */
  readonly file: string;
};

/** Of `muster-error`: what is wrong, by a code of docs/problems.md, and what to do about it. */
export type ImportError = { readonly code: string; readonly message: string; readonly fix: string };

/** Of `muster-token`: there is no token yet, it ends soon, or has ended. The element goes on as soon as it is given another one. */
export type TokenWanted = {
  /** RFC 3339; null = there is none yet. */
  readonly expiresAt: string | null;
  readonly hasExpired: boolean;
};
