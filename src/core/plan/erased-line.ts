/** What stays of a ledger line once the person that it is about was erased: where it stood and what became of it, so that the ledger balances. */
import type { Changes, LedgerLine, SecondPart } from "./outcome.ts";

/** Problems keep their codes, which the totals are made of, and lose what the cells said. */
export function erasedLine({ line, offset, outcome, changes, problems, second }: LedgerLine): LedgerLine {
  return {
    ...{ line, offset, outcome, contact: null, match: null, changes: withoutValues(changes) },
    problems: problems.map(({ code, severity, column, field }) => ({
      ...{ code, severity },
      ...(column === undefined ? {} : { column }),
      ...(field === undefined ? {} : { field }),
    })),
    ...(second === undefined ? {} : { second: erasedSecond(second) }),
    erased: true,
  };
}

const erasedSecond = ({ outcome, contact, changes }: SecondPart): SecondPart => ({
  ...{ number: null, outcome, contact, match: null, changes: withoutValues(changes) },
});

/** That there were changes still tells an updated line from one that is unchanged. */
const withoutValues = (changes: Changes | null): Changes | null => (changes === null ? null : {});
