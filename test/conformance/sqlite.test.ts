/** The embedded database against what the ports promise. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { KEY_KIND, keyHash } from "../../src/core/match/key-hash.ts";
import { openSqliteStore } from "../../src/store/sqlite/store.ts";
import { newEmbeddedDatabase } from "../support/embedded-database.ts";
import { everyStoreConformance } from "./every-store.ts";
import { begin, creating, newWorkspace, type OpenStores, write } from "./fixture.ts";

const open: OpenStores = async (now) => {
  const folder = mkdtempSync(join(tmpdir(), "muster-conformance-"));
  newEmbeddedDatabase(folder);
  const store = openSqliteStore(folder, now);
  return {
    store,
    async close() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

everyStoreConformance("sqlite", open);

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
