/** How an import that was planned or run is reported: by `import`, `plan` and `resume` alike. */
import { countDuplicates } from "../app/duplicates/find-duplicates.ts";
import type { ImportRecord } from "../app/ports.ts";
import { detailJson, type ImportDetail } from "../app/view/import-detail-json.ts";
import { type Effort, importJson, tallyOf } from "../app/view/import-json.ts";
import { refusalJson } from "../app/view/refusal-json.ts";
import { linesUndone } from "../app/view/undo-stand.ts";
import type { Config } from "../config.ts";
import { linesIn } from "../core/plan/outcome.ts";
import type { Refusal } from "../core/problem/refusal.ts";
import { complainOf, type ExitCode, type Session } from "./cli.ts";
import { INTERRUPTED } from "./interrupts.ts";
import type { Terminal } from "./terminal.ts";
import { evidenceLines, ledgerLines, nothingWritten, problemLines, withData } from "./words/import-text.ts";
import { type NextAround, nextLines } from "./words/next-lines.ts";
import { paceText } from "./words/pace-text.ts";
import { count, number, printable } from "./words/text.ts";
import { undoJson } from "./words/undo-text.ts";

export const PLAN_HEAD = "Nothing is written yet. This would become of each line:";

/** Said before it is shown. */
export const PLANNED_ANEW = "The workspace has changed since it was planned: it is planned anew.";

export type ReportSettings = Effort & {
  /** Failed rows are an exit code. */
  readonly strict: boolean;
  /** Path of the file as it was given; absent = the command was not given one. */
  readonly file?: string;
};

/** An import that has come to an end, or to a stop. `seconds: null`: another process brought it there. */
export async function reportEnd(
  session: Session,
  record: ImportRecord,
  { strict, file, ...spent }: ReportSettings | (Pick<ReportSettings, "strict" | "file"> & { readonly seconds: null }),
): Promise<ExitCode> {
  const { terminal, config } = session;
  if (record.state === "refused" && record.refusal) return refuseImport(session, record.id, record.refusal);
  const effort = spent.seconds === null ? null : spent;
  if (terminal.json) await terminal.printJson(importJson(record, effort));
  else if (record.state !== "interrupted") {
    const lines = linesIn(tallyOf(record).outcomes);
    const pace = effort === null ? count(lines, "line") : paceText(lines, effort);
    await printTally(session, record, `${record.id} is ${record.state}: ${pace}`, { file });
  }
  if (record.state === "interrupted") {
    terminal.complain(interruptedText(detailJson(record), config));
    return INTERRUPTED;
  }
  return strictCode(record, strict);
}

export async function reportPlan(
  session: Session,
  record: ImportRecord,
  { strict, file, ...effort }: ReportSettings,
): Promise<ExitCode> {
  if (session.terminal.json) await session.terminal.printJson(importJson(record, effort));
  else await printTally(session, record, PLAN_HEAD, { file });
  return strictCode(record, strict);
}

const strictCode = (record: ImportRecord, strict: boolean): ExitCode =>
  strict && tallyOf(record).outcomes.failed > 0 ? 3 : 0;

type Around = {
  /** A question follows, which is what comes next. */
  readonly asks?: boolean;
  readonly file?: string | undefined;
};

export async function printTally(session: Session, record: ImportRecord, head: string, around: Around): Promise<void> {
  const { terminal, config, ports, workspace } = session;
  const detail = detailJson(record);
  if (terminal.quiet) return sayQuietly(terminal, detail);
  const isCounted = record.state === "done" && !around.asks;
  const duplicates = isCounted ? await countDuplicates(ports, workspace, record) : 0;
  await terminal.print(...tallyLines(detail, head, { ...around, duplicates, terminal, config }));
}

/** What must be said. */
export function sayQuietly(terminal: Terminal, detail: ImportDetail): void {
  for (const says of nothingWritten(detail)) terminal.complain(`muster: ${says}`);
}

/** What became of the lines, or would, and what comes next. */
export function tallyLines(
  detail: ImportDetail,
  head: string,
  { asks = false, ...around }: Around & NextAround,
): readonly string[] {
  const { terminal } = around;
  const evidence = evidenceLines(detail);
  return [
    ...(evidence.length > 0 ? ["", ...evidence] : []),
    "",
    terminal.style("bold", head),
    ...ledgerLines(detail, terminal),
    ...problemLines(detail, terminal),
    ...(asks ? [""] : nextLines(detail, around)),
  ];
}

/** @param id null where it was turned away before there was an import */
export const refuseImport = ({ terminal, config }: Session, id: string | null, refusal: Refusal): Promise<ExitCode> =>
  printRefused(terminal, { id, refusal, config });

type RefusedImport = {
  readonly id: string | null;
  readonly refusal: Refusal;
  /** Where it was refused; absent = at a server. */
  readonly config?: Config;
};

export async function printRefused(terminal: Terminal, { id, refusal, config }: RefusedImport): Promise<ExitCode> {
  if (terminal.json) await terminal.printJson({ import: id, state: "refused", problem: refusalJson(refusal) });
  else complainOf(terminal, refusal, config);
  return 2;
}

/** Ctrl-C has ended an undo between two batches. */
export async function reportUndoInterrupted({ terminal, config }: Session, record: ImportRecord): Promise<ExitCode> {
  const done = record.undo === null ? 0 : linesUndone(record.undo.tally);
  if (terminal.json) await terminal.printJson(undoJson(record, []));
  terminal.complain(
    `Interrupted after ${count(done, "line")} had been taken back; nothing is lost. Go on with: ${withData(`muster resume ${printable(record.id)}`, config)}. Any other command goes on with it first.`,
  );
  return INTERRUPTED;
}

export function interruptedText({ import: id, outcomes, rows }: ImportDetail, config: Config): string {
  const of = rows === null ? "" : ` of ${number(rows)}`;
  return `Interrupted after ${number(linesIn(outcomes))}${of} lines; nothing is lost. Go on with: ${withData(`muster resume ${printable(id)}`, config)}`;
}
