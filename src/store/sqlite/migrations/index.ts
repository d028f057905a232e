/** The migrations in order. Their position is their number: append only. */
import { firstSchema } from "./0001-first-schema.ts";
import { packedUpdates } from "./0002-packed-updates.ts";
import { accounts } from "./0003-accounts.ts";
import { members } from "./0004-members.ts";
import { sourcesAndTags } from "./0005-sources-and-tags.ts";
import { retriesAndPromotions } from "./0006-retries-and-promotions.ts";
import { workflows } from "./0007-workflows.ts";
import { opportunities } from "./0008-opportunities.ts";
import { merges } from "./0009-merges.ts";
import { opportunitiesOfAccounts } from "./0010-opportunities-of-accounts.ts";
import { jobs } from "./0011-jobs.ts";
import { apiKeys } from "./0012-api-keys.ts";
import { notifications } from "./0013-notifications.ts";
import { uploads } from "./0014-uploads.ts";
import { erasures } from "./0015-erasures.ts";
import { search } from "./0016-search.ts";
import { leftAlone } from "./0017-left-alone.ts";
import { bulkChanges } from "./0018-bulk-changes.ts";
import { savedViews } from "./0019-saved-views.ts";
import { uploadClaims } from "./0020-upload-claims.ts";
import { changesInRuns } from "./0021-changes-in-runs.ts";
import { storedFiles } from "./0022-stored-files.ts";
import { erasureRequests } from "./0023-erasure-requests.ts";
import { bulkWrites } from "./0024-bulk-writes.ts";
import { byHand } from "./0025-by-hand.ts";
import { planBasis } from "./0026-plan-basis.ts";
import { claimsEnd } from "./0027-claims-end.ts";
import { leftAccounts } from "./0028-left-accounts.ts";

export const migrations: readonly string[] = [
  firstSchema,
  packedUpdates,
  accounts,
  members,
  sourcesAndTags,
  retriesAndPromotions,
  workflows,
  opportunities,
  merges,
  opportunitiesOfAccounts,
  jobs,
  apiKeys,
  notifications,
  uploads,
  erasures,
  search,
  leftAlone,
  bulkChanges,
  savedViews,
  uploadClaims,
  changesInRuns,
  storedFiles,
  erasureRequests,
  bulkWrites,
  byHand,
  planBasis,
  claimsEnd,
  leftAccounts,
];
