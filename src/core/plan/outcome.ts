/** What became of a line: one per line, always. Totals are derived from these and from nothing else. */
import type { ObjectKind } from "../object/object-kind.ts";
import type { MatchedBy } from "../policy/policy.ts";
import type { Problem } from "../problem/problem.ts";

export const OUTCOMES = ["created", "updated", "unchanged", "skipped", "failed"] as const;
export type Outcome = (typeof OUTCOMES)[number];
export type OutcomeCounts = Readonly<Record<Outcome, number>>;

/** Field key -> [before, after]; null = the field was or is empty. Lists stand as their JSON text. */
export type Changes = Readonly<Record<string, readonly [string | null, string | null]>>;

export type LedgerLine = {
  /** Physical line of the file where the row starts, or the row number of a sheet. */
  readonly line: number;
  /** Byte offset of the row in the stored source file; -1 where the format has none. */
  readonly offset: number;
  readonly outcome: Outcome;
  /** Number of the contact that was written, found or matched; null where there is none, or none yet (a plan). */
  readonly contact: number | null;
  readonly match: { readonly key: MatchedBy; readonly value: string } | null;
  readonly changes: Changes | null;
  readonly problems: readonly Problem[];
  /** The opportunity of a line whose own object is its contact. The outcome is then that of both. */
  readonly second?: SecondPart;
  /** The person was erased: no values, match or contact stand here any more. Absent = nobody was. */
  readonly erased?: true;
};

export type SecondPart = Pick<LedgerLine, "outcome" | "match" | "changes"> & {
  /** Number of the opportunity; null where there is none, or none yet (a plan). Of a line about a contact alone, it is `skipped`. */
  readonly number: number | null;
  /** What became of the contact; null where the line only refers to it. */
  readonly contact: Outcome | null;
};

/** What a line changes, as one text: two lines with the same text change the same. */
export const changesText = ({ changes, second }: Pick<LedgerLine, "changes" | "second">): string | null =>
  second === undefined
    ? changes === null
      ? null
      : JSON.stringify(changes)
    : JSON.stringify([changes, second.outcome, second.changes]);

/** The line as it is about one of its objects alone. */
export function partOf(line: LedgerLine, object: ObjectKind): LedgerLine {
  if (line.second === undefined) return line;
  const { second, ...first } = line;
  if (object !== "opportunity") return { ...first, outcome: second.contact ?? "skipped" };
  const { number, outcome, match, changes } = second;
  return { ...first, contact: number, outcome, match, changes };
}

export const NO_OUTCOMES: OutcomeCounts = { created: 0, updated: 0, unchanged: 0, skipped: 0, failed: 0 };

/** A line that leaves its contact as it is may still tell an account what it did not know. */
export const changesSomething = ({
  outcomes: { created, updated },
  accounts,
}: {
  readonly outcomes: Pick<OutcomeCounts, "created" | "updated">;
  readonly accounts?: AccountCounts | undefined;
}): boolean => created + updated > 0 || (accounts !== undefined && accounts.created + accounts.changed > 0);

export const linesIn = (counts: OutcomeCounts): number => OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0);

/** By code. */
type Counts = Readonly<Record<string, number>>;
/** Warnings of lines that were skipped, and of those that failed for something else. */
export type Unwritten = Readonly<Record<"skipped" | "failed", Counts>>;

/** Running totals of an import, all derived from its ledger lines. */
export type Tally = {
  readonly outcomes: OutcomeCounts;
  /** Lines with at least one error of that code. */
  readonly problems: Counts;
  readonly warnings: Counts;
  /** Those of `warnings` whose lines are not written; absent = none. */
  readonly unwritten?: Unwritten;
  /** Accounts that lines of contacts have made, and lines that have changed one; absent = none. */
  readonly accounts?: AccountCounts;
  /** Contacts that follow the new name, id or domain that lines give their accounts; absent = none. */
  readonly followers?: number;
  /** What became of each object of lines about two, line by line; absent = there are none such. */
  readonly parts?: PartCounts;
};

/** A line that only refers to its contact counts for its opportunity alone. */
export type PartCounts = Readonly<Record<"contacts" | "opportunities", OutcomeCounts>>;

type AccountCounts = { readonly created: number; readonly changed: number };

export const EMPTY_TALLY: Tally = { outcomes: NO_OUTCOMES, problems: {}, warnings: {} };

/** What lines did besides. */
export type Beside = {
  readonly accounts: { readonly changes: readonly { readonly object: ObjectKind; readonly changes: Changes | null }[] };
  readonly followers?: number;
};

export function addToTally(tally: Tally, lines: readonly LedgerLine[], beside: Beside | null = null): Tally {
  const outcomes = { ...tally.outcomes };
  const problems = new Map(Object.entries(tally.problems));
  const warnings = new Map(Object.entries(tally.warnings));
  const unwritten = { skipped: { ...tally.unwritten?.skipped }, failed: { ...tally.unwritten?.failed } };
  for (const line of lines) {
    outcomes[line.outcome] += 1;
    const apart = line.outcome === "skipped" || line.outcome === "failed" ? unwritten[line.outcome] : null;
    for (const { code, severity } of line.problems) {
      const counts = severity === "error" ? problems : warnings;
      counts.set(code, (counts.get(code) ?? 0) + 1);
      if (severity === "warning" && apart !== null) apart[code] = (apart[code] ?? 0) + 1;
    }
  }
  const accounts = addAccounts(tally.accounts, beside?.accounts.changes ?? []);
  const followers = (tally.followers ?? 0) + (beside?.followers ?? 0);
  const parts = addParts(tally, lines);
  return {
    outcomes,
    problems: Object.fromEntries(problems),
    warnings: Object.fromEntries(warnings),
    ...saidUnwritten(unwritten),
    ...(accounts === undefined ? {} : { accounts }),
    ...(followers === 0 ? {} : { followers }),
    ...(parts === undefined ? {} : { parts }),
  };
}

/** The line says nothing of an opportunity: only its contact has become something. */
export const isContactAlone = ({
  contact,
  outcome,
  number,
}: Pick<SecondPart, "contact" | "outcome" | "number">): boolean =>
  number === null && outcome === "skipped" && contact !== null && contact !== "skipped";

function addParts({ parts, outcomes }: Tally, lines: readonly LedgerLine[]): PartCounts | undefined {
  const seconds = lines.flatMap(({ outcome, second }) =>
    // A total at the end, say, is about nothing.
    second === undefined ? [] : outcome === "skipped" ? { ...second, outcome } : second,
  );
  // An earlier version has counted the lines before these and not their parts.
  if (seconds.length === 0 || (parts === undefined && linesIn(outcomes) > 0)) return parts;
  const contacts = { ...(parts?.contacts ?? NO_OUTCOMES) };
  const opportunities = { ...(parts?.opportunities ?? NO_OUTCOMES) };
  for (const { contact, outcome, number } of seconds) {
    if (!isContactAlone({ contact, outcome, number })) opportunities[outcome] += 1;
    if (contact !== null) contacts[contact] += 1;
  }
  return { contacts, opportunities };
}

/**
 * What is said of them: of each kind of object the outcomes that there are. Nothing where lines only refer to their contacts: the
 * outcomes of lines are then those of the opportunities.
 */
export function saidParts(parts: PartCounts | undefined) {
  if (parts === undefined || linesIn(parts.contacts) === 0) return [];
  return (["contacts", "opportunities"] as const).flatMap((object) => {
    const counts = OUTCOMES.flatMap((outcome) => {
      const count = parts[object][outcome];
      return count > 0 ? [{ outcome, count }] : [];
    });
    return counts.length === 0 ? [] : [{ object, counts }];
  });
}

const saidUnwritten = (unwritten: Unwritten): Pick<Tally, "unwritten"> =>
  Object.keys(unwritten.skipped).length + Object.keys(unwritten.failed).length === 0 ? {} : { unwritten };

/** Running totals without these lines, which are among them. */
export function takeFromTally(tally: Tally, lines: readonly LedgerLine[]): Tally {
  const gone = addToTally(EMPTY_TALLY, lines);
  const outcomes = { ...tally.outcomes };
  for (const outcome of OUTCOMES) outcomes[outcome] -= gone.outcomes[outcome];
  const { problems, warnings, unwritten } = gone;
  const { unwritten: before, ...rest } = tally;
  return {
    ...{ ...rest, outcomes },
    problems: countsWithout(tally.problems, problems),
    warnings: countsWithout(tally.warnings, warnings),
    ...saidUnwritten({
      skipped: countsWithout(before?.skipped ?? {}, unwritten?.skipped ?? {}),
      failed: countsWithout(before?.failed ?? {}, unwritten?.failed ?? {}),
    }),
  };
}

/** Of these counts, what is left when those are taken away; codes of which nothing is left do not stand there. */
export const countsWithout = (counts: Counts, taken: Counts): Counts =>
  Object.fromEntries(
    Object.entries(counts).flatMap(([code, count]) =>
      count === taken[code] ? [] : [[code, count - (taken[code] ?? 0)] as const],
    ),
  );

function addAccounts(
  before: AccountCounts | undefined,
  sides: Beside["accounts"]["changes"],
): AccountCounts | undefined {
  let { created, changed } = before ?? { created: 0, changed: 0 };
  for (const { object, changes } of sides) {
    if (object !== "account") continue;
    if (changes === null) created++;
    else changed++;
  }
  return created + changed === 0 ? undefined : { created, changed };
}
