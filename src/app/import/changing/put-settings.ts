/** Puts other settings in the place of those of an import that has not begun. */
import { type Refused, type Result, refuseWith } from "../../../core/problem/refusal.ts";
import type { ImportRecord, Lease, Ports } from "../../ports.ts";
import { changed } from "../import-lease.ts";
import { scopeOf } from "../import-parts.ts";
import type { ImportSettings } from "../import-settings.ts";
import { dropUnused, giveUp, usingFiles } from "../preparing/receive-file.ts";
import { type CorrectedPlan, correctedPlan } from "./corrected-plan.ts";
import type { FixRequest } from "./fix-request.ts";

type NewSettings = {
  readonly settings: ImportSettings;
  /** Keys of files that were stored for them, and are held until they are used. */
  readonly stored: readonly string[];
  /** The corrected cells, where nothing else is new; null = something is. */
  readonly fixes: FixRequest | null;
};

/** What somebody has started is the plan that they saw. */
export const waitsToRun = ({ id, job }: ImportRecord): Refused | null =>
  job?.wish.kind === "run" ? refuseWith("import_busy", `${id} waits to be run.`) : null;

/** The import is then without a plan, unless cells alone were corrected and the other lines need not be planned anew. */
export async function putSettings(
  ports: Ports,
  lease: Lease,
  record: ImportRecord,
  { settings, stored, fixes }: NewSettings,
): Promise<Result<ImportRecord>> {
  const { ref, settings: before } = record;
  const corrected =
    fixes === null || settings.fixes === undefined
      ? null
      : await correctedPlan(ports, record, { fixes: settings.fixes, request: fixes });
  if (corrected === null) await ports.store.imports.clearPlan(ref);
  const after = await usingFiles(ports, { workspace: ref.workspace, keys: stored }, () =>
    corrected === null
      ? changed(ports, lease, ref, { state: "received", scan: null, planned: null, settings })
      : storeCorrected(ports, lease, { record, settings, corrected }),
  );
  if (!after.ok) {
    for (const key of stored) await giveUp(ports, key);
    return after;
  }
  if (settings.source.key !== before.source.key) await dropUnused(ports, before.source.key);
  if (before.fixes !== undefined) await dropUnused(ports, before.fixes.key);
  return after;
}

/** Inside the transaction that makes the import use the file of its corrections. */
async function storeCorrected(
  ports: Ports,
  lease: Lease,
  {
    record,
    settings,
    corrected,
  }: Pick<ImportRecord, "settings"> & { readonly record: ImportRecord; readonly corrected: CorrectedPlan },
): Promise<ImportRecord> {
  await ports.store.imports.correctPlan(scopeOf(record), corrected.corrected);
  return changed(ports, lease, record.ref, { ...corrected.patch, settings });
}
