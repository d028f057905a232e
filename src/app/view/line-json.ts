/** One line of a ledger as programs read it. */

import { type Field, LIST_TYPES } from "../../core/contact/field.ts";
import { parseList } from "../../core/contact/list-text.ts";
import { besideContact } from "../../core/opportunity/joint-fields.ts";
import { type Changes, isContactAlone, type LedgerLine } from "../../core/plan/outcome.ts";
import type { SideChange } from "../../core/plan/side-change.ts";
import { problemFix, problemMessage } from "../../core/problem/render-problem.ts";
import type { ProblemWords } from "../../core/problem/voice.ts";
import { encodeId, ID_PREFIX } from "../../core/public-id.ts";
import { changesWithIds } from "./changes-with-ids.ts";

/** `mendedBy`: the import that wrote the line after all. */
type LineWords = { readonly idKey: number; readonly words: ProblemWords; readonly mendedBy: string | null };

const idOf = ({ contact }: LedgerLine, { idKey, words }: Pick<LineWords, "idKey" | "words">): string | null =>
  contact === null ? null : encodeId(ID_PREFIX[words.object ?? "contact"], idKey, contact);

const dealId = ({ second }: LedgerLine, idKey: number): string | null =>
  second === undefined || second.number === null ? null : encodeId("opp", idKey, second.number);

/** A key may be made of several fields. Of an opportunity its name says it: whose it is and in which pipeline stands beside it. */
function shownMatch(match: LedgerLine["match"], object: ProblemWords["object"]): LedgerLine["match"] {
  const parts = match?.value.split("\u001f") ?? [];
  return (
    match && {
      ...match,
      value: object === "opportunity" || object === "stage" ? (parts.at(-1) ?? "") : parts.join(", "),
    }
  );
}

/** Under the names that the opportunity's fields have beside those of its contact. */
function dealChanges({ second }: LedgerLine, idKey: number): Changes {
  const changes = changesWithIds({ object: "opportunity", changes: second?.changes ?? null }, idKey);
  return Object.fromEntries(Object.entries(changes).map(([field, values]) => [besideContact(field), values]));
}

type LineFields = {
  readonly fields: readonly Field[];
  /** What the line did to accounts, and which account its contact has moved to. */
  readonly besides?: readonly SideChange[];
};

export function lineJson(line: LedgerLine, { idKey, words, mendedBy, fields, besides = [] }: LineWords & LineFields) {
  return {
    line: line.line,
    outcome: line.outcome,
    ...(line.erased ? { erased: true as const } : {}),
    [words.object ?? "contact"]: idOf(line, { idKey, words }),
    ...(line.second === undefined ? {} : { opportunity: dealId(line, idKey) }),
    ...partsJson(line),
    match: line.match ? shownMatch(line.match, words.object) : shownMatch(line.second?.match ?? null, "opportunity"),
    changes: { ...changesJson(line.changes ?? {}, fields), ...dealChanges(line, idKey) },
    ...(besides.length > 0 ? { besides: besides.map((change) => besideJson(change, idKey)) } : {}),
    problems: line.problems.map((problem) => ({
      code: problem.code,
      severity: problem.severity,
      column: problem.column ?? null,
      field: problem.field ?? null,
      value: problem.value ?? null,
      message: problemMessage(problem, words),
      fix: problemFix(problem, words),
    })),
    ...(mendedBy === null ? {} : { mendedBy }),
  };
}

/** What became of each object of a line about two; the outcome is that of both. A total at the end, say, is about nothing. */
function partsJson({ outcome, second }: LedgerLine) {
  if (second === undefined) return {};
  const said = outcome === "skipped" ? outcome : second.outcome;
  return { parts: { contact: second.contact, opportunity: isContactAlone(second) ? null : said } };
}

/** `"changes": null`: the line made it. */
const besideJson = ({ object, number, changes }: SideChange, idKey: number) => ({
  [object]: encodeId(ID_PREFIX[object], idKey, number),
  changes: changes === null ? null : changesWithIds({ object, changes }, idKey),
});

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
