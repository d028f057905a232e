/** What became of the lines, in numbers; what did not happen is left out. */
import { OUTCOMES, type OutcomeCounts } from "../../src/core/plan/outcome.ts";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";
import classes from "./outcomes.module.css";

export function OutcomeNumbers({ outcomes }: { readonly outcomes: OutcomeCounts }) {
  const { imports } = useWords();
  const format = useFormat();
  const happened = OUTCOMES.filter((outcome) => outcomes[outcome] > 0);
  return (
    <div className={classes.numbers}>
      {happened.length === 0 && imports.noLines}
      {happened.map((outcome) => (
        <span key={outcome} className={classes.number}>
          <span className={classes.dot} data-outcome={outcome} />
          <b>{format.number(outcomes[outcome])}</b> {imports.outcomes[outcome]}
        </span>
      ))}
    </div>
  );
}
