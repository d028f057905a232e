/**
 * What the use cases need from the outside. Databases, file stores and threads implement these; test/conformance runs
 * one suite on every implementation. All methods are asynchronous: the embedded database answers at once, others do not.
 */
import type { AccountKeyName } from "../core/account/account-keys.ts";
import type { Account } from "../core/account/find-account.ts";
import type { Field } from "../core/contact/field.ts";
import type { ImportState } from "../core/import-state.ts";
import type { KeyKind } from "../core/match/key-hash.ts";
import type { ObjectKind } from "../core/object/object-kind.ts";
import type { Pipeline } from "../core/pipeline/pipeline.ts";
import type { BatchPlan, ExistingContact } from "../core/plan/batch-plan.ts";
import type { DuplicateLine, FileContact } from "../core/plan/file-duplicates.ts";
import type { LedgerLine, Outcome, Tally } from "../core/plan/outcome.ts";
import type { ImportShape } from "../core/plan/shape.ts";
import type { SideChange } from "../core/plan/side-change.ts";
import type { Policy } from "../core/policy/policy.ts";
import type { PolicyDifference } from "../core/policy/set-policy.ts";
import type { Refusal, Result } from "../core/problem/refusal.ts";
import type { Converter } from "./converter.ts";
import type { DraftSource, FoundDuplicate, Pass, ScanFacts } from "./draft-source.ts";
import type { OutboxStore, ProfileSource, ProfileStore, WorkflowStore } from "./effect-ports.ts";
import type { FileStore } from "./file-store.ts";
import type { BatchScope, ImportRef, Lease } from "./import-ref.ts";
import type { ImportSettings } from "./import-settings.ts";
import type { KeptSource, Promoted } from "./kept-source.ts";
import type { LedgerDigest } from "./ledger-digest.ts";
import type { MappingStore } from "./mapping-store.ts";
import type { MemberStore } from "./member-store.ts";
import type { MergingStores } from "./merge-store.ts";
import type { ContactFilter } from "./object-filter.ts";
import type { OpportunityStore, PipelineStore } from "./opportunity-store.ts";
import type { RetryStore } from "./retry-store.ts";
import type { SourceStore } from "./source-store.ts";
import type { TableBytes } from "./table-bytes.ts";
import type { TagStore } from "./tag-store.ts";
import type { UndoProgress, UndoStore } from "./undo-ports.ts";

export type { DraftChunk, DraftSource, FilePosition, FoundDuplicate, Pass, ScanAnswer } from "./draft-source.ts";
export type { FileStore, StoredFile } from "./file-store.ts";
export type { BatchScope, ImportRef, Lease } from "./import-ref.ts";
export type { ContactFilter } from "./object-filter.ts";

export type Workspace = {
  readonly number: number;
  readonly slug: string;
  readonly name: string;
  readonly preset: string;
  readonly policy: Policy;
  /** Scrambles the numbers of this workspace into public ids. */
  readonly idKey: number;
  readonly createdAt: number;
};

/** Where a run is: everything before it is in the ledger and committed. */
export type Checkpoint = {
  /** Byte offset and physical line of the next row to read. */
  readonly offset: number;
  readonly line: number;
  readonly tally: Tally;
  readonly ledger: LedgerDigest;
};

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
};

export type ImportPatch = Partial<
  Pick<
    ImportRecord,
    "state" | "settings" | "scan" | "planned" | "progress" | "undo" | "refusal" | "startedAt" | "finishedAt" | "receipt"
  >
>;

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
  loadContacts(numbers: readonly number[], shape: ImportShape): Promise<ReadonlyMap<number, LoadedContact>>;
  /** Lines of a stored plan, for the run that follows it; empty where there is none. */
  plannedLines(fromLine: number, toLine: number): Promise<ReadonlyMap<number, PlannedLine>>;
  duplicateLines(fromLine: number, toLine: number): Promise<ReadonlyMap<number, DuplicateLine>>;
  fileContacts(keys: readonly string[]): Promise<ReadonlyMap<string, FileContact>>;
  /** First number free for what the lines are. */
  nextNumber(): Promise<number>;
  /** Accounts under these hashes, those that the pass has made so far among them. A hash may lead to others too. */
  findAccounts(key: AccountKeyName, hashes: Float64Array): Promise<readonly number[]>;
  loadAccounts(numbers: readonly number[]): Promise<readonly Account[]>;
  nextAccount(): Promise<number>;
  /** Which of these tags the workspace has. */
  knownTags(keys: readonly string[]): Promise<ReadonlySet<string>>;
  profiles(urls: readonly string[]): ReturnType<ProfileStore["find"]>;
  /** With the stages of each, in their order. */
  pipelines(): Promise<readonly Pipeline[]>;
  nextPipeline(): Promise<number>;
  /** The same of another kind of object, in the same state of the workspace. */
  about(object: ObjectKind): BatchReader;
}

export interface BatchWriter extends BatchReader {
  apply(plan: BatchPlan, shape: ImportShape, checkpoint: Checkpoint): Promise<void>;
}

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
  /** Some import, of whatever workspace, was made from this stored file. */
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
    found: AsyncIterable<readonly FoundDuplicate[]>,
    keep: "first" | "last" | "all",
    /** Where lines are about two objects, only keys of the second choose which line is kept. */
    bySecond?: boolean,
  ): Promise<number>;
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
  /** Merges the keys a finished run has written into the identity index. */
  settleKeys(workspace: number): Promise<void>;
  /** Objects of the kind that lines of this run have met, with the line. */
  metContacts(
    ref: ImportRef,
    object?: ObjectKind,
  ): AsyncIterable<readonly (readonly [contact: number, line: number])[]>;
}

export type LineFilter = {
  readonly pass: Pass;
  readonly outcome: Outcome | null;
  readonly problem: string | null;
  readonly afterLine: number;
  readonly limit: number;
};

export interface LedgerStore {
  lines(ref: ImportRef, filter: LineFilter): Promise<readonly LedgerLine[]>;
  linesAt(ref: ImportRef, pass: Pass, lines: readonly number[]): Promise<ReadonlyMap<number, LedgerLine>>;
  /** What a run's lines did besides, in the order of the lines. */
  sideChanges(ref: ImportRef, fromLine: number, toLine: number): Promise<readonly SideChange[]>;
  /** Newest first: what imports changed on an object, unsaid on a contact, its creation last. */
  history(workspace: number, number: number, object?: ObjectKind): Promise<readonly ContactEvent[]>;
}

export type ContactEvent = {
  readonly import: number;
  readonly line: number;
  readonly offset: number;
  readonly kind: "created" | "updated" | "undone";
  readonly changes: LedgerLine["changes"];
};

export type ContactRow = {
  readonly number: number;
  /** By field key; custom data under `kept:NAME`. Lists as JSON text. */
  readonly values: ReadonlyMap<string, string>;
  /** Number of the account that it belongs to. */
  readonly account: number | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly createdBy: number | null;
  readonly createdLine: number | null;
};

export type ContactQuery = {
  readonly search: string | null;
  readonly filters: readonly ContactFilter[];
  /** Only contacts after this number. */
  readonly after: number;
  readonly limit: number;
};

export interface ContactStore {
  get(workspace: number, contact: number): Promise<ContactRow | null>;
  list(workspace: number, query: ContactQuery): Promise<readonly ContactRow[]>;
  count(workspace: number): Promise<number>;
  /** Fields of which any contact has a value: built-in ones in catalogue order, own ones, `kept:NAME`; each kind sorted. */
  usedFields(workspace: number): Promise<readonly string[]>;
}

/** An account as it is read. */
export type AccountRow = {
  readonly number: number;
  /** By field key; custom data under `kept:NAME`. Lists as JSON text. */
  readonly values: ReadonlyMap<string, string>;
  readonly mainContact: number | null;
  /** How many contacts belong to it. */
  readonly contacts: number;
  readonly createdAt: number;
  readonly updatedAt: number;
};

/** Contacts and accounts alike, where only their fields matter. */
export type ObjectRow = Pick<ContactRow, "number" | "values" | "createdAt" | "updatedAt">;

export interface AccountStore {
  get(workspace: number, account: number): Promise<AccountRow | null>;
  list(workspace: number, query: ContactQuery): Promise<readonly AccountRow[]>;
  count(workspace: number): Promise<number>;
  /** As of contacts. */
  usedFields(workspace: number): Promise<readonly string[]>;
  /** Contacts that belong to it, in the order in which they were made. */
  members(workspace: number, account: number, limit: number): Promise<readonly ContactRow[]>;
}

export interface WorkspaceStore {
  list(): Promise<readonly Workspace[]>;
  bySlug(slug: string): Promise<Workspace | null>;
  byNumber(number: number): Promise<Workspace | null>;
  create(workspace: Omit<Workspace, "number">): Promise<Result<Workspace>>;
  /** @param change is kept with it; absent = nobody has to know */
  setPolicy(workspace: number, next: Pick<Workspace, "preset" | "policy">, change?: PolicyChange): Promise<void>;
  /** Newest first. */
  policyChanges(workspace: number): Promise<readonly PolicyChange[]>;
}

/** What somebody has changed in a workspace's policy at one time. */
export type PolicyChange = {
  readonly at: number;
  readonly by: string;
  readonly changed: readonly PolicyDifference[];
};

export interface FieldStore {
  /** The workspace's own fields of a kind of object, unsaid of contacts, in the order they were made. */
  list(workspace: number, object?: ObjectKind): Promise<readonly Field[]>;
  add(workspace: number, field: Field): Promise<Result<Field>>;
  change(workspace: number, field: Field): Promise<void>;
  /** Values that objects hold become custom data under `keepAs`; answers how many of them had one. */
  remove(workspace: number, field: Field, keepAs: string): Promise<number>;
  /** Makes the field and gives it what contacts keep under the name, as `read` reads it; null = it stays where it is. All or nothing. */
  promote(workspace: number, field: Field, from: KeptSource): Promise<Result<Promoted>>;
}

export interface Store extends MergingStores {
  readonly workspaces: WorkspaceStore;
  readonly fields: FieldStore;
  readonly mappings: MappingStore;
  readonly members: MemberStore;
  readonly sources: SourceStore;
  readonly tags: TagStore;
  readonly imports: ImportStore;
  readonly ledger: LedgerStore;
  readonly retries: RetryStore;
  readonly contacts: ContactStore;
  readonly accounts: AccountStore;
  readonly opportunities: OpportunityStore;
  readonly pipelines: PipelineStore;
  readonly undos: UndoStore;
  readonly workflows: WorkflowStore;
  readonly outbox: OutboxStore;
  readonly profiles: ProfileStore;
  close(): Promise<void>;
}

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

/** Everything a use case works with. Made by the composition root. */
export type Ports = {
  readonly store: Store;
  readonly files: FileStore;
  readonly drafts: DraftSource;
  readonly inputs: Inputs;
  readonly converter: Converter;
  /** Absent = no enrichment service is set. */
  readonly profiles?: ProfileSource;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A random unsigned 32-bit number. */
  readonly random: () => number;
  /** This process, as leases name it. */
  readonly holder: string;
  /** The process that holds the lease runs no more. */
  readonly isGone: (lease: Lease) => boolean;
};
