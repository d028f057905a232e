/** Removes an import with its stored file and everything its ledger says of contacts. The contacts stay, and cannot be taken back any more. */
import { accept, type Result } from "../../core/problem/refusal.ts";
import type { ImportRecord, ImportRef, Ports } from "../ports.ts";
import { withLease } from "./import-lease.ts";
import { dropUnused } from "./preparing/receive-file.ts";
import { storedFilesOf } from "./stored-files-of.ts";

/** Refused while it is at work or stopped in the middle. The answer is the import as it was. */
export function removeImport(ports: Ports, ref: ImportRef): Promise<Result<ImportRecord>> {
  return withLease(ports, ref, ["remove"], async (record) => {
    await ports.store.imports.remove(ref);
    for (const key of storedFilesOf(record.settings)) await dropUnused(ports, key);
    return accept(record);
  });
}
