/** The embedded database as the use cases see it. */
import { AHEAD_LINES, SLICE_KEYS } from "../../app/limits.ts";
import type { Store } from "../../app/ports.ts";
import { SqliteAccounts } from "./accounts.ts";
import { SqliteKeys } from "./api-keys.ts";
import { SqliteBulkChanges } from "./bulk-changes.ts";
import { SqliteContacts } from "./contacts.ts";
import { openDatabase } from "./database.ts";
import { SqliteDuplicates } from "./duplicates.ts";
import { SqliteEndpoints } from "./endpoints.ts";
import { SqliteErasureRequests } from "./erasure-requests.ts";
import { SqliteErasures } from "./erasures.ts";
import { SqliteFields } from "./fields.ts";
import { SqliteHand } from "./hand-writes.ts";
import { SqliteIdempotency } from "./idempotency.ts";
import { SqliteImports } from "./imports.ts";
import { SqliteJobs } from "./jobs.ts";
import { AheadThreads } from "./keys-ahead.ts";
import { SqliteLedger } from "./ledger.ts";
import { SqliteMappings } from "./mappings.ts";
import { SqliteMembers } from "./members.ts";
import { SqliteMerges } from "./merges.ts";
import { SqliteNotifications } from "./notifications.ts";
import { SqliteOpportunities, SqlitePipelines } from "./opportunities.ts";
import { SqliteOutbox } from "./outbox.ts";
import { SqliteProfiles } from "./profiles.ts";
import { SqliteRetries } from "./retries.ts";
import { SqliteViews } from "./saved-views.ts";
import { SqliteSearchIndex } from "./search-index.ts";
import { SqliteSources } from "./sources.ts";
import { SqliteTags } from "./tags.ts";
import { SqliteUndos } from "./undos.ts";
import { SqliteUploads } from "./uploads.ts";
import { SqliteWorkFigures } from "./work-figures.ts";
import { SqliteWorkflows } from "./workflows.ts";
import { SqliteWorkspaces } from "./workspaces.ts";

export type StoreOptions = {
  /** Lines to go from which on an import's keys are looked up ahead, on a thread of its own. */
  readonly aheadLines?: number;
  /** Keys that are merged into the identity index in one transaction when a run has ended. */
  readonly sliceKeys?: number;
};

/** @param folder the data folder, made where it is missing. Throws `StoreFault`. */
export function openSqliteStore(folder: string, now: () => number = Date.now, options: StoreOptions = {}): Store {
  const database = openDatabase(folder);
  const imports = new SqliteImports(database, now, {
    ahead: new AheadThreads(database, folder, options.aheadLines ?? AHEAD_LINES),
    sliceKeys: options.sliceKeys ?? SLICE_KEYS,
  });
  const fields = new SqliteFields(database);
  return {
    workspaces: new SqliteWorkspaces(database),
    fields,
    mappings: new SqliteMappings(database),
    members: new SqliteMembers(database),
    keys: new SqliteKeys(database),
    imports,
    jobs: new SqliteJobs(database),
    workFigures: new SqliteWorkFigures(database),
    ledger: new SqliteLedger(database),
    retries: new SqliteRetries(database),
    contacts: new SqliteContacts(database),
    searchIndex: new SqliteSearchIndex(database),
    accounts: new SqliteAccounts(database),
    opportunities: new SqliteOpportunities(database),
    pipelines: new SqlitePipelines(database),
    sources: new SqliteSources(database),
    tags: new SqliteTags(database),
    workflows: new SqliteWorkflows(database),
    outbox: new SqliteOutbox(database),
    profiles: new SqliteProfiles(database),
    notifications: new SqliteNotifications(database),
    endpoints: new SqliteEndpoints(database),
    undos: new SqliteUndos(database, imports, fields),
    duplicates: new SqliteDuplicates(database),
    merges: new SqliteMerges(database, fields),
    views: new SqliteViews(database),
    bulkChanges: new SqliteBulkChanges(database, fields),
    hand: new SqliteHand(database),
    erasures: new SqliteErasures(database, fields),
    erasureRequests: new SqliteErasureRequests(database),
    // The file has one writer at a time, whichever workspace he writes to.
    transaction: (_workspace, work) => database.transaction(work),
    uploads: new SqliteUploads(database),
    idempotency: new SqliteIdempotency(database),
    close: async () => database.close(),
  };
}
