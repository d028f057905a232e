/** Problems and warnings of an import by code: how many lines, why, and what to do. Each shows its lines. */
import { Anchor, Text, Title } from "@mantine/core";
import { type FindingGroup, findingGroups } from "../import/finding-groups.ts";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";
import type { Explanation, ImportDetail } from "./import-detail.ts";
import classes from "./import-page.module.css";

type Props = {
  readonly detail: ImportDetail;
  readonly chosen: string | undefined;
  readonly choose: (code: string | undefined) => void;
};

export function ImportStats({ detail, chosen, choose }: Props) {
  const { imports, importCheck, importFile } = useWords();
  const { explanations, state } = detail;
  const groups = findingGroups(detail);
  const shown = groups.flatMap(({ codes }) => codes.map(([code]) => explanations[code]?.fix ?? ""));
  const namesStep = shown.some((fix) => fix.includes(importFile.step.columns));
  const titles = state === "planned" ? importCheck.found : imports.found;
  return (
    <div className={classes.stats}>
      {groups.length === 0 && <Text size="sm">{imports.noProblems}</Text>}
      {groups.map(({ became, codes }) => (
        <section key={became}>
          <Title order={2} size="sm" mb={8}>
            {titles[became]}
          </Title>
          <div className={classes.codes}>
            {codes.map(([code, count]) => (
              <Code
                key={code}
                {...{ code, count, became, choose }}
                isChosen={chosen === code}
                explanation={explanations[code]}
              />
            ))}
          </div>
        </section>
      ))}
      {namesStep && state !== "planned" && (
        <Text size="xs" c="dimmed">
          {imports.stepsLater}
        </Text>
      )}
    </div>
  );
}

type CodeProps = Pick<Props, "choose"> & {
  readonly code: string;
  readonly count: number;
  readonly became: FindingGroup["became"];
  readonly isChosen: boolean;
  readonly explanation: Explanation | undefined;
};

function Code({ code, count, became, isChosen, explanation, choose }: CodeProps) {
  const { imports } = useWords();
  const format = useFormat();
  return (
    <div className={classes.code} data-chosen={isChosen || undefined}>
      <span className={classes.count} data-became={became}>
        {format.number(count)}
      </span>
      <div>
        <Text size="sm" fw={600}>
          {explanation?.title ?? code}
        </Text>
        <Text size="xs" c="dimmed">
          {explanation?.cause}
        </Text>
      </div>
      <Text size="sm">{explanation?.fix}</Text>
      <Anchor
        component="button"
        size="xs"
        ta="start"
        aria-pressed={isChosen}
        onClick={() => choose(isChosen ? undefined : code)}
      >
        {isChosen ? imports.clearFilter : imports.showLines(count, format.number(count))}
      </Anchor>
    </div>
  );
}
