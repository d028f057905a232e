/** One line of a ledger as a row of a table and as JSON. */

import { dealChanges, dealId, idOf, type LineWords } from "../app/view/line-json.ts";
import type { LedgerLine } from "../core/plan/outcome.ts";
import { problemMessage } from "../core/problem/render-problem.ts";
import { shown } from "../core/problem/shown-text.ts";
import { valueText } from "./value-text.ts";

type Beside = {
  /** What the file calls a line that is created. */
  readonly names?: readonly string[] | undefined;
  /** The first line of the file that is about the same person. */
  readonly earlier?: number | undefined;
};

export function lineRow(
  line: LedgerLine,
  { idKey, words, mendedBy }: LineWords,
  { names = [], earlier }: Beside = {},
): readonly string[] {
  const found = line.problems.map((problem) => {
    const where = problem.column ? `${shown(problem.column)}: ` : "";
    return where + problemMessage(problem, words);
  });
  const changed = Object.entries({ ...line.changes, ...dealChanges(line, idKey) }).map(
    ([field, [before, after]]) => `${shown(field)}: ${valueText(before)} → ${valueText(after)}`,
  );
  const deal = line.second === undefined ? [] : [dealId(line, idKey) ?? ""];
  return [
    ...[String(line.line), line.outcome, idOf(line, { idKey, words }) ?? "", ...deal],
    whatText({
      isErased: line.erased === true,
      names,
      happened: [...found, ...changed],
      match: line.match,
      earlier,
      mendedBy,
    }),
  ];
}

type Said = {
  readonly isErased: boolean;
  readonly names: readonly string[];
  /** Problems and changes, in words. */
  readonly happened: readonly string[];
  readonly match: Match | null;
  readonly earlier?: number | undefined;
  readonly mendedBy: string | null;
};

/** All that a table says of a line in its last column. */
export const whatText = ({ isErased, names, happened, match, earlier, mendedBy }: Said): string =>
  [
    isErased ? "erased" : "",
    ...names.map(shown),
    ...(happened.length > 0 ? happened : [matchText(match, earlier)]),
    mendedBy === null ? "" : `put right by ${mendedBy}`,
  ]
    .filter((text) => text !== "")
    .join(" · ");

type Match = { readonly key: string; readonly value: string };

/** Why a line is about whom it is about, where nothing else is said of it. */
function matchText(match: Match | null, earlier?: number): string {
  if (match === null) return "";
  if (match.key === "same_line") return "the same line as in an earlier import";
  const key = shown(match.key.replaceAll("_", " "));
  const value = match.value.split("\u001f").filter((part) => part !== "");
  return `same ${key}${earlier === undefined ? "" : ` as line ${earlier}`}: ${value.map(shown).join(", ")}`;
}
