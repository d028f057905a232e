/** A port: erasures that were asked for, with what would go, and what has become of them. They name nobody: people stand in them by number. */
import type { Refusal } from "../../core/problem/refusal.ts";
import type { Claim, Claimant } from "./claim.ts";

/**
 * `planning`: a worker looks what would go. `planned`: it waits for somebody to say so. `erasing`: a worker is at it, or will be.
 * `refused`: something stands in the way; it can be asked for again once that is gone.
 */
export type ErasureState = "planning" | "planned" | "erasing" | "erased" | "refused";

/** Numbers of objects that stay and name an erased person, as a colleague or in a note: what they say is about others too. */
export type Mentions = Readonly<Record<"contacts" | "accounts" | "opportunities", readonly number[]>>;

/** How many places there were: the record of an erasure names nobody. */
export type ErasedPlaces = {
  readonly contacts: number;
  readonly imports: number;
  readonly lines: number;
  readonly rows: number;
  readonly files: number;
  readonly opportunities: number;
  readonly merges: number;
  readonly runs: number;
  readonly effects: number;
  /** Files that wait for their import. */
  readonly uploads: number;
};

export type ErasureRecord = {
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly by: string;
  /** Numbers of the contacts that there were: whoever restores an older backup can erase them again. */
  readonly contacts: readonly number[];
  readonly state: ErasureState;
  /** Null = nobody has looked yet. */
  readonly places: ErasedPlaces | null;
  readonly mentions: Mentions | null;
  readonly refusal: Refusal | null;
  readonly endedAt: number | null;
};

export interface ErasureRequests {
  /** @param state `planning`: to be looked at first */
  open(
    workspace: number,
    asked: Pick<ErasureRecord, "at" | "by" | "contacts"> & { readonly state: "planning" | "erasing" },
  ): Promise<ErasureRecord>;
  get(workspace: number, erasure: number): Promise<ErasureRecord | null>;
  /** Newest first. */
  list(
    workspace: number,
    page: { readonly before: number | null; readonly limit: number },
  ): Promise<readonly ErasureRecord[]>;
  /** What workers are to do, oldest first. */
  unfinished(workspace: number): Promise<readonly ErasureRecord[]>;
  /** False where another claim is on it. */
  claim(workspace: number, erasure: number, claim: Claim): Promise<boolean>;
  /** Both change nothing where the claim is not the holder's any more. */
  renew(workspace: number, erasure: number, by: Claimant): Promise<void>;
  free(workspace: number, erasure: number, holder: string): Promise<void>;
  /** What was looked at, of one that was to be; nothing happens to one that has gone on. */
  planned(
    workspace: number,
    erasure: number,
    found: { readonly places: ErasedPlaces; readonly mentions: Mentions },
  ): Promise<void>;
  refused(workspace: number, erasure: number, end: { readonly refusal: Refusal; readonly at: number }): Promise<void>;
  /** Null = its state does not allow it. */
  start(workspace: number, erasure: number, doing: { readonly by: string }): Promise<ErasureRecord | null>;
  /** False where it is done, or being done. */
  withdraw(workspace: number, erasure: number): Promise<boolean>;
  /** Those that were only looked at, before this time. */
  sweep(workspace: number, before: number): Promise<void>;
}
