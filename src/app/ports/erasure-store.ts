/** A port: what the database knows of people, and what erasing them does to it. */

import type { LedgerLine } from "../../core/plan/outcome.ts";
import type { Result } from "../../core/problem/refusal.ts";
import type { ImportSettings } from "../import/import-settings.ts";
import type { Checkpoint } from "./checkpoint.ts";
import type { ErasedPlaces, ErasureRecord } from "./erasure-requests.ts";
import type { ImportRef } from "./import-ref.ts";

/** One person or several, with all that the database holds of them beside the ledgers. */
export type People = {
  /** Numbers of the contacts and of those that were merged into them. */
  readonly contacts: readonly number[];
  readonly opportunities: readonly number[];
  /** Email addresses and addresses of profiles, in lower case. */
  readonly known: readonly string[];
  readonly merges: number;
  /** Runs of workflows and messages in the outbox. */
  readonly runs: number;
  readonly effects: number;
};

/** A block of a ledger's digest chain in which lines were erased: its digest with them, and without. */
export type ErasedBlock = { readonly block: number; readonly was: string; readonly now: string };

/** What erasing changes of one import. */
export type ImportErasure = {
  readonly ref: ImportRef;
  readonly settings: ImportSettings;
  readonly progress: Checkpoint | null;
  /** Lines of its ledger and of its plan. */
  readonly run: readonly number[];
  readonly plan: readonly number[];
  readonly blocks: readonly ErasedBlock[];
};

export type ErasureRequest = {
  readonly people: People;
  readonly imports: readonly ImportErasure[];
  /** Cells of erased rows: samples of mappings that say the same go. */
  readonly cells: ReadonlySet<string>;
  /** Version of every import of the workspace as it was looked at. */
  readonly versions: ReadonlyMap<number, number>;
  /** Stored files that are replaced. */
  readonly drops: readonly string[];
  /** Numbers of uploads that go. */
  readonly uploads: readonly number[];
  /** Number of the erasure that was asked for; null = none was: it is done at once. */
  readonly request: number | null;
  readonly places: ErasedPlaces;
  readonly by: string;
  readonly at: number;
};

export interface ErasureStore {
  /** Contacts that are not there are left out of `contacts`. */
  people(workspace: number, contacts: readonly number[]): Promise<People>;
  /** Numbers of those whose values hold one of these texts, which are in lower case as far as they are of ASCII. */
  naming(
    workspace: number,
    object: "contact" | "account" | "opportunity",
    asked: { readonly texts: readonly string[]; readonly limit: number },
  ): Promise<readonly number[]>;
  /** One transaction. Refused where an import is at work, or has changed since it was looked at, and where the request is not to be done any more. */
  erase(workspace: number, request: ErasureRequest): Promise<Result<ErasureRecord>>;
  /** After its transaction: what was erased does not stay in the write-ahead log either. */
  wipe(): Promise<void>;
  /** Compacting holds up whoever writes: it waits until no import is at work. */
  readonly compactsAlone: boolean;
  /** Something was erased since the database was compacted: what had been overwritten or deleted before may still be in its free pages. */
  needsCompacting(): Promise<boolean>;
  /** Writes the database anew, which takes as long as its size asks for and holds up the thread. False = others are writing. */
  compact(): Promise<boolean>;
  blocks(ref: ImportRef): Promise<readonly ErasedBlock[]>;
  /** Lines of a run's ledger with the digests of the blocks that they are in, in one transaction. */
  rewriteLines(ref: ImportRef, lines: readonly LedgerLine[], blocks: readonly ErasedBlock[]): Promise<void>;
  /** What lines did besides, and what workflows wrote for the import, lose their values. */
  forgetSides(ref: ImportRef): Promise<void>;
  /** True once a day for each workspace, whoever asks: retention is to be looked after. */
  claimRetention(workspace: number, now: number): Promise<boolean>;
  dropLater(workspace: number, keys: readonly string[]): Promise<void>;
  /** Stored files that are to go, and those that have gone. */
  filesToDrop(workspace: number): Promise<readonly string[]>;
  dropped(workspace: number, keys: readonly string[]): Promise<void>;
}
