/** What the database keeps of imports: their records, and the batches of a plan or a run. */
import type { ImportState } from "../../core/import-state.ts";
import type { ObjectKind } from "../../core/object/object-kind.ts";
import type { BatchPlan } from "../../core/plan/batch-plan.ts";
import type { DuplicateLine } from "../../core/plan/file-duplicates.ts";
import type { Tally } from "../../core/plan/outcome.ts";
import type { Refusal, Result } from "../../core/problem/refusal.ts";
import type { ImportSettings } from "../import/import-settings.ts";
import type { ScanFindings } from "../import/scanning/scan-findings.ts";
import type { BatchReader, BatchWriter, KeysAhead } from "./batch.ts";
import type { Checkpoint } from "./checkpoint.ts";
import type { FoundDuplicates, Pass, ScanFacts } from "./draft-source.ts";
import type { BatchScope, ImportRef, Lease } from "./import-ref.ts";
import type { Job } from "./job-store.ts";
import type { UndoProgress } from "./undo-ports.ts";

export type ImportRecord = {
  readonly ref: ImportRef;
  readonly id: string;
  readonly state: ImportState;
  /** Raised with every change of the record; writers say which version they have seen. */
  readonly version: number;
  readonly settings: ImportSettings;
  readonly scan: ScanFacts | null;
  readonly planned: Tally | null;
  readonly progress: Checkpoint | null;
  readonly undo: UndoProgress | null;
  readonly refusal: Refusal | null;
  readonly cancelRequested: boolean;
  readonly lease: Lease | null;
  readonly createdAt: number;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
  readonly receipt: string | null;
  /** What is wanted of it in the background; null = nothing. */
  readonly job: Job | null;
};

export type ImportPatch = Partial<
  Pick<
    ImportRecord,
    "state" | "settings" | "scan" | "planned" | "progress" | "undo" | "refusal" | "startedAt" | "finishedAt" | "receipt"
  >
>;

/** What a scan tells a plan, kept with it. `keys`: memory of the filters over the keys of the file's parts. */
export type PlanBasis = { readonly found: ScanFindings; readonly keys: readonly ArrayBufferLike[] };

/** `keys`: those that lines of the file have by now and did not have before. */
export type CorrectedLines = Pick<BatchPlan, "lines" | "accounts"> & {
  readonly found: ScanFindings;
  readonly keys: readonly number[];
  /** Those of the lines that share keys; no other line shares one with them. */
  readonly duplicates: ReadonlyMap<number, DuplicateLine>;
};

export interface ImportStore {
  create(workspace: number, settings: ImportSettings, at: number): Promise<ImportRecord>;
  get(ref: ImportRef): Promise<ImportRecord | null>;
  list(
    workspace: number,
    page: { readonly limit: number; readonly before: number | null },
  ): Promise<readonly ImportRecord[]>;
  /** Imports that somebody was writing or undoing and has not finished. */
  unfinished(): Promise<readonly ImportRecord[]>;
  /** Null where the version is no longer the stored one, or, with a lease, where that is no longer held. */
  patch(record: ImportRecord, patch: ImportPatch, lease?: Lease): Promise<ImportRecord | null>;
  /** With its plan and ledger. Which contacts it touched stays known to other imports' undo. */
  remove(ref: ImportRef): Promise<void>;
  /** Whoever runs it sees this at the end of the batch. */
  requestCancel(ref: ImportRef): Promise<void>;
  isCancelRequested(ref: ImportRef): Promise<boolean>;
  /**
   * Inside a transaction, until its end: who drops stored files, and who begins to use some, wait for each other. Any number may
   * begin to use files at the same time.
   */
  holdFiles(how: "use" | "drop"): Promise<void>;
  /** Some import or upload, of whatever workspace, is of this stored file. */
  usesFile(key: string): Promise<boolean>;
  /** The newest finished import before this one that read the same rows, from the same stored file; null = none. */
  sameFileBefore(ref: ImportRef, key: string): Promise<number | null>;
  /** Takes the lease where nobody holds it, its time is over, or `isGone` says its holder is no more. */
  takeLease(ref: ImportRef, holder: string, now: number, isGone: (lease: Lease) => boolean): Promise<Result<Lease>>;
  /** Says that the holder is alive; an import that writes says so with every batch. */
  renewLease(ref: ImportRef, lease: Lease): Promise<void>;
  dropLease(ref: ImportRef, lease: Lease): Promise<void>;
  saveDuplicates(
    ref: ImportRef,
    found: AsyncIterable<FoundDuplicates>,
    keep: "first" | "last" | "all",
    /** Where lines are about two objects, only keys of the second choose which line is kept. */
    bySecond?: boolean,
  ): Promise<number>;
  /** For the plan that is to be made; null = it stands on nothing that is known. */
  saveBasis(ref: ImportRef, basis: PlanBasis | null): Promise<void>;
  /** What the scan for the stored plan has found; null where that is not known, or the workspace is not as it was then. */
  basis(ref: ImportRef): Promise<ScanFindings | null>;
  /** Whether a line of the planned file may have one of these keys; false is certain. */
  mayHaveKeys(ref: ImportRef, keys: readonly number[]): Promise<boolean>;
  /** These lines of the planned file, and those that share keys with them, directly or by others; at most so many more. */
  sharingLines(ref: ImportRef, lines: readonly number[], most: number): Promise<readonly number[]>;
  /** Puts lines in the place of those that the plan has, and what is known of the file with them. */
  correctPlan(scope: BatchScope, corrected: CorrectedLines): Promise<void>;
  /** Forgets what an earlier plan or scan of this import left. */
  clearPlan(ref: ImportRef): Promise<void>;
  /** Forgets all that only a run in progress needs. */
  clearScratch(ref: ImportRef): Promise<void>;
  savePlanned(scope: BatchScope, plan: BatchPlan): Promise<void>;
  /** One transaction; fenced: a lease that is no longer the stored one writes nothing and answers a refusal. */
  writeBatch<T>(
    scope: BatchScope & { readonly lease: Lease },
    work: (batch: BatchWriter) => Promise<T>,
  ): Promise<Result<T>>;
  readBatch<T>(scope: BatchScope & { readonly pass: Pass }, work: (batch: BatchReader) => Promise<T>): Promise<T>;
  /** For a pass that has so many lines to go; null where they are too few to be worth it. */
  keysAhead(scope: BatchScope, lines: number): KeysAhead | null;
  /** Indexes the names of all contacts, for an import that matches by them. */
  indexNames(workspace: number): Promise<void>;
  /** Merges the keys that a finished run or undo has left beside the identity index into it. */
  settleKeys(workspace: number): Promise<void>;
  /** Objects of the kind that lines of this run have met, with the line. */
  metContacts(
    ref: ImportRef,
    object?: ObjectKind,
  ): AsyncIterable<readonly (readonly [contact: number, line: number])[]>;
}
