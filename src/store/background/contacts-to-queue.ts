/** Whose workflow begins with lines of an import. */
import { OPT_OUTS } from "../../core/contact/opt-outs.ts";
import { type LedgerLine, type Outcome, partOf } from "../../core/plan/outcome.ts";
import type { ProblemCode } from "../../core/problem/catalogue.ts";

type ToQueue = {
  /** Contacts that the lines have made. */
  readonly made: number;
  /** Those of them to whom something may be sent. */
  readonly contacts: readonly number[];
};

/** Where somebody has said something of not being contacted that could not be read, nothing is sent. */
export const UNCLEAR: ProblemCode = "yes_no_unreadable";
/** What later lines of the file come to that are about a contact it has made. */
export const LATER: readonly Outcome[] = ["updated", "unchanged"];

/** @param unclear contacts of which other lines of the import say something unclear */
export function contactsToQueue(lines: readonly LedgerLine[], unclear: ReadonlySet<number>): ToQueue {
  // A line may make an opportunity of somebody who was there before, or whom an earlier line has made.
  const made = lines.map((line) => partOf(line, "contact")).filter(({ outcome }) => outcome === "created");
  const clear = made.filter(({ problems }) => !problems.some(saysUnclearly)).flatMap(({ contact }) => contact ?? []);
  return { made: made.length, contacts: clear.filter((contact) => !unclear.has(contact)) };
}

/** The contacts of which these lines say something unclear. */
export const unclearIn = (lines: readonly LedgerLine[]): readonly number[] =>
  lines.filter(({ problems }) => problems.some(saysUnclearly)).flatMap((line) => partOf(line, "contact").contact ?? []);

const saysUnclearly = ({ code, field }: LedgerLine["problems"][number]): boolean =>
  code === UNCLEAR && OPT_OUTS.has(field ?? "");
