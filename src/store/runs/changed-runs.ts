/**
 * Which lines changed an object, as both databases keep it. A row of `object_change` stands for several of both where they follow
 * each other: objects `number` to `number + count - 1` by lines `line` to `line + count - 1`, as most of a file is that was
 * exported before. A row for each cost a tenth of an import that updates.
 */
import type { LedgerLine } from "../../core/plan/outcome.ts";

/** Objects of a row at most: so far before an object begin the rows that may be about it. */
const MOST_IN_ROW = 64;

/** Condition: the row `change` is about this object. @param number an expression, of type `bigint` where the database has types */
export const isAbout = (number: string): string =>
  `change.number between ${number} - ${MOST_IN_ROW - 1} and ${number} and change.number + change.count > ${number}`;

/** The line of the row `change` that is about this object. */
export const lineAbout = (number: string): string => `change.line + ${number} - change.number`;

/** Condition: what the row `change` says of this object was not put back. */
export const isNotUndone = (number: string): string =>
  `not exists (select 1 from undo_line where undo_line.workspace_id = change.workspace_id
     and undo_line.import_id = change.import_id and undo_line.object = change.object and undo_line.line = ${lineAbout(number)}
     and undo_line.result = 'restored')`;

export type ChangedRun = { readonly number: number; readonly line: number; readonly count: number };

/** The rows that these lines are. */
export function changedRuns(lines: readonly LedgerLine[]): readonly ChangedRun[] {
  const runs: { number: number; line: number; count: number }[] = [];
  let last: (typeof runs)[number] | undefined;
  for (const { contact: number, line, changes } of lines) {
    if (number === null || changes === null) continue;
    if (last && follows(last, number, line)) last.count++;
    else {
      last = { number, line, count: 1 };
      runs.push(last);
    }
  }
  return runs;
}

const follows = ({ number, line, count }: ChangedRun, nextNumber: number, nextLine: number): boolean =>
  count < MOST_IN_ROW && number + count === nextNumber && line + count === nextLine;

/** What is left of a row without these objects. */
export function runsWithout({ number, line, count }: ChangedRun, gone: ReadonlySet<number>): readonly ChangedRun[] {
  const runs: ChangedRun[] = [];
  let from = 0;
  for (let at = 0; at <= count; at++) {
    if (at < count && !gone.has(number + at)) continue;
    if (at > from) runs.push({ number: number + from, line: line + from, count: at - from });
    from = at + 1;
  }
  return runs;
}
