/** Problems of the plan by code, each with why and what to do; choosing one shows its lines. */
import { UnstyledButton } from "@mantine/core";
import { useFormat } from "../../words/use-format.ts";
import { useWords } from "../../words/words-provider.tsx";
import { type FindingGroup, type FoundInLines, findingGroups } from "../finding-groups.ts";
import type { ShownImport } from "../planned-import.ts";
import classes from "./problem-list.module.css";

type Props = {
  readonly shown: FoundInLines & Pick<ShownImport, "explanations">;
  readonly chosen: string | null;
  readonly choose: (code: string | null) => void;
};

export function ProblemList({ shown, chosen, choose }: Props) {
  const { importCheck } = useWords();
  return (
    <section aria-label={importCheck.problems} className={classes.list}>
      {findingGroups(shown).map(({ became, codes }) => (
        <div key={became} className={classes.group}>
          <h2 className={classes.title}>{importCheck.found[became]}</h2>
          {codes.map(([code, count]) => (
            <Problem
              key={code}
              became={became}
              count={count}
              explained={shown.explanations[code] ?? { title: code, cause: "", fix: "" }}
              isChosen={chosen === code}
              choose={() => choose(chosen === code ? null : code)}
            />
          ))}
        </div>
      ))}
    </section>
  );
}

type ProblemProps = {
  readonly became: FindingGroup["became"];
  readonly count: number;
  readonly explained: ShownImport["explanations"][string];
  readonly isChosen: boolean;
  readonly choose: () => void;
};

function Problem({ became, count, explained: { title, cause, fix }, isChosen, choose }: ProblemProps) {
  const { number } = useFormat();
  return (
    <UnstyledButton className={classes.one ?? ""} data-became={became} aria-pressed={isChosen} onClick={choose}>
      <span className={classes.head}>
        <span>{title}</span>
        <span className={classes.count}>{number(count)}</span>
      </span>
      {isChosen && <span className={classes.text}>{cause}</span>}
      <span className={classes.text}>{fix}</span>
    </UnstyledButton>
  );
}
