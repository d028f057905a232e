/** What a run does with a batch, and where it stands then: all of it before anything is written. */
import type { BatchPlan } from "../../../core/plan/batch-plan.ts";
import { addToTally, type Beside, changesText, EMPTY_TALLY, type LedgerLine } from "../../../core/plan/outcome.ts";
import type { Problem } from "../../../core/problem/problem.ts";
import type { BatchReader, Checkpoint, ImportRecord } from "../../ports.ts";
import { addToDigest, EMPTY_DIGEST } from "../ledger-digest.ts";
import type { BatchPass, Chunk } from "./batch-pass.ts";

export type DecidedBatch = {
  readonly plan: BatchPlan;
  /** Those of the plan, with what the run has to say of them. */
  readonly lines: readonly LedgerLine[];
  readonly next: Checkpoint;
};

/** @param before where the run stood; null = at the start */
export type DecideBatch = (batch: BatchReader, chunk: Chunk, before: Checkpoint | null) => Promise<DecidedBatch>;

export const decideBatch =
  (pass: BatchPass, { planned }: Pick<ImportRecord, "planned">): DecideBatch =>
  async (batch, chunk, before) => {
    const plan = await pass.plan(batch, chunk);
    const lines = planned ? await comparedWithPlan(batch, plan.lines) : plan.lines;
    return { plan, lines, next: nextCheckpoint(before, { ...plan, lines }, chunk.next) };
  };

function nextCheckpoint(
  before: Checkpoint | null,
  plan: Beside & { readonly lines: readonly LedgerLine[] },
  next: { readonly offset: number; readonly line: number },
): Checkpoint {
  return {
    ...next,
    tally: addToTally(before?.tally ?? EMPTY_TALLY, plan.lines, plan),
    ledger: addToDigest(before?.ledger ?? EMPTY_DIGEST, plan.lines),
  };
}

/** Where the workspace has changed since the plan was shown, the line says so: it is planned again, never silently. */
async function comparedWithPlan(batch: BatchReader, lines: readonly LedgerLine[]): Promise<readonly LedgerLine[]> {
  const planned = await batch.plannedLines(lines[0]?.line ?? 0, lines[lines.length - 1]?.line ?? 0);
  return lines.map((line) => {
    const shown = planned.get(line.line);
    const changes = changesText(line);
    if (!shown || (shown.outcome === line.outcome && shown.changes === changes)) return line;
    const differs: Problem = { code: "planned_differently", severity: "warning", params: { planned: shown.outcome } };
    return { ...line, problems: [...line.problems, differs] };
  });
}
