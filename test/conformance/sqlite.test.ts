/** The embedded database and the folder of files, against what the ports promise. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FolderFileStore } from "../../src/source/folder-file-store.ts";
import { openSqliteStore } from "../../src/store/sqlite/store.ts";
import type { OpenStores } from "./fixture.ts";
import { memberStoreConformance } from "./member-store.ts";
import { storeConformance } from "./store.ts";

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
memberStoreConformance("sqlite and a folder", open);
