/** All suites of the database's ports, for each database. */
import { accountStoreConformance } from "./account-store.ts";
import { bulkStoreConformance } from "./bulk-store.ts";
import { effectStoresConformance } from "./effect-stores.ts";
import { erasureRequestsConformance } from "./erasure-requests.ts";
import type { OpenStores } from "./fixture.ts";
import { handStoreConformance } from "./hand-store.ts";
import { jobStoreConformance } from "./job-store.ts";
import { keyStoreConformance } from "./key-store.ts";
import { memberStoreConformance } from "./member-store.ts";
import { mergeStoreConformance } from "./merge-store.ts";
import { notificationStoreConformance } from "./notification-store.ts";
import { opportunityStoreConformance } from "./opportunity-store.ts";
import { planBasisConformance } from "./plan-basis.ts";
import { registryConformance } from "./registries.ts";
import { storeConformance } from "./store.ts";
import { transactionConformance } from "./transactions.ts";
import { uploadStoreConformance } from "./upload-store.ts";
import { workFiguresConformance } from "./work-figures.ts";

const SUITES: readonly ((name: string, open: OpenStores) => void)[] = [
  storeConformance,
  registryConformance,
  effectStoresConformance,
  memberStoreConformance,
  jobStoreConformance,
  workFiguresConformance,
  keyStoreConformance,
  uploadStoreConformance,
  erasureRequestsConformance,
  accountStoreConformance,
  mergeStoreConformance,
  bulkStoreConformance,
  handStoreConformance,
  opportunityStoreConformance,
  transactionConformance,
  planBasisConformance,
  notificationStoreConformance,
];

export function everyStoreConformance(name: string, open: OpenStores): void {
  for (const suite of SUITES) suite(name, open);
}
