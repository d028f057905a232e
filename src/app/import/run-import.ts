/** Plan, run, resume, cancel: the moves of an import's state machine, each with the lease that makes it safe beside other processes. */

import { EMPTY_TALLY, linesIn } from "../../core/plan/outcome.ts";
import { disclaimerRefused } from "../../core/policy/disclaimer.ts";
import { accept, type Refused, type Result } from "../../core/problem/refusal.ts";
import type { ImportPatch, ImportRecord, ImportRef, Lease, Ports } from "../ports.ts";
import { awaitsDisclaimer } from "./accept-disclaimer.ts";
import { changed, existing, withLease } from "./import-lease.ts";
import { type OnProgress, planPass, type RunEnd, runPass, scanImport } from "./import-passes.ts";
import { EMPTY_DIGEST, receiptOf } from "./ledger-digest.ts";
import { lookUpProfiles } from "./look-up-profiles.ts";

export type RunOptions = { readonly signal?: AbortSignal; readonly onProgress?: OnProgress };

/** Makes or renews the plan. The import is then `planned`, or `refused` where its file cannot be read to the end. */
export function planImport(ports: Ports, ref: ImportRef, options: RunOptions = {}): Promise<Result<ImportRecord>> {
  return withLease(ports, ref, ["plan"], async (record, lease) => {
    const scanned = await scanImport(ports, record, lease);
    const { signal, onProgress } = options;
    if (scanned.ok) await lookUpProfiles(ports, scanned.value, { pass: "plan", signal, onProgress });
    const tally = scanned.ok ? await planPass(ports, scanned.value, onProgress) : scanned;
    const end: ImportPatch = tally.ok ? { state: "planned", planned: tally.value } : refusedBy(ports, tally);
    return accept(await changed(ports, lease, ref, end));
  });
}

/**
 * Starts an import, or goes on with one that was interrupted or whose process died. The answer's state says how it ended:
 * `done`, `interrupted` (by the signal), `cancelled`, or `refused` where the file cannot be read.
 */
export function runImport(ports: Ports, ref: ImportRef, options: RunOptions = {}): Promise<Result<ImportRecord>> {
  return withLease(ports, ref, ["start", "resume"], async (found, lease) => {
    if (awaitsDisclaimer(found.settings)) return disclaimerRefused();
    try {
      let record = await changed(ports, lease, ref, { state: "running", startedAt: found.startedAt ?? ports.now() });
      if (!record.scan) {
        const scanned = await scanImport(ports, record, lease);
        if (!scanned.ok) return accept(await changed(ports, lease, ref, refusedBy(ports, scanned)));
        record = scanned.value;
      }
      const { signal, onProgress } = options;
      const lookedUp = await lookUpProfiles(ports, record, { pass: "run", signal, onProgress });
      if (lookedUp.ok && lookedUp.value === "stopped")
        return await ended(ports, lease, ref, signal?.aborted ? "interrupted" : "cancelled");
      const end = await runPass(ports, record, { lease, signal, onProgress });
      if (end.ok) return await ended(ports, lease, ref, end.value);
      // Reading stopped in the middle: the stored file is no longer what was scanned.
      await changed(ports, lease, ref, { state: "interrupted" });
      return end;
    } catch (error) {
      // What was committed stands, and the checkpoint says where to go on. Should even this not be written, the lease says it.
      await changed(ports, lease, ref, { state: "interrupted" }).catch(() => undefined);
      throw error;
    }
  });
}

/** Ends an import that nobody is writing, or asks whoever writes it to stop after the batch. */
export async function cancelImport(ports: Ports, ref: ImportRef): Promise<Result<ImportRecord>> {
  const ownEnd = await withLease(ports, ref, ["cancel"], (_, lease) => ended(ports, lease, ref, "cancelled"));
  const busy = await existing(ports, ref);
  // Only a run looks for it: a plan or an undo that is at work goes to its end.
  if (ownEnd.ok || ownEnd.refusal.code !== "import_busy" || busy.state !== "running") return ownEnd;
  await ports.store.imports.requestCancel(ref);
  return accept(await existing(ports, ref));
}

/** Imports whose process has died: `running` or `undoing`, and nobody holds the lease. */
export async function abandonedImports(ports: Ports): Promise<readonly ImportRecord[]> {
  const unfinished = await ports.store.imports.unfinished();
  const now = ports.now();
  return unfinished.filter(({ lease }) => lease === null || lease.until <= now || ports.isGone(lease));
}

async function ended(ports: Ports, lease: Lease, ref: ImportRef, end: RunEnd): Promise<Result<ImportRecord>> {
  if (end === "interrupted") return accept(await changed(ports, lease, ref, { state: "interrupted" }));
  const { imports } = ports.store;
  await imports.settleKeys(ref.workspace);
  const record = await existing(ports, ref);
  const finishedAt = ports.now();
  if (end === "cancelled") {
    await imports.clearScratch(ref);
    return accept(await changed(ports, lease, ref, { state: "cancelled", finishedAt }));
  }
  const lines = linesIn((record.progress?.tally ?? EMPTY_TALLY).outcomes);
  if (lines !== record.scan?.lines) {
    throw new Error(`the ledger of ${record.id} does not balance: ${lines} lines of ${record.scan?.lines}`);
  }
  await imports.clearScratch(ref);
  const receipt = receiptOf(record.settings, record.progress?.ledger ?? EMPTY_DIGEST);
  return accept(await changed(ports, lease, ref, { state: "done", finishedAt, receipt }));
}

const refusedBy = (ports: Ports, { refusal }: Refused): ImportPatch => ({
  state: "refused",
  refusal,
  finishedAt: ports.now(),
});
