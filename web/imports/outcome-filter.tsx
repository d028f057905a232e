/** The five outcomes of an import: the bar and the numbers, which are also the filter of the ledger. */
import { Stack, UnstyledButton } from "@mantine/core";
import { linesIn, OUTCOMES, type Outcome, type OutcomeCounts } from "../../src/core/plan/outcome.ts";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";
import { OutcomeBar } from "./outcome-bar.tsx";
import classes from "./outcomes.module.css";

type Props = {
  readonly outcomes: OutcomeCounts;
  /** Nothing of it has happened yet. */
  readonly isPlan: boolean;
  readonly total: number | null;
  readonly chosen: Outcome | undefined;
  readonly choose: (outcome: Outcome | undefined) => void;
};

export function OutcomeFilter({ outcomes, isPlan, total, chosen, choose }: Props) {
  const { imports } = useWords();
  const format = useFormat();
  const words = isPlan ? imports.planned : imports.outcomes;
  const toggle = (outcome: Outcome): void => choose(outcome === chosen ? undefined : outcome);
  return (
    <Stack gap={8}>
      <OutcomeBar outcomes={outcomes} chosen={chosen} choose={toggle} total={total} />
      <div className={classes.filters}>
        <UnstyledButton
          className={classes.filter ?? ""}
          aria-pressed={chosen === undefined}
          onClick={() => choose(undefined)}
        >
          <b>{format.number(linesIn(outcomes))}</b> {imports.all}
        </UnstyledButton>
        {OUTCOMES.map((outcome) => (
          <UnstyledButton
            key={outcome}
            className={classes.filter ?? ""}
            aria-pressed={chosen === outcome}
            disabled={outcomes[outcome] === 0}
            onClick={() => toggle(outcome)}
          >
            <span className={classes.dot} data-outcome={outcome} />
            <b>{format.number(outcomes[outcome])}</b> {words[outcome]}
          </UnstyledButton>
        ))}
      </div>
    </Stack>
  );
}
