/** What later imports made of the lines that an import could not write: its own ledger stays the account of what happened then. */
import type { LedgerLine, OutcomeCounts } from "../../../core/plan/outcome.ts";
import { LEDGER_PAGE } from "../../limits.ts";
import type { ImportRecord, Ports } from "../../ports.ts";

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

/** Those whose contacts are there still, which an undo of this import leaves as they are. */
export async function standingContinuations(
  ports: Pick<Ports, "store">,
  record: ImportRecord,
): Promise<readonly Continuation[]> {
  return (await continuationsOf(ports, record)).filter(isStanding);
}

export const isStanding = ({ state, outcomes }: Continuation): boolean =>
  STANDS.has(state) && outcomes !== null && outcomes.created + outcomes.updated > 0;

const STANDS: ReadonlySet<ImportRecord["state"]> = new Set(["running", "interrupted", "done", "cancelled"]);

/** Whether later imports have put right every line that failed. */
export async function areAllMended(ports: Pick<Ports, "store">, record: ImportRecord): Promise<boolean> {
  if ((await standingContinuations(ports, record)).length === 0) return false;
  for (let afterLine = 0; ; ) {
    const filter = { outcome: "failed", problem: null, pass: "run", afterLine, limit: LEDGER_PAGE } as const;
    const failed = await ports.store.ledger.lines(record.ref, filter);
    const last = failed.at(-1);
    if (last === undefined) return true;
    if ((await mendedLines(ports, record, failed)).size < failed.length) return false;
    afterLine = last.line;
  }
}
