/** Stored files that the data names: those of imports whose files are still kept. */
import { importsOf } from "../import/imports-of.ts";
import { storedFilesOf } from "../import/stored-files-of.ts";
import type { Store } from "../ports.ts";

export async function namedFiles(store: Pick<Store, "workspaces" | "imports">): Promise<ReadonlySet<string>> {
  const keys = new Set<string>();
  for (const { number } of await store.workspaces.list()) {
    for (const { settings } of await importsOf({ store }, number)) {
      if (settings.source.since?.expiredAt !== undefined) continue;
      for (const key of storedFilesOf(settings)) keys.add(key);
    }
  }
  return keys;
}
