/** What stays of a ledger line once the person that it is about was erased: where it stood and what became of it, so that the ledger balances. */
import type { Changes, LedgerLine, SecondPart } from "./outcome.ts";

/** Problems keep their codes, which the totals are made of, and lose what the cells said. */
export function erasedLine(line: LedgerLine): LedgerLine {
  const { second, ...left } = lineWithoutValues(line);
  return {
    ...left,
    contact: null,
    ...(second === undefined ? {} : { second: { ...second, number: null } }),
    erased: true,
  };
}

/** A line whose history is not kept any more: whom it was about stays, and what it said goes. */
export function lineWithoutValues({ second, ...line }: LedgerLine): LedgerLine {
  return {
    ...line,
    match: null,
    changes: withoutValues(line.changes),
    problems: line.problems.map(({ code, severity, column, field }) => ({
      ...{ code, severity },
      ...(column === undefined ? {} : { column }),
      ...(field === undefined ? {} : { field }),
    })),
    ...(second === undefined ? {} : { second: secondWithoutValues(second) }),
  };
}

const secondWithoutValues = (second: SecondPart): SecondPart => ({
  ...second,
  match: null,
  changes: withoutValues(second.changes),
});

/** That there were changes still tells an updated line from one that is unchanged. */
const withoutValues = (changes: Changes | null): Changes | null => (changes === null ? null : {});
