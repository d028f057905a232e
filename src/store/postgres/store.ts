/** The scaled database as the use cases see it. */
import type { Store } from "../../app/ports.ts";
import { PostgresEndpoints } from "./background/endpoints.ts";
import { PostgresJobs } from "./background/jobs.ts";
import { PostgresNotifications } from "./background/notifications.ts";
import { PostgresOutbox } from "./background/outbox.ts";
import { PostgresWorkFigures } from "./background/work-figures.ts";
import { PostgresWorkflows } from "./background/workflows.ts";
import { PostgresBulkChanges } from "./changes/bulk-changes.ts";
import { PostgresErasureRequests } from "./changes/erasure-requests.ts";
import { PostgresErasures } from "./changes/erasures.ts";
import { PostgresHand } from "./changes/hand-writes.ts";
import { PostgresMerges } from "./changes/merges.ts";
import { openDatabase } from "./database.ts";
import { clockOf } from "./database-clock.ts";
import { PostgresAccounts } from "./objects/accounts.ts";
import { PostgresContacts } from "./objects/contacts.ts";
import { PostgresDuplicates } from "./objects/duplicates.ts";
import { PostgresOpportunities, PostgresPipelines } from "./objects/opportunities.ts";
import { PostgresSearchIndex } from "./objects/search-index.ts";
import { PostgresImports } from "./runs/imports.ts";
import { PostgresLedger } from "./runs/ledger.ts";
import { PostgresProfiles } from "./runs/profiles.ts";
import { PostgresRetries } from "./runs/retries.ts";
import { PostgresUndos } from "./undoing/undos.ts";
import { PostgresKeys } from "./workspace/api-keys.ts";
import { PostgresFields } from "./workspace/fields.ts";
import { PostgresIdempotency } from "./workspace/idempotency.ts";
import { PostgresMappings } from "./workspace/mappings.ts";
import { PostgresMembers } from "./workspace/members.ts";
import { PostgresViews } from "./workspace/saved-views.ts";
import { PostgresSources } from "./workspace/sources.ts";
import { PostgresTags } from "./workspace/tags.ts";
import { PostgresUploads } from "./workspace/uploads.ts";
import { PostgresWorkspaces } from "./workspace/workspaces.ts";

export type PostgresOptions = {
  /** `postgres://user:password@host:5432/database` */
  readonly url: string;
  /** Most connections at once. */
  readonly connections: number;
  /** Whose time counts for leases and claims; unsaid, the database's, since the clocks of machines differ. */
  readonly now?: () => number;
  /** Milliseconds for which a process that says nothing keeps what it holds; unsaid, `LEASE_MS`. Shorter ones are for tests. */
  readonly leaseMs?: number;
};

/** Throws `StoreFault`. */
export async function openPostgresStore({ url, connections, now, leaseMs }: PostgresOptions): Promise<Store> {
  const database = await openDatabase(url, connections, leaseMs === undefined ? {} : { leaseMs });
  const ahead = clockOf(database, now);
  const imports = new PostgresImports(database, now ?? Date.now, ahead);
  const fields = new PostgresFields(database);
  return {
    workspaces: new PostgresWorkspaces(database),
    fields,
    mappings: new PostgresMappings(database),
    members: new PostgresMembers(database),
    keys: new PostgresKeys(database),
    imports,
    jobs: new PostgresJobs(database, ahead),
    workFigures: new PostgresWorkFigures(database, ahead),
    ledger: new PostgresLedger(database),
    retries: new PostgresRetries(database),
    contacts: new PostgresContacts(database),
    searchIndex: new PostgresSearchIndex(database),
    accounts: new PostgresAccounts(database),
    opportunities: new PostgresOpportunities(database),
    pipelines: new PostgresPipelines(database),
    sources: new PostgresSources(database),
    tags: new PostgresTags(database),
    workflows: new PostgresWorkflows(database, ahead),
    outbox: new PostgresOutbox(database, ahead),
    profiles: new PostgresProfiles(database),
    notifications: new PostgresNotifications(database, ahead),
    endpoints: new PostgresEndpoints(database),
    undos: new PostgresUndos(database, imports, fields),
    duplicates: new PostgresDuplicates(database),
    merges: new PostgresMerges(database, fields),
    views: new PostgresViews(database),
    bulkChanges: new PostgresBulkChanges(database, fields),
    hand: new PostgresHand(database),
    erasures: new PostgresErasures(database, fields, ahead),
    erasureRequests: new PostgresErasureRequests(database, ahead),
    transaction: (workspace, work) => database.transaction(workspace, work),
    uploads: new PostgresUploads(database, ahead),
    idempotency: new PostgresIdempotency(database, ahead),
    close: () => database.close(),
  };
}
