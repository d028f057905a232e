/** The embedded database and the folder of files, against what the ports promise. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { KEY_KIND, keyHash } from "../../src/core/match/key-hash.ts";
import { FolderFileStore } from "../../src/source/folder-file-store.ts";
import { openSqliteStore } from "../../src/store/sqlite/store.ts";
import { accountStoreConformance } from "./account-store.ts";
import { bulkStoreConformance } from "./bulk-store.ts";
import { effectStoresConformance } from "./effect-stores.ts";
import { erasureRequestsConformance } from "./erasure-requests.ts";
import { begin, creating, newWorkspace, type OpenStores, write } from "./fixture.ts";
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

const open: OpenStores = async (now) => {
  const folder = mkdtempSync(join(tmpdir(), "muster-conformance-"));
  const store = openSqliteStore(folder, now);
  return {
    store,
    files: new FolderFileStore(folder),
    async close() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

storeConformance("sqlite and a folder", open);
registryConformance("sqlite and a folder", open);
effectStoresConformance("sqlite", open);
memberStoreConformance("sqlite and a folder", open);
jobStoreConformance("sqlite", open);
keyStoreConformance("sqlite and a folder", open);
uploadStoreConformance("sqlite and a folder", open);
erasureRequestsConformance("sqlite and a folder", open);
accountStoreConformance("sqlite and a folder", open);
mergeStoreConformance("sqlite and a folder", open);
bulkStoreConformance("sqlite and a folder", open);
handStoreConformance("sqlite and a folder", open);
opportunityStoreConformance("sqlite and a folder", open);
transactionConformance("sqlite and a folder", open);
planBasisConformance("sqlite and a folder", open);

test("keys looked up ahead are asked for again once another process has changed the index", async () => {
  const folder = mkdtempSync(join(tmpdir(), "muster-ahead-"));
  const [store, other] = [openSqliteStore(folder, () => 1), openSqliteStore(folder, () => 1)];
  try {
    const workspace = await newWorkspace(store, "mine");
    const { ref } = await begin(store, workspace, 1);
    const scope = { ref, object: "contact" } as const;
    const ahead = store.imports.keysAhead(scope, 1_000_000);
    const hashes = Float64Array.of(keyHash("a@x.test"));
    await ahead?.find([{ kind: KEY_KIND.email, hashes }]);
    await write(other, await begin(other, workspace, 1), creating(["a@x.test"]));
    const found = await store.imports.readBatch({ ...scope, pass: "plan" }, (batch) =>
      batch.findByKeys(KEY_KIND.email, hashes),
    );
    expect([...found.contacts]).toEqual([1]);
    await ahead?.end();
  } finally {
    await Promise.all([store.close(), other.close()]);
    rmSync(folder, { recursive: true, force: true });
  }
});
notificationStoreConformance("sqlite", open);
