/** The five outcomes as a bar and as numbers, and that they are all the lines there were. */
import { linesIn, OUTCOMES, type OutcomeCounts } from "../../../src/core/plan/outcome.ts";
import { useFormat } from "../../words/use-format.ts";
import { useWords } from "../../words/words-provider.tsx";
import classes from "./run.module.css";

type Props = {
  readonly outcomes: OutcomeCounts;
  /** Lines that were read; absent = not all of them are done. */
  readonly lines?: number;
};

export function Ledger({ outcomes, lines }: Props) {
  const { importRun, importCheck } = useWords();
  const { number } = useFormat();
  const sum = linesIn(outcomes);
  return (
    <section aria-label={importRun.ledger}>
      <div className={classes.bar} aria-hidden="true">
        {OUTCOMES.filter((outcome) => outcomes[outcome] > 0).map((outcome) => (
          <span key={outcome} data-outcome={outcome} style={{ flexGrow: outcomes[outcome] }} />
        ))}
      </div>
      <dl className={classes.outcomes}>
        {OUTCOMES.map((outcome) => (
          <div key={outcome} className={classes.outcome} data-outcome={outcome}>
            <dt>{importCheck.did[outcome]}</dt>
            <dd>{number(outcomes[outcome])}</dd>
          </div>
        ))}
      </dl>
      {lines !== undefined && sum === lines && (
        <p className={classes.balance}>
          {importRun.balance(number(lines), OUTCOMES.map((outcome) => number(outcomes[outcome])).join(" + "))}
        </p>
      )}
    </section>
  );
}
