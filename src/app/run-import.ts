/** Plan, run, resume, cancel: the moves of an import's state machine, each with the lease that makes it safe beside other processes. */
import { type ImportEvent, nextState } from "../core/import-state.ts";
import { EMPTY_TALLY, linesIn } from "../core/plan/outcome.ts";
import { accept, type Refused, type Result, refuseWith } from "../core/problem/refusal.ts";
import { type OnProgress, planPass, type RunEnd, runPass, scanImport } from "./import-passes.ts";
import { EMPTY_DIGEST, receiptOf } from "./ledger-digest.ts";
import type { ImportRecord, ImportRef, Lease, Ports } from "./ports.ts";

export type RunOptions = { readonly signal?: AbortSignal; readonly onProgress?: OnProgress };

/** Makes or renews the plan. The import is then `planned`, or `refused` where its file cannot be read to the end. */
export function planImport(ports: Ports, ref: ImportRef, options: RunOptions = {}): Promise<Result<ImportRecord>> {
  return withLease(ports, ref, "plan", async (record) => {
    const scanned = await scanImport(ports, record);
    if (!scanned.ok) return refuseImport(ports, record, scanned);
    const tally = await planPass(ports, scanned.value, options.onProgress);
    if (!tally.ok) return refuseImport(ports, scanned.value, tally);
    return patched(ports, ref, { state: "planned", planned: tally.value });
  });
}

/**
 * Starts an import, or goes on with one that was interrupted or whose process died. The answer's state says how it ended:
 * `done`, `interrupted` (by the signal), `cancelled`, or `refused` where the file cannot be read.
 */
export function runImport(ports: Ports, ref: ImportRef, options: RunOptions = {}): Promise<Result<ImportRecord>> {
  return withLease(ports, ref, "start", async (found, lease) => {
    let record = await changed(ports, ref, { state: "running", startedAt: found.startedAt ?? ports.now() });
    if (!record.scan) {
      const scanned = await scanImport(ports, record);
      if (!scanned.ok) return refuseImport(ports, record, scanned);
      record = scanned.value;
    }
    try {
      const end = await runPass(ports, record, { lease, signal: options.signal, onProgress: options.onProgress });
      if (!end.ok) return await stopped(ports, ref, end);
      return await ended(ports, ref, end.value);
    } catch (error) {
      // What was committed stands, and the checkpoint says where to go on. Should even this not be written, the lease says it.
      await changed(ports, ref, { state: "interrupted" }).catch(() => undefined);
      throw error;
    }
  });
}

/** Ends an import that is not being written, or asks whoever writes it to stop after the batch. */
export async function cancelImport(ports: Ports, ref: ImportRef): Promise<Result<ImportRecord>> {
  const record = await ports.store.imports.get(ref);
  if (record?.state === "running") {
    await ports.store.imports.requestCancel(ref);
    return accept(record);
  }
  return withLease(ports, ref, "cancel", () => ended(ports, ref, "cancelled"));
}

/** Imports whose process has died: `running` or `undoing`, and nobody holds the lease. */
export async function abandonedImports(ports: Ports): Promise<readonly ImportRecord[]> {
  const unfinished = await ports.store.imports.unfinished();
  const now = ports.now();
  return unfinished.filter(({ lease }) => lease === null || lease.until <= now || ports.isGone(lease));
}

async function ended(ports: Ports, ref: ImportRef, end: RunEnd): Promise<Result<ImportRecord>> {
  if (end === "interrupted") return patched(ports, ref, { state: "interrupted" });
  const { imports } = ports.store;
  await imports.settleKeys(ref.workspace);
  const record = await existing(ports, ref);
  const tally = record.progress?.tally ?? EMPTY_TALLY;
  const finishedAt = ports.now();
  if (end === "cancelled") {
    await imports.clearScratch(ref);
    return patched(ports, ref, { state: "cancelled", finishedAt });
  }
  const lines = linesIn(tally.outcomes);
  if (lines !== record.scan?.lines) {
    throw new Error(`the ledger of ${record.id} does not balance: ${lines} lines of ${record.scan?.lines}`);
  }
  await imports.clearScratch(ref);
  const receipt = receiptOf(record.settings, record.progress?.ledger ?? EMPTY_DIGEST);
  return patched(ports, ref, { state: "done", finishedAt, receipt });
}

/** Reading stopped in the middle of a run: the stored file is no longer what was scanned. */
async function stopped(ports: Ports, ref: ImportRef, refused: Refused): Promise<Refused> {
  const record = await existing(ports, ref);
  if (record.state === "running") await patched(ports, ref, { state: "interrupted" });
  return refused;
}

async function refuseImport(ports: Ports, record: ImportRecord, { refusal }: Refused): Promise<Result<ImportRecord>> {
  return patched(ports, record.ref, { state: "refused", refusal, finishedAt: ports.now() });
}

/** Takes the lease for one move of the state machine and gives it back afterwards. */
export async function withLease(
  ports: Ports,
  ref: ImportRef,
  event: ImportEvent,
  work: (record: ImportRecord, lease: Lease) => Promise<Result<ImportRecord>>,
): Promise<Result<ImportRecord>> {
  const { imports } = ports.store;
  const before = await imports.get(ref);
  if (!before) return refuseWith("import_unknown", "There is no such import in this workspace.");
  const lease = await imports.takeLease(ref, ports.holder, ports.now(), ports.isGone);
  if (!lease.ok) return lease;
  try {
    const record = await existing(ports, ref);
    if (nextState(record.state, event) === null && nextState(record.state, resumeOf(event)) === null) {
      return refuseWith("import_state_invalid", `${record.id} is ${record.state}.`);
    }
    return await work(record, lease.value);
  } finally {
    await imports.dropLease(ref, lease.value).catch(() => undefined);
  }
}

/** Going on is the same move as starting, from another state. */
const resumeOf = (event: ImportEvent): ImportEvent => (event === "start" ? "resume" : event);

type Patch = Parameters<Ports["store"]["imports"]["patch"]>[1];

/** Under the lease nobody else patches the record, but batches raise its version: it is read again first. */
export async function changed(ports: Ports, ref: ImportRef, patch: Patch): Promise<ImportRecord> {
  for (;;) {
    const record = await ports.store.imports.patch(await existing(ports, ref), patch);
    if (record) return record;
  }
}

const patched = async (ports: Ports, ref: ImportRef, patch: Patch): Promise<Result<ImportRecord>> =>
  accept(await changed(ports, ref, patch));

async function existing(ports: Ports, ref: ImportRef): Promise<ImportRecord> {
  const record = await ports.store.imports.get(ref);
  if (!record) throw new Error(`import ${ref.import} of workspace ${ref.workspace} is gone`);
  return record;
}
