/** The plan: outcomes to filter by, problems by code, and the lines. */
import { useState } from "react";
import { errorsFile } from "../../api/endpoints/imports.ts";
import { DownloadAnchor } from "../../app/download-anchor.tsx";
import { Icon } from "../../app/icon.tsx";
import { PartNumbers } from "../../imports/part-numbers.tsx";
import { useWords } from "../../words/words-provider.tsx";
import type { ShownImport } from "../planned-import.ts";
import { HowRead } from "./how-read.tsx";
import { LineGrid } from "./line-grid.tsx";
import { OutcomeFilter } from "./outcome-filter.tsx";
import classes from "./plan-view.module.css";
import { ProblemList } from "./problem-list.tsx";
import { ALL_LINES, type LineFilter } from "./use-lines.ts";

type Props = { readonly shown: ShownImport; readonly onFixing: (isFixing: boolean) => void };

export function PlanView({ shown, onFixing }: Props) {
  const { importCheck } = useWords();
  const [chosen, setFilter] = useState<LineFilter>(ALL_LINES);
  // Its last line was corrected.
  const isGone = chosen.problem !== null && !(chosen.problem in shown.problems || chosen.problem in shown.warnings);
  const filter = isGone ? ALL_LINES : chosen;
  const hasProblems = Object.keys(shown.problems).length + Object.keys(shown.warnings).length > 0;
  const hasSide = hasProblems || shown.says.length > 0 || (shown.accounts?.created ?? 0) > 0;
  return (
    <div className={classes.page}>
      <OutcomeFilter
        outcomes={shown.outcomes}
        lines={shown.lines}
        chosen={filter}
        choose={(outcome) => setFilter({ outcome, problem: null })}
      />
      {shown.parts !== undefined && (
        <div>
          <PartNumbers parts={shown.parts} isPlan />
        </div>
      )}
      <div className={classes.columns} data-alone={!hasSide || undefined}>
        <LineGrid key={`${filter.outcome}-${filter.problem}`} shown={shown} filter={filter} onFixing={onFixing} />
        {hasSide && (
          <div className={classes.side}>
            {hasProblems && (
              <ProblemList
                shown={shown}
                chosen={filter.problem}
                choose={(problem) => setFilter(problem === null ? ALL_LINES : { outcome: null, problem })}
              />
            )}
            {shown.outcomes.failed > 0 && (
              <DownloadAnchor
                size="sm"
                className={classes.download ?? ""}
                of={errorsFile}
                asked={{ params: { id: shown.import }, query: {} }}
              >
                <Icon name="download" /> {importCheck.errorLines}
              </DownloadAnchor>
            )}
            <HowRead shown={shown} />
          </div>
        )}
      </div>
    </div>
  );
}
