/** Problems of an import that has ended, by code, each with what to do about it. */
import { Text, Title } from "@mantine/core";
import { useFormat } from "../../words/use-format.ts";
import { useWords } from "../../words/words-provider.tsx";
import type { ShownImport } from "../planned-import.ts";
import classes from "./run.module.css";

export function ProblemCounts({ shown }: { readonly shown: ShownImport }) {
  const { importCheck } = useWords();
  const { number } = useFormat();
  const byCount = (codes: Readonly<Record<string, number>>) => Object.entries(codes).toSorted(([, a], [, b]) => b - a);
  const counts = [...byCount(shown.problems), ...byCount(shown.warnings)];
  if (counts.length === 0) return null;
  return (
    <section>
      <Title order={2} mb="xs">
        {importCheck.problems}
      </Title>
      <ul className={classes.problems}>
        {counts.map(([code, count]) => (
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
  );
}
