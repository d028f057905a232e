/** Problems of the plan by code, each with why and what to do; choosing one shows its lines. */
import { UnstyledButton } from "@mantine/core";
import { useFormat } from "../../words/use-format.ts";
import { useWords } from "../../words/words-provider.tsx";
import type { ShownImport } from "../planned-import.ts";
import classes from "./problem-list.module.css";

type Props = {
  readonly shown: Pick<ShownImport, "problems" | "warnings" | "explanations">;
  readonly chosen: string | null;
  readonly choose: (code: string | null) => void;
};

export function ProblemList({ shown, chosen, choose }: Props) {
  const { importCheck } = useWords();
  const groups = [
    { name: importCheck.errors, counts: shown.problems, kind: "error" },
    { name: importCheck.warnings, counts: shown.warnings, kind: "warning" },
  ].filter(({ counts }) => Object.keys(counts).length > 0);
  return (
    <section aria-label={importCheck.problems} className={classes.list}>
      {groups.map(({ name, counts, kind }) => (
        <div key={kind} className={classes.group}>
          <h2 className={classes.title}>{name}</h2>
          {Object.entries(counts)
            .toSorted(([, a], [, b]) => b - a)
            .map(([code, count]) => (
              <Problem
                key={code}
                kind={kind}
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
  readonly kind: string;
  readonly count: number;
  readonly explained: ShownImport["explanations"][string];
  readonly isChosen: boolean;
  readonly choose: () => void;
};

function Problem({ kind, count, explained: { title, cause, fix }, isChosen, choose }: ProblemProps) {
  const { number } = useFormat();
  return (
    <UnstyledButton className={classes.one ?? ""} data-kind={kind} aria-pressed={isChosen} onClick={choose}>
      <span className={classes.head}>
        <span>{title}</span>
        <span className={classes.count}>{number(count)}</span>
      </span>
      {isChosen && <span className={classes.text}>{cause}</span>}
      <span className={classes.text}>{fix}</span>
    </UnstyledButton>
  );
}
