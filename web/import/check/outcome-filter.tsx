/** How many lines come to which outcome; each number shows its lines. */
import { UnstyledButton } from "@mantine/core";
import { OUTCOMES, type Outcome, type OutcomeCounts } from "../../../src/core/plan/outcome.ts";
import { useFormat } from "../../words/use-format.ts";
import { useWords } from "../../words/words-provider.tsx";
import classes from "./outcome-filter.module.css";
import type { LineFilter } from "./use-lines.ts";

type Props = {
  readonly outcomes: OutcomeCounts;
  readonly lines: number;
  readonly chosen: LineFilter;
  readonly choose: (outcome: Outcome | null) => void;
};

export function OutcomeFilter({ outcomes, lines, chosen, choose }: Props) {
  const { importCheck } = useWords();
  const { number } = useFormat();
  const all = chosen.outcome === null && chosen.problem === null;
  return (
    <fieldset className={classes.bar} aria-label={importCheck.filter}>
      <UnstyledButton className={classes.one ?? ""} aria-pressed={all} onClick={() => choose(null)}>
        <span className={classes.count}>{number(lines)}</span>
        <span className={classes.name}>{importCheck.allLines}</span>
      </UnstyledButton>
      {OUTCOMES.map((outcome) => (
        <UnstyledButton
          key={outcome}
          className={classes.one ?? ""}
          data-outcome={outcome}
          data-none={outcomes[outcome] === 0 || undefined}
          aria-pressed={chosen.outcome === outcome}
          onClick={() => choose(outcome)}
        >
          <span className={classes.count}>{number(outcomes[outcome])}</span>
          <span className={classes.name}>{importCheck.will[outcome]}</span>
        </UnstyledButton>
      ))}
    </fieldset>
  );
}
