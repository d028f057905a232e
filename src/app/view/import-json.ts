/** One import as programs read it: the same object from `import`, `plan`, `resume`, `imports` and `show`. */

import type { JobKind } from "../../core/job/job.ts";
import { EMPTY_TALLY, linesIn, type Tally } from "../../core/plan/outcome.ts";
import type { Voice } from "../../core/problem/voice.ts";
import type { Dialect } from "../../core/tabular/dialect.ts";
import { dialectJson } from "../../core/tabular/dialect-json.ts";
import { linesOf, policyOf } from "../import/import-parts.ts";
import type { ImportRecord } from "../ports.ts";
import { refusalJson } from "./refusal-json.ts";

/** What it counted: the run where there was one, and the plan as long as nothing else came of it. */
export const tallyOf = ({ progress, state, planned }: ImportRecord): Tally =>
  progress?.tally ?? (state === "planned" ? planned : null) ?? EMPTY_TALLY;

/** What it waits for until a worker is free; null = for nothing. What is begun is under way, whoever goes on with it. */
export function waitsFor({ job, state }: ImportRecord): JobKind | null {
  if (job === null || job.worker !== null) return null;
  return state === "running" || state === "undoing" ? null : job.wish.kind;
}

/** Lines of the file, where they are known and perhaps not all done. */
const totalOf = ({ state, scan }: ImportRecord): number | null =>
  state === "running" || state === "interrupted" ? (scan?.lines ?? null) : null;

/** What this process did of an import. */
export type Effort = {
  readonly seconds: number;
  /** Lines that were done before, by a run that was interrupted. */
  readonly linesBefore: number;
};

/**
 * @param effort null = the record alone says how long it took
 * @param voice absent = as it is said at a terminal
 */
export function importJson(record: ImportRecord, effort: Effort | null = null, voice?: Voice) {
  const { outcomes, problems, warnings, accounts, followers, parts } = tallyOf(record);
  const { evidence: _, ...dialect } = dialectJson(record.settings.dialect);
  const lines = linesIn(outcomes);
  const total = totalOf(record);
  const waits = waitsFor(record);
  const took = effort?.seconds ?? recordedSeconds(record);
  return {
    import: record.id,
    state: record.state,
    ...(waits === null ? {} : { waits }),
    object: linesOf(record),
    mode: policyOf(record.settings).mode,
    lines,
    ...(total === null ? {} : { total }),
    blankLines: record.scan?.blankLines ?? 0,
    outcomes,
    problems,
    warnings,
    ...(accounts === undefined ? {} : { accounts }),
    ...(followers === undefined ? {} : { followers }),
    ...(parts === undefined ? {} : { parts }),
    seconds: took === null ? null : Math.round(took * 1000) / 1000,
    rowsPerSecond: took === null || took <= 0 ? null : Math.round((lines - (effort?.linesBefore ?? 0)) / took),
    ...(effort === null ? {} : { peakMiB: Math.round(process.resourceUsage().maxRSS / 1024) }),
    receipt: record.receipt,
    dialect,
    says: [...doubtsOf(record.settings.dialect), ...(record.scan?.says ?? [])],
    workflow: record.settings.workflow?.workflow.name ?? null,
    file: record.settings.source.name,
    by: record.settings.by,
    at: new Date(record.createdAt).toISOString(),
    ...(record.refusal ? { problem: refusalJson(record.refusal, voice) } : {}),
  };
}

/** Below this a part of the dialect is said to be doubtful. */
const SURE = 0.8;

const doubtsOf = ({ evidence }: Dialect): readonly string[] =>
  evidence.filter(({ confidence = 1 }) => confidence < SURE).map(({ says }) => says);

function recordedSeconds({ startedAt, finishedAt }: ImportRecord): number | null {
  return startedAt === null || finishedAt === null ? null : (finishedAt - startedAt) / 1000;
}
