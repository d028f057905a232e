/** How far an import is, how fast it goes, and what came of the lines so far. */
import { Progress as Bar, Group, Stack, Text, Title } from "@mantine/core";
import { useFormat } from "../../words/use-format.ts";
import { useWords } from "../../words/words-provider.tsx";
import type { ShownImport } from "../planned-import.ts";
import type { Progress } from "../use-progress.ts";
import { Ledger } from "./ledger.tsx";
import classes from "./run.module.css";

type Props = { readonly shown: ShownImport; readonly progress: Progress | null };

export function RunProgress({ shown, progress }: Props) {
  const { importRun } = useWords();
  const { number, percent } = useFormat();
  const lines = progress?.lines ?? shown.lines;
  const total = progress?.total ?? null;
  const share = total ? Math.min(1, lines / total) : 0;
  const isWaiting = shown.state === "planned";
  return (
    <Stack gap="lg" className={classes.page ?? ""}>
      <Stack gap={6}>
        <Title order={2}>{isWaiting ? importRun.waiting : importRun.running}</Title>
        <Group justify="space-between">
          <Text size="sm" className={classes.numbers ?? ""} aria-live="polite">
            {total === null ? importRun.done(number(lines)) : importRun.doneOf(number(lines), number(total))}
          </Text>
          <Text size="sm" c="dimmed" className={classes.numbers ?? ""}>
            {progress?.rowsPerSecond ? importRun.rate(number(progress.rowsPerSecond)) : ""}
            {progress?.secondsLeft ? ` · ${importRun.left(progress.secondsLeft, number)}` : ""}
          </Text>
        </Group>
        <Bar
          size="lg"
          value={isWaiting ? 100 : share * 100}
          animated={isWaiting}
          aria-label={importRun.running}
          aria-valuetext={percent(share)}
        />
      </Stack>
      <Ledger outcomes={progress?.outcomes ?? shown.outcomes} />
    </Stack>
  );
}
