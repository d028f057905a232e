/**
 * Removes what a workspace does not keep any longer: stored files of imports that ended long ago, and what values were before. The
 * ledgers go on balancing, and receipts are still checked.
 */
import { lineWithoutValues } from "../../core/plan/erased-line.ts";
import type { LedgerLine } from "../../core/plan/outcome.ts";
import { accept } from "../../core/problem/refusal.ts";
import { expireBulkChanges } from "../bulk/bulk-changes.ts";
import { dropErasedFiles } from "../contact/erase-person.ts";
import { ledgerLines } from "../contact/erased-places.ts";
import { compactErased } from "../contact/erasures.ts";
import { ErasedDigest } from "../import/erased-digest.ts";
import { changed, withLease } from "../import/import-lease.ts";
import { withColumns } from "../import/import-parts.ts";
import { importsOf } from "../import/imports-of.ts";
import { storedFilesOf } from "../import/stored-files-of.ts";
import { DIGEST_LINES, ERASURE_PLAN_KEPT_MS } from "../limits.ts";
import type { ImportRecord, Lease, Ports, Workspace } from "../ports.ts";

/** Public ids of imports. */
export type Retained = {
  readonly files: readonly string[];
  readonly histories: readonly string[];
};

export type RetentionOptions = {
  /** Says what would go, and removes nothing. */
  readonly dryRun?: boolean;
  readonly signal?: AbortSignal;
};

const ENDED: readonly ImportRecord["state"][] = ["done", "cancelled", "refused", "undone"];

export async function applyRetention(
  ports: Ports,
  workspace: Workspace,
  { dryRun = false, signal }: RetentionOptions = {},
): Promise<Retained> {
  const { keepFiles, keepHistory } = workspace.policy;
  const files: string[] = [];
  const histories: string[] = [];
  const isOver = ({ finishedAt, createdAt }: ImportRecord, keep: number | null): boolean =>
    keep !== null && (finishedAt ?? createdAt) + keep <= ports.now();
  const looksAt = keepFiles !== null || keepHistory !== null;
  for (const record of looksAt ? await importsOf(ports, workspace.number) : []) {
    if (signal?.aborted) break;
    if (!ENDED.includes(record.state)) continue;
    const { source, historyExpired } = record.settings;
    if (isOver(record, keepFiles) && source.since?.expiredAt === undefined) {
      if (dryRun || (await expireFile(ports, record))) files.push(record.id);
    }
    if (isOver(record, keepHistory) && historyExpired?.isDone !== true) {
      if (dryRun || (await expireHistory(ports, record))) histories.push(record.id);
    }
  }
  if (!dryRun) {
    await expireBulkChanges(ports, workspace);
    await ports.store.erasureRequests.sweep(workspace.number, ports.now() - ERASURE_PLAN_KEPT_MS);
    await dropErasedFiles(ports, workspace.number);
    await compactErased(ports);
  }
  return { files, histories };
}

/** Once a day for each workspace, whichever worker comes first. */
export async function retainDaily(ports: Ports, workspace: Workspace, signal?: AbortSignal): Promise<void> {
  if (!(await ports.store.erasures.claimRetention(workspace.number, ports.now()))) return;
  await applyRetention(ports, workspace, signal === undefined ? {} : { signal });
}

/** False = somebody else is at the import: another time. */
async function expireFile(ports: Ports, { ref }: ImportRecord): Promise<boolean> {
  const expired = await withLease(ports, ref, ["remove"], (record, lease) =>
    ports.store.transaction(ref.workspace, async () => {
      const { source } = record.settings;
      const since = { former: null, rows: 0, ...source.since, expiredAt: ports.now() };
      await ports.store.erasures.dropLater(ref.workspace, storedFilesOf(record.settings));
      const shown = withColumns(record.settings, (column) => ({ ...column, samples: [] }));
      const settings = { ...shown, source: { ...source, since } };
      return accept(await changed(ports, lease, ref, { settings }));
    }),
  );
  return expired.ok;
}

async function expireHistory(ports: Ports, { ref }: ImportRecord): Promise<boolean> {
  const { erasures, imports } = ports.store;
  const expired = await withLease(ports, ref, ["remove"], async (record, lease) => {
    const at = record.settings.historyExpired?.at ?? ports.now();
    // First of all it says so: what is half removed is not to be undone.
    await markHistory(ports, lease, record, { at, isDone: false });
    await imports.clearPlan(ref);
    await erasures.forgetSides(ref);
    const digest = new ErasedDigest(await erasures.blocks(ref));
    // As many lines as a block of the digest has: it changes with them.
    let page: LedgerLine[] = [];
    for await (const line of ledgerLines(ports, record, "run")) {
      const left = lineWithoutValues(line);
      digest.add(line, left);
      page.push(left);
      if (page.length < DIGEST_LINES) continue;
      await erasures.rewriteLines(ref, page, digest.takeErased());
      page = [];
    }
    await erasures.rewriteLines(ref, page, digest.end().erased);
    return accept(await markHistory(ports, lease, record, { at, isDone: true }));
  });
  return expired.ok;
}

/** The checkpoint has texts of lines that no block of the digest has taken in: nobody goes on from it. */
function markHistory(
  ports: Ports,
  lease: Lease,
  { ref, settings, progress }: ImportRecord,
  historyExpired: { readonly at: number; readonly isDone: boolean },
): Promise<ImportRecord> {
  const without = progress && { ...progress, ledger: { ...progress.ledger, tail: [] } };
  return changed(ports, lease, ref, { settings: { ...settings, historyExpired }, progress: without });
}
