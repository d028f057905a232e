/** What later imports made of the lines that an import could not write: its own ledger stays the account of what happened then. */
import type { LedgerLine, OutcomeCounts } from "../../core/plan/outcome.ts";
import type { ImportRecord, Ports } from "../ports.ts";

/** Public ids of the imports that wrote failed lines after all, by line. */
export async function mendedLines(
  { store }: Pick<Ports, "store">,
  { ref }: ImportRecord,
  lines: readonly LedgerLine[],
): Promise<ReadonlyMap<number, string>> {
  const failed = lines.filter(({ outcome }) => outcome === "failed").map(({ line }) => line);
  if (failed.length === 0) return new Map();
  const attempts = await store.retries.attempts(ref, failed, Number.MAX_SAFE_INTEGER);
  const mended = new Map<number, string>();
  for (const [line, tried] of attempts) {
    const by = tried.findLast(({ ledger: { outcome } }) => outcome !== "failed" && outcome !== "skipped");
    const record = by && (await store.imports.get({ ...ref, import: by.import }));
    if (record) mended.set(line, record.id);
  }
  return mended;
}

export type Continuation = {
  /** Public id. */
  readonly import: string;
  readonly file: string;
  readonly state: ImportRecord["state"];
  readonly outcomes: OutcomeCounts | null;
};

/** The imports that put right lines of this one, the first one first. */
export async function continuationsOf(
  { store }: Pick<Ports, "store">,
  { ref }: ImportRecord,
): Promise<readonly Continuation[]> {
  const found: Continuation[] = [];
  for (const number of await store.retries.continuations(ref)) {
    const record = await store.imports.get({ ...ref, import: number });
    if (!record) continue;
    const { id, state, progress, settings } = record;
    found.push({ import: id, file: settings.source.name, state, outcomes: progress?.tally.outcomes ?? null });
  }
  return found;
}
