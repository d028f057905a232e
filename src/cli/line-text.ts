/** One line of a ledger as a row of a table and as JSON. */

import { dealChanges, dealId, idOf, type LineWords } from "../app/view/line-json.ts";
import type { LedgerLine } from "../core/plan/outcome.ts";
import { problemMessage } from "../core/problem/render-problem.ts";
import { shown } from "../core/problem/shown-text.ts";
import { valueText } from "./value-text.ts";

/** @param names what the file calls a line that is created */
export function lineRow(
  line: LedgerLine,
  { idKey, words, mendedBy }: LineWords,
  names: readonly string[] = [],
): readonly string[] {
  const found = line.problems.map((problem) => {
    const where = problem.column ? `${shown(problem.column)}: ` : "";
    return where + problemMessage(problem, words);
  });
  const changed = Object.entries({ ...line.changes, ...dealChanges(line, idKey) }).map(
    ([field, [before, after]]) => `${shown(field)}: ${valueText(before)} → ${valueText(after)}`,
  );
  const since = mendedBy === null ? [] : [`put right by ${mendedBy}`];
  const deal = line.second === undefined ? [] : [dealId(line, idKey) ?? ""];
  return [
    ...[String(line.line), line.outcome, idOf(line, { idKey, words }) ?? "", ...deal],
    [...(line.erased ? ["erased"] : []), ...names.map(shown), ...found, ...changed, ...since].join(" · "),
  ];
}
