/** The embedded database as the use cases see it. */
import { AHEAD_LINES, SLICE_KEYS } from "../../app/limits.ts";
import type { Store } from "../../app/ports.ts";
import { SqliteEndpoints } from "./background/endpoints.ts";
import { SqliteJobs } from "./background/jobs.ts";
import { SqliteNotifications } from "./background/notifications.ts";
import { SqliteOutbox } from "./background/outbox.ts";
import { SqliteWorkFigures } from "./background/work-figures.ts";
import { SqliteWorkflows } from "./background/workflows.ts";
import { SqliteBulkChanges } from "./changes/bulk-changes.ts";
import { SqliteErasureRequests } from "./changes/erasure-requests.ts";
import { SqliteErasures } from "./changes/erasures.ts";
import { SqliteHand } from "./changes/hand-writes.ts";
import { SqliteMerges } from "./changes/merges.ts";
import { openDatabase } from "./database.ts";
import { SqliteAccounts } from "./objects/accounts.ts";
import { SqliteContacts } from "./objects/contacts.ts";
import { SqliteDuplicates } from "./objects/duplicates.ts";
import { SqliteOpportunities, SqlitePipelines } from "./objects/opportunities.ts";
import { SqliteSearchIndex } from "./objects/search-index.ts";
import { SqliteImports } from "./runs/imports.ts";
import { AheadThreads } from "./runs/keys-ahead.ts";
import { SqliteLedger } from "./runs/ledger.ts";
import { SqliteProfiles } from "./runs/profiles.ts";
import { SqliteRetries } from "./runs/retries.ts";
import { SqliteUndos } from "./undoing/undos.ts";
import { SqliteKeys } from "./workspace/api-keys.ts";
import { SqliteFields } from "./workspace/fields.ts";
import { SqliteIdempotency } from "./workspace/idempotency.ts";
import { SqliteMappings } from "./workspace/mappings.ts";
import { SqliteMembers } from "./workspace/members.ts";
import { SqliteViews } from "./workspace/saved-views.ts";
import { SqliteSources } from "./workspace/sources.ts";
import { SqliteTags } from "./workspace/tags.ts";
import { SqliteUploads } from "./workspace/uploads.ts";
import { SqliteWorkspaces } from "./workspace/workspaces.ts";

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
