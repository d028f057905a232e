/** Whose workflow begins with lines of an import. */
import { OPT_OUTS } from "../../core/contact/opt-outs.ts";
import { type LedgerLine, partOf } from "../../core/plan/outcome.ts";

type ToQueue = {
  /** Contacts that the lines have made. */
  readonly made: number;
  /** Those of them to whom something may be sent. */
  readonly contacts: readonly number[];
};

/** Where somebody has said something of not being contacted that could not be read, nothing is sent. */
export function contactsToQueue(lines: readonly LedgerLine[]): ToQueue {
  // A line may make an opportunity of somebody who was there before, or whom an earlier line has made.
  const made = lines.map((line) => partOf(line, "contact")).filter(({ outcome }) => outcome === "created");
  const clear = made.filter(({ problems }) => !problems.some(saysUnclearly));
  return { made: made.length, contacts: clear.flatMap(({ contact }) => contact ?? []) };
}

const saysUnclearly = ({ code, field }: LedgerLine["problems"][number]): boolean =>
  code === "yes_no_unreadable" && OPT_OUTS.has(field ?? "");
