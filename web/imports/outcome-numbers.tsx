/** What became of the lines, or will, in numbers; what did not happen is left out. */
import type { ImportState } from "../../src/core/import-state.ts";
import { OUTCOMES, type OutcomeCounts } from "../../src/core/plan/outcome.ts";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";
import classes from "./outcomes.module.css";

type Props = { readonly outcomes: OutcomeCounts; readonly state: ImportState };

export function OutcomeNumbers({ outcomes, state }: Props) {
  const { imports } = useWords();
  const format = useFormat();
  const words = state === "planned" ? imports.planned : imports.outcomes;
  const happened = OUTCOMES.filter((outcome) => outcomes[outcome] > 0);
  return (
    <div className={classes.numbers}>
      {happened.length === 0 && imports.noLines}
      {happened.map((outcome) => (
        <span key={outcome} className={classes.number}>
          <span className={classes.dot} data-outcome={outcome} />
          <b>{format.number(outcomes[outcome])}</b> {words[outcome]}
        </span>
      ))}
    </div>
  );
}
