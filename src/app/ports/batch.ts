/** What the deciding of one batch may ask of the database, and what it leaves there. */
import type { AccountKeyName } from "../../core/account/account-keys.ts";
import type { Account } from "../../core/account/find-account.ts";
import type { KeyKind } from "../../core/match/key-hash.ts";
import type { ObjectKind } from "../../core/object/object-kind.ts";
import type { Pipeline } from "../../core/pipeline/pipeline.ts";
import type { BatchPlan, ExistingContact } from "../../core/plan/batch-plan.ts";
import type { DuplicateLine, FileContact } from "../../core/plan/file-duplicates.ts";
import type { FieldOptions } from "../../core/plan/new-options.ts";
import type { Outcome } from "../../core/plan/outcome.ts";
import type { ImportShape } from "../../core/plan/shape.ts";
import type { Checkpoint } from "./checkpoint.ts";
import type { ProfileStore } from "./effect-ports.ts";

/** Identity keys that are asked for, by their hashes. */
export type KeyAsk = { readonly kind: KeyKind; readonly hashes: Float64Array };

/** A hash and a contact that holds it, in each position of the two lists. */
export type KeyHits = { readonly hashes: Float64Array; readonly contacts: Float64Array };

/** Finds the keys of coming batches while another batch is written. It changes no answer of a batch, only who looks it up. */
export interface KeysAhead {
  /** Resolves when the keys are found, or will not be: the batch that asks for them then looks them up itself. */
  find(asks: readonly KeyAsk[]): Promise<void>;
  end(): Promise<void>;
}

/** A contact as batches see it; `createdBy` is the import that made it. */
export type LoadedContact = ExistingContact & { readonly createdBy: number };

/** What a plan has shown of a line. `changes` is the JSON text of its changes. */
export type PlannedLine = { readonly outcome: Outcome; readonly changes: string | null };

/** What a batch may ask, on one consistent state of the workspace. */
export interface BatchReader {
  /** The workspace holds something of what the lines are. */
  hasAny(): Promise<boolean>;
  /** The contacts that lines of another import of the workspace led to, by line. */
  contactsOfLines(importNumber: number, fromLine: number, toLine: number): Promise<ReadonlyMap<number, number>>;
  hasKeys(kind: KeyKind): Promise<boolean>;
  findByKeys(kind: KeyKind, hashes: Float64Array): Promise<KeyHits>;
  /** Those asked for, as far as they are there, and no others. */
  loadContacts(numbers: readonly number[], shape: ImportShape): Promise<ReadonlyMap<number, LoadedContact>>;
  /** Lines of a stored plan, for the run that follows it; empty where there is none. */
  plannedLines(fromLine: number, toLine: number): Promise<ReadonlyMap<number, PlannedLine>>;
  duplicateLines(fromLine: number, toLine: number): Promise<ReadonlyMap<number, DuplicateLine>>;
  fileContacts(keys: readonly string[]): Promise<ReadonlyMap<string, FileContact>>;
  /** First number free for what the lines are. */
  nextNumber(): Promise<number>;
  /** Accounts under these hashes, those that the pass has made so far among them. A hash may lead to others too. */
  findAccounts(key: AccountKeyName, hashes: Float64Array): Promise<readonly number[]>;
  /** Those asked for, as far as they are there, and no others. */
  loadAccounts(numbers: readonly number[]): Promise<readonly Account[]>;
  nextAccount(): Promise<number>;
  /** How many contacts say what these accounts are called now, and will say what they are called then. */
  followersOf(updates: BatchPlan["updates"], shape: ImportShape): Promise<number>;
  /** Which of these tags the workspace has. */
  knownTags(keys: readonly string[]): Promise<ReadonlySet<string>>;
  /** The options of those of these fields that the workspace has made for what the lines are. */
  fieldOptions(keys: readonly string[]): Promise<FieldOptions>;
  profiles(urls: readonly string[]): ReturnType<ProfileStore["find"]>;
  /** With the stages of each, in their order. */
  pipelines(): Promise<readonly Pipeline[]>;
  nextPipeline(): Promise<number>;
  /** The same of another kind of object, in the same state of the workspace. */
  about(object: ObjectKind): BatchReader;
}

/** Reads for the batch after the one that is being written. */
export interface BesideBatch {
  /**
   * Which batch of all that write to the workspace is being written. A batch that comes next (`BatchWriter.follows`) finds nothing
   * that is not in the answers or was written by this one.
   */
  readonly turn: number;
  /** On one consistent state of the workspace, with what the batch writes or without it. */
  read<T>(work: (batch: BatchReader) => Promise<T>): Promise<T>;
}

export interface BatchWriter extends BatchReader {
  /** Null = this database reads and writes one after the other. */
  beside(): BesideBatch | null;
  /** Nobody has written to the workspace between the batch of this turn and this one. */
  follows(turn: number): boolean;
  apply(plan: BatchPlan, shape: ImportShape, checkpoint: Checkpoint): Promise<void>;
}
