/** The scaled database as the use cases see it. */
import type { Store } from "../../app/ports.ts";
import { PostgresAccounts } from "./accounts.ts";
import { PostgresKeys } from "./api-keys.ts";
import { PostgresBulkChanges } from "./bulk-changes.ts";
import { PostgresContacts } from "./contacts.ts";
import { openDatabase } from "./database.ts";
import { clockOf } from "./database-clock.ts";
import { PostgresDuplicates } from "./duplicates.ts";
import { PostgresEndpoints } from "./endpoints.ts";
import { PostgresErasureRequests } from "./erasure-requests.ts";
import { PostgresErasures } from "./erasures.ts";
import { PostgresFields } from "./fields.ts";
import { PostgresHand } from "./hand-writes.ts";
import { PostgresIdempotency } from "./idempotency.ts";
import { PostgresImports } from "./imports.ts";
import { PostgresJobs } from "./jobs.ts";
import { PostgresLedger } from "./ledger.ts";
import { PostgresMappings } from "./mappings.ts";
import { PostgresMembers } from "./members.ts";
import { PostgresMerges } from "./merges.ts";
import { PostgresNotifications } from "./notifications.ts";
import { PostgresOpportunities, PostgresPipelines } from "./opportunities.ts";
import { PostgresOutbox } from "./outbox.ts";
import { PostgresProfiles } from "./profiles.ts";
import { PostgresRetries } from "./retries.ts";
import { PostgresViews } from "./saved-views.ts";
import { PostgresSearchIndex } from "./search-index.ts";
import { PostgresSources } from "./sources.ts";
import { PostgresTags } from "./tags.ts";
import { PostgresUndos } from "./undos.ts";
import { PostgresUploads } from "./uploads.ts";
import { PostgresWorkFigures } from "./work-figures.ts";
import { PostgresWorkflows } from "./workflows.ts";
import { PostgresWorkspaces } from "./workspaces.ts";

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
