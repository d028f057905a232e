/** How far an import is, as programs read it while it is at work. */
import { linesIn } from "../../core/plan/outcome.ts";
import type { ImportRecord } from "../ports.ts";
import { tallyOf, waitsFor } from "./import-json.ts";
import { undoStand } from "./undo-stand.ts";

/** Lines and when they were done, to know how fast it goes. */
export type ProgressMark = { readonly lines: number; readonly at: number };

export function progressJson(record: ImportRecord, since: ProgressMark | null, now: number) {
  const { outcomes, lines, total, pass } = standOf(record);
  const seconds = since === null ? 0 : (now - since.at) / 1000;
  const rate = since === null || seconds < 0.5 ? 0 : (lines - since.lines) / seconds;
  return {
    import: record.id,
    state: record.state,
    waits: waitsFor(record),
    pass,
    lines,
    total,
    rowsPerSecond: rate > 0 ? Math.round(rate) : null,
    secondsLeft: rate > 0 && total !== null ? Math.max(0, Math.ceil((total - lines) / rate)) : null,
    outcomes,
  };
}

/** The batches say how far a run or an undo is, at once; how far a plan is, its worker says from time to time. */
function standOf(record: ImportRecord) {
  const { job, scan, state, undo } = record;
  const total = scan?.lines ?? job?.progress?.total ?? null;
  const ownTally = tallyOf(record);
  const own = { outcomes: ownTally.outcomes, lines: linesIn(ownTally.outcomes), total };
  if (state === "undoing" && undo !== null) return { ...own, ...undoStand(record, undo), pass: "undo" as const };
  if (state !== "received" && state !== "planned") return { ...own, pass: job?.progress?.pass ?? null };
  if (!job?.progress) return { ...own, pass: null };
  const { tally, lines, pass } = job.progress;
  return { outcomes: tally.outcomes, lines, total: job.progress.total, pass };
}
