/** A line about a contact and its opportunity: planned apart, told as one. */
import type { Problem } from "../problem/problem.ts";
import { BLANK, type DraftBatch } from "./draft.ts";
import type { LedgerLine, Outcome } from "./outcome.ts";

const isWritten = ({ outcome }: LedgerLine): boolean => outcome !== "failed" && outcome !== "skipped";

/** Stands for "the other part of this line cannot be written". It is taken out again before anybody sees the line. */
const HELD_BACK: Problem = { code: "required_fields_missing", severity: "error" };

/** Rows whose opportunity stops the whole line, although its contact could be written. */
export function rowsToStop(contacts: readonly LedgerLine[], deals: readonly LedgerLine[]): readonly number[] {
  return deals.flatMap((deal, row) => {
    const contact = contacts[row];
    // An opportunity that is left as it is does not keep a contact who is there already from being told what the line says.
    const isLeft =
      deal.outcome === "skipped" &&
      contact?.outcome !== "created" &&
      deal.problems.some(({ code }) => code === "already_exists");
    return contact === undefined || !isWritten(contact) || isWritten(deal) || isLeft ? [] : [row];
  });
}

/** The drafts of contacts, those held back whose opportunities cannot be written. */
export function heldBack(drafts: DraftBatch, stopped: readonly (LedgerLine | null)[]): DraftBatch {
  const problems = new Map(drafts.problems);
  stopped.forEach((deal, row) => {
    if (deal !== null) problems.set(row, [...(problems.get(row) ?? []), HELD_BACK]);
  });
  return { ...drafts, problems };
}

/** What an opportunity needs of its contact's line; undefined = it is not to be written. */
export function linkedTo(contact: LedgerLine | undefined): {
  readonly contact: string;
  readonly problems: readonly Problem[];
} {
  if (contact === undefined || !isWritten(contact)) return { contact: BLANK, problems: [HELD_BACK] };
  return { contact: contact.contact === null ? BLANK : String(contact.contact), problems: [] };
}

/** What planning has found says that it is about the opportunity: numbers and words in it are not the contact's. */
export function aboutDeals(lines: readonly LedgerLine[], drafts: DraftBatch): readonly LedgerLine[] {
  return lines.map((line, row) => {
    const read = drafts.problems.get(row) ?? [];
    const isNew = (problem: Problem): boolean => !read.includes(problem);
    if (!line.problems.some(isNew)) return line;
    const problems = line.problems.map((problem) =>
      isNew(problem) ? { ...problem, params: { ...named(problem.params ?? {}), object: "opportunity" } } : problem,
    );
    return { ...line, problems };
  });
}

/** The problems of lines about stages. */
export const aboutStages = (lines: readonly LedgerLine[]): readonly LedgerLine[] =>
  lines.map((line) => ({
    ...line,
    problems: line.problems.map((problem) =>
      problem.params === undefined ? problem : { ...problem, params: named(problem.params) },
    ),
  }));

/** What opportunities and stages are recognised by holds numbers of contacts and pipelines, which tell nobody anything. */
function named(params: NonNullable<Problem["params"]>): NonNullable<Problem["params"]> {
  const { value } = params;
  return typeof value === "string" ? { ...params, value: value.split("\u001f").at(-1) ?? "" } : params;
}

/** A line about a contact who has no opportunity: what became of the contact. */
export const contactAlone = (contact: LedgerLine): LedgerLine => ({
  ...contact,
  second: { number: null, outcome: "skipped", match: null, changes: null, contact: contact.outcome },
});

export type LineParts = {
  /** Null where the line only refers to a contact. */
  readonly contact: LedgerLine | null;
  readonly deal: LedgerLine;
  /** Number of the contact that the line refers to, as text. */
  readonly referred: string;
};

/** @param lines `stopped`: the opportunity's line, where it was that which stopped the whole line */
export function ownLines(lines: {
  readonly contact: LedgerLine | undefined;
  readonly stopped: LedgerLine | null;
  readonly deal: LedgerLine;
}): LineParts {
  const { stopped } = lines;
  const contact = lines.contact === undefined ? null : withoutMark(lines.contact);
  return {
    contact: contact !== null && stopped !== null ? { ...contact, outcome: stopped.outcome } : contact,
    deal: stopped ?? withoutMark(lines.deal),
    referred: BLANK,
  };
}

/**
 * The outcome is the opportunity's. Where that stays as it is and the contact changes, the line is an update; what fails one
 * of them fails both.
 */
export function joinLines({ contact, deal, referred }: LineParts): LedgerLine {
  const own = contact !== null && isWritten(contact) ? contact : null;
  const problems = together(contact?.problems ?? [], deal.problems);
  const number = contact?.contact ?? (referred === BLANK ? null : Number(referred));
  return {
    ...{ line: deal.line, offset: deal.offset, contact: number },
    outcome: contact !== null && own === null ? contact.outcome : jointOutcome(own, deal),
    match: own?.match ?? null,
    changes: own?.changes ?? null,
    problems,
    second: {
      number: deal.contact,
      ...{ outcome: deal.outcome, match: deal.match, changes: deal.changes },
      contact: contact?.outcome ?? null,
    },
  };
}

const jointOutcome = (contact: LedgerLine | null, deal: LedgerLine): Outcome =>
  contact !== null && contact.outcome !== "unchanged" && (deal.outcome === "unchanged" || deal.outcome === "skipped")
    ? "updated"
    : deal.outcome;

const withoutMark = (line: LedgerLine): LedgerLine =>
  line.problems.includes(HELD_BACK)
    ? { ...line, problems: line.problems.filter((problem) => problem !== HELD_BACK) }
    : line;

/** What both parts have found in the same row is said once. */
function together(first: readonly Problem[], second: readonly Problem[]): readonly Problem[] {
  const all = [...first, ...second];
  return all.length < 2 ? all : [...new Map(all.map((problem) => [JSON.stringify(problem), problem])).values()];
}
