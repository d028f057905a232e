/** What became of the lines, as a stacked bar. The numbers stand beside it, so that it says nothing by its colours alone. */
import { linesIn, OUTCOMES, type Outcome, type OutcomeCounts } from "../../src/core/plan/outcome.ts";
import classes from "./outcomes.module.css";

type Props = {
  readonly outcomes: OutcomeCounts;
  /** The one that is looked at. */
  readonly chosen?: Outcome | undefined;
  /** A click on a part chooses it; the same can be done by the buttons beside. */
  readonly choose?: (outcome: Outcome) => void;
  /** Lines of the file, where they are known and not all done. */
  readonly total?: number | null;
};

export function OutcomeBar({ outcomes, chosen, choose, total = null }: Props) {
  const left = total === null ? 0 : Math.max(0, total - linesIn(outcomes));
  const parts = OUTCOMES.filter((outcome) => outcomes[outcome] > 0);
  return (
    <div className={classes.bar} data-tall={choose !== undefined || undefined} aria-hidden="true">
      {parts.map((outcome) => {
        const shared = {
          className: classes.segment,
          style: { flex: `${outcomes[outcome]} 1 0` },
          "data-outcome": outcome,
          "data-faint": (chosen !== undefined && chosen !== outcome) || undefined,
        };
        return choose === undefined ? (
          <div key={outcome} {...shared} />
        ) : (
          <button key={outcome} type="button" tabIndex={-1} {...shared} onClick={() => choose(outcome)} />
        );
      })}
      {left > 0 && <div style={{ flex: `${left} 1 0` }} />}
    </div>
  );
}
