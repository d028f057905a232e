/** What was found in the lines of an import that has ended, each with what to do about it. */
import { Text, Title } from "@mantine/core";
import { useFormat } from "../../words/use-format.ts";
import { useWords } from "../../words/words-provider.tsx";
import { findingGroups } from "../finding-groups.ts";
import type { ShownImport } from "../planned-import.ts";
import classes from "./run.module.css";

export function ProblemCounts({ shown }: { readonly shown: ShownImport }) {
  const { imports } = useWords();
  const { number } = useFormat();
  const groups = findingGroups(shown);
  if (groups.length === 0) return null;
  return (
    <>
      {groups.map(({ became, codes }) => (
        <section key={became}>
          <Title order={2} mb="xs">
            {imports.found[became]}
          </Title>
          <ul className={classes.problems}>
            {codes.map(([code, count]) => (
              <li key={code}>
                <span className={classes.count}>{number(count)}</span>
                <span>
                  <Text size="sm" fw={550}>
                    {shown.explanations[code]?.title ?? code}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {shown.explanations[code]?.fix}
                  </Text>
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <Text size="xs" c="dimmed">
        {imports.stepsLater}
      </Text>
    </>
  );
}
