/** What of an import is shown, as it stands in the address: whoever is handed the link sees the same lines. */
import { OUTCOMES, type Outcome } from "../../src/core/plan/outcome.ts";

export const LEDGER_VIEWS = ["lines", "settings", "messages"] as const;
type LedgerView = (typeof LEDGER_VIEWS)[number];

export type LedgerSearch = {
  readonly outcome?: Outcome;
  /** Code of a problem or a warning. */
  readonly problem?: string;
  /** The line that is open. */
  readonly line?: number;
  readonly view?: LedgerView;
};

export function ledgerSearch({ outcome, problem, line, view }: Readonly<Record<string, unknown>>): LedgerSearch {
  const knownOutcome = OUTCOMES.find((known) => known === outcome);
  const knownView = LEDGER_VIEWS.find((known) => known === view);
  const lineNumber = Number(line);
  return {
    ...(knownOutcome === undefined ? {} : { outcome: knownOutcome }),
    ...(typeof problem === "string" && problem !== "" ? { problem } : {}),
    ...(Number.isSafeInteger(lineNumber) && lineNumber > 0 ? { line: lineNumber } : {}),
    ...(knownView === undefined ? {} : { view: knownView }),
  };
}
