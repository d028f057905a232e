/** One line of a ledger as a row of a table and as JSON. */
import { type Field, LIST_TYPES } from "../core/contact/field.ts";
import { parseList } from "../core/contact/list-text.ts";
import type { Changes, LedgerLine } from "../core/plan/outcome.ts";
import { type ProblemWords, problemFix, problemMessage } from "../core/problem/render-problem.ts";
import { shown } from "../core/problem/shown-text.ts";
import { encodeId } from "../core/public-id.ts";

/** `mendedBy`: the import that wrote the line after all. */
type LineWords = { readonly idKey: number; readonly words: ProblemWords; readonly mendedBy: string | null };

export function lineRow(line: LedgerLine, { idKey, words, mendedBy }: LineWords): readonly string[] {
  const contact = line.contact === null ? "" : encodeId("con", idKey, line.contact);
  const found = line.problems.map((problem) => {
    const where = problem.column ? `${shown(problem.column)}: ` : "";
    return where + problemMessage(problem, words);
  });
  const changed = Object.entries(line.changes ?? {}).map(
    ([field, [before, after]]) => `${shown(field)}: ${cellText(before)} → ${cellText(after)}`,
  );
  const since = mendedBy === null ? [] : [`put right by ${mendedBy}`];
  return [String(line.line), line.outcome, contact, [...found, ...changed, ...since].join(" · ")];
}

export const cellText = (value: string | null): string => (value === null ? "(empty)" : shown(value));

export function lineJson(
  line: LedgerLine,
  { idKey, words, mendedBy, fields }: LineWords & { readonly fields: readonly Field[] },
) {
  return {
    line: line.line,
    outcome: line.outcome,
    contact: line.contact === null ? null : encodeId("con", idKey, line.contact),
    match: line.match,
    changes: line.changes === null ? {} : changesJson(line.changes, fields),
    problems: line.problems.map((problem) => ({
      code: problem.code,
      severity: problem.severity,
      column: problem.column ?? null,
      field: problem.field ?? null,
      value: problem.value ?? null,
      message: problemMessage(problem, words),
      fix: problemFix(problem),
    })),
    ...(mendedBy === null ? {} : { mendedBy }),
  };
}

/** Lists as lists: the ledger keeps their JSON text. */
export function changesJson(changes: Changes, fields: readonly Field[]) {
  const types = new Map(fields.map(({ key, type }) => [key, type]));
  return Object.fromEntries(
    Object.entries(changes).map(([field, values]) => {
      const type = types.get(field);
      const isList = type !== undefined && LIST_TYPES.has(type);
      return [field, isList ? values.map((value) => (value === null ? null : parseList(value))) : values];
    }),
  );
}
