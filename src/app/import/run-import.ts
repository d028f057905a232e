/** Plan, run, resume, cancel: the moves of an import's state machine, each with the lease that makes it safe beside other processes. */

import { mayHappen } from "../../core/import-state.ts";
import { EMPTY_TALLY, linesIn } from "../../core/plan/outcome.ts";
import { awaitsDisclaimer } from "../../core/policy/awaits-disclaimer.ts";
import { disclaimerRefused } from "../../core/policy/disclaimer.ts";
import { accept, type Refused, type Result, refuseWith } from "../../core/problem/refusal.ts";
import type { ImportPatch, ImportRecord, ImportRef, Lease, Ports } from "../ports.ts";
import { changed, existing, withLease } from "./import-lease.ts";
import { EMPTY_DIGEST, receiptOf } from "./ledger-digest.ts";
import { type OnProgress, type PassEnd, planPass, runPass, scanImport } from "./passes/import-passes.ts";
import { lookUpProfiles } from "./passes/look-up-profiles.ts";
import { rememberMapping } from "./remember-mapping.ts";

export type RunOptions = {
  readonly signal?: AbortSignal;
  /** What is stopped half way is left for the next process to go on with by itself, rather than until a person says so. */
  readonly handsBack?: boolean;
  readonly onProgress?: OnProgress;
};

/**
 * Makes or renews the plan. The import is then `planned`, `refused` where its file cannot be read to the end, `cancelled`, or
 * `received` where the signal came first.
 */
export function planImport(ports: Ports, ref: ImportRef, options: RunOptions = {}): Promise<Result<ImportRecord>> {
  return withLease(ports, ref, ["plan"], async (record, lease) => {
    const { signal, onProgress } = options;
    const scanned = await scanImport(ports, record, { lease, pass: "plan", signal });
    if (!scanned.ok) return accept(await changed(ports, lease, ref, refusedBy(ports, scanned)));
    const { value: looked } = scanned;
    if (looked === "stopped") return accept(await changed(ports, lease, ref, { state: "received", planned: null }));
    await lookUpProfiles(ports, looked, { pass: "plan", signal, onProgress });
    const pass = await planPass(ports, looked, { signal, onProgress });
    if (!pass.ok) return accept(await changed(ports, lease, ref, refusedBy(ports, pass)));
    const { end, tally } = pass.value;
    if (end === "cancelled") return await ended(ports, lease, ref, end);
    const planned: ImportPatch =
      end === "finished" ? { state: "planned", planned: tally } : { state: "received", planned: null };
    return accept(await changed(ports, lease, ref, { ...planned, refusal: null }));
  });
}

/**
 * Starts an import, or goes on with one that was interrupted or whose process died. The answer's state says how it ended:
 * `done`, `interrupted` (by the signal), `cancelled`, or `refused` where the file cannot be read.
 */
export function runImport(ports: Ports, ref: ImportRef, options: RunOptions = {}): Promise<Result<ImportRecord>> {
  const { signal, onProgress, handsBack = false } = options;
  return withLease(ports, ref, ["start", "resume"], async (found, lease) => {
    if (awaitsDisclaimer(found.settings)) return disclaimerRefused();
    try {
      if (found.startedAt === null) await rememberMapping(ports, found);
      const startedAt = found.startedAt ?? ports.now();
      let record = await changed(ports, lease, ref, { state: "running", startedAt, refusal: null });
      if (!record.scan) {
        const scanned = await scanImport(ports, record, { lease, pass: "run", signal });
        if (!scanned.ok) return accept(await changed(ports, lease, ref, refusedBy(ports, scanned)));
        if (scanned.value === "stopped")
          return handsBack ? accept(await existing(ports, ref)) : await ended(ports, lease, ref, "interrupted");
        record = scanned.value;
      }
      const lookedUp = await lookUpProfiles(ports, record, { pass: "run", signal, onProgress });
      const isStopped = lookedUp.ok && lookedUp.value === "stopped";
      const stopped = accept<PassEnd>(signal?.aborted ? "interrupted" : "cancelled");
      const end = isStopped ? stopped : await runPass(ports, record, { lease, signal, onProgress });
      if (end.ok && end.value === "interrupted" && handsBack) return accept(await existing(ports, ref));
      if (end.ok) return await ended(ports, lease, ref, end.value);
      // Reading stopped in the middle: the stored file is no longer what was scanned.
      await changed(ports, lease, ref, { state: "interrupted" });
      return end;
    } catch (error) {
      // What was committed stands, and the checkpoint says where to go on. Should even this not be written, the lease says it.
      if (!handsBack) await changed(ports, lease, ref, { state: "interrupted" }).catch(() => undefined);
      throw error;
    }
  });
}

/**
 * Ends an import that nobody works on, with whatever is wanted of it, or asks whoever plans or writes it to stop after the
 * batch. An undo that waits is not done; one that is at work goes to its end.
 *
 * @param inEmbed whoever asks undoes nothing, and so takes back no undo that somebody has asked for
 */
export async function cancelImport(
  ports: Ports,
  ref: ImportRef,
  { inEmbed = false }: { readonly inEmbed?: boolean } = {},
): Promise<Result<ImportRecord>> {
  const { imports } = ports.store;
  const atOnce = await cancelUnheld(ports, ref, inEmbed);
  if (atOnce.ok || atOnce.refusal.code !== "import_busy") return atOnce;
  if (!mayHappen((await existing(ports, ref)).state, "cancel")) return atOnce;
  await imports.requestCancel(ref);
  // Whoever held it may have ended before it could see the wish.
  const late = await cancelUnheld(ports, ref, inEmbed);
  return late.ok ? late : accept(await existing(ports, ref));
}

function cancelUnheld(ports: Ports, ref: ImportRef, inEmbed: boolean): Promise<Result<ImportRecord>> {
  return withLease(ports, ref, ["cancel", "undo"], async ({ id, state, job }, lease) => {
    const isUndoWaiting = job?.wish.kind === "undo" && state !== "undoing";
    if (isUndoWaiting && inEmbed)
      return refuseWith("embed_not_allowed", `A token for embedding takes back no undo, and ${id} waits to be undone.`);
    if (!isUndoWaiting && !mayHappen(state, "cancel")) return refuseWith("import_state_invalid", `${id} is ${state}.`);
    if (!isUndoWaiting) await ended(ports, lease, ref, "cancelled");
    await ports.store.jobs.withdraw(ref);
    return accept(await existing(ports, ref));
  });
}

async function ended(ports: Ports, lease: Lease, ref: ImportRef, end: PassEnd): Promise<Result<ImportRecord>> {
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
