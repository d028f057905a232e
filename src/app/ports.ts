/**
 * What the use cases need from the outside. Databases, file stores and threads implement these; test/conformance runs
 * one suite on every implementation. All methods are asynchronous: the embedded database answers at once, others do not.
 */
import type { EffectKind } from "../core/workflow/effect.ts";
import type { BulkStore } from "./ports/bulk-store.ts";
import type { AccountStore, ContactStore } from "./ports/contact-store.ts";
import type { Converter } from "./ports/converter.ts";
import type { DraftSource } from "./ports/draft-source.ts";
import type { OutboxStore, ProfileSource, ProfileStore, WorkflowStore } from "./ports/effect-ports.ts";
import type { ErasureRequests } from "./ports/erasure-requests.ts";
import type { ErasureStore } from "./ports/erasure-store.ts";
import type { FileStore } from "./ports/file-store.ts";
import type { HandStore } from "./ports/hand-store.ts";
import type { IdempotencyStore } from "./ports/idempotency-store.ts";
import type { Lease } from "./ports/import-ref.ts";
import type { ImportStore } from "./ports/import-store.ts";
import type { Inputs } from "./ports/inputs.ts";
import type { JobStore } from "./ports/job-store.ts";
import type { KeyStore } from "./ports/key-store.ts";
import type { LedgerStore } from "./ports/ledger-store.ts";
import type { MappingStore } from "./ports/mapping-store.ts";
import type { MemberStore } from "./ports/member-store.ts";
import type { MergingStores } from "./ports/merge-store.ts";
import type { EndpointStore, NotificationStore } from "./ports/notification-store.ts";
import type { OpportunityStore, PipelineStore } from "./ports/opportunity-store.ts";
import type { RetryStore } from "./ports/retry-store.ts";
import type { SearchIndex } from "./ports/search-index.ts";
import type { SourceStore } from "./ports/source-store.ts";
import type { TagStore } from "./ports/tag-store.ts";
import type { UndoStore } from "./ports/undo-ports.ts";
import type { UploadStore } from "./ports/upload-store.ts";
import type { ViewStore } from "./ports/view-store.ts";
import type { WorkFiguresStore } from "./ports/work-figures.ts";
import type { FieldStore, WorkspaceStore } from "./ports/workspace-store.ts";

export type {
  BatchReader,
  BatchWriter,
  BesideBatch,
  KeyAsk,
  KeyHits,
  KeysAhead,
  LoadedContact,
  PlannedLine,
} from "./ports/batch.ts";
export type { Checkpoint } from "./ports/checkpoint.ts";
export type {
  AccountRow,
  AccountStore,
  ContactQuery,
  ContactRow,
  ContactStore,
  FoundPage,
  ObjectRow,
} from "./ports/contact-store.ts";
export type { DraftChunk, DraftSource, FilePosition, FoundDuplicates, Pass, ScanAnswer } from "./ports/draft-source.ts";
export type { FileStore, StoredFile } from "./ports/file-store.ts";
export type { BatchScope, ImportRef, Lease } from "./ports/import-ref.ts";
export type { CorrectedLines, ImportPatch, ImportRecord, ImportStore, PlanBasis } from "./ports/import-store.ts";
export type { InputFile, Inputs } from "./ports/inputs.ts";
export type { Job, JobProgress } from "./ports/job-store.ts";
export type { ContactEvent, LedgerStore, LineFilter } from "./ports/ledger-store.ts";
export type { ContactFilter } from "./ports/object-filter.ts";
export type { FieldStore, PolicyChange, Workspace, WorkspaceStore } from "./ports/workspace-store.ts";

export interface Store extends MergingStores {
  readonly workspaces: WorkspaceStore;
  readonly fields: FieldStore;
  readonly mappings: MappingStore;
  readonly members: MemberStore;
  readonly keys: KeyStore;
  readonly sources: SourceStore;
  readonly tags: TagStore;
  readonly imports: ImportStore;
  readonly jobs: JobStore;
  readonly workFigures: WorkFiguresStore;
  readonly ledger: LedgerStore;
  readonly retries: RetryStore;
  readonly contacts: ContactStore;
  readonly bulkChanges: BulkStore;
  readonly hand: HandStore;
  readonly views: ViewStore;
  readonly searchIndex: SearchIndex;
  readonly accounts: AccountStore;
  readonly opportunities: OpportunityStore;
  readonly pipelines: PipelineStore;
  readonly undos: UndoStore;
  readonly erasures: ErasureStore;
  readonly erasureRequests: ErasureRequests;
  readonly workflows: WorkflowStore;
  readonly outbox: OutboxStore;
  readonly profiles: ProfileStore;
  readonly notifications: NotificationStore;
  readonly endpoints: EndpointStore;
  /**
   * What `work` asks of the store is one transaction: what it reads of the workspace stays true until what it writes there is
   * there, whoever else writes at the same time. Others who write to the workspace wait for it, so that it asks nothing of a
   * person, a file of any size, or the network; but for whether a stored file is there or held, and that it goes, which an object
   * storage answers in milliseconds. It may be called again from its beginning.
   *
   * @param workspace null = it writes to none
   */
  transaction<T>(workspace: number | null, work: () => Promise<T>): Promise<T>;
  readonly uploads: UploadStore;
  readonly idempotency: IdempotencyStore;
  close(): Promise<void>;
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
  /** Where people open this server, without a slash at its end; absent = nobody has said. */
  readonly publicUrl?: string;
  /** Whether deliveries call this address, as far as it can be told without looking up its name; absent = nobody can tell. */
  readonly mayCall?: (url: string) => Promise<boolean>;
  /** Kinds of effects that nothing is set up to send; absent = nobody can tell. */
  readonly notSetUp?: () => readonly EffectKind[];
  /** Host of the server that mails go out by; null = none is set up. Absent = it is not known. */
  readonly mailServer?: () => string | null;
  /** Imports of large files that all workers together do at once; absent = one. */
  readonly largeAtOnce?: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A random unsigned 32-bit number. */
  readonly random: () => number;
  /** 32 bytes that nobody can guess, in base64url: 43 characters. */
  readonly secret: () => string;
  /** This connection of this process, as leases name it. */
  readonly holder: string;
  /** The process that holds the lease runs no more. */
  readonly isGone: (lease: Lease) => boolean;
};
