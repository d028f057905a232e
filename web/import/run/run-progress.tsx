/** How far an import is, how fast it goes, and what came of the lines so far. Until it starts nothing has come of any. */
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
  if (shown.state === "planned") return <Waiting />;
  return (
    <Stack gap="lg" className={classes.page ?? ""}>
      <Stack gap={6}>
        <Title order={2}>{importRun.running}</Title>
        <Group justify="space-between">
          <Text size="sm" className={classes.numbers ?? ""} aria-live="polite">
            {total === null ? importRun.done(number(lines)) : importRun.doneOf(number(lines), number(total))}
          </Text>
          <Text size="sm" c="dimmed" className={classes.numbers ?? ""}>
            {progress?.rowsPerSecond ? importRun.rate(number(progress.rowsPerSecond)) : ""}
            {progress?.secondsLeft ? ` · ${importRun.left(progress.secondsLeft, number)}` : ""}
          </Text>
        </Group>
        <Bar size="lg" value={share * 100} aria-label={importRun.running} aria-valuetext={percent(share)} />
      </Stack>
      <Ledger outcomes={progress?.outcomes ?? shown.outcomes} />
    </Stack>
  );
}

/** What is known of its lines is what the plan says of them. */
function Waiting() {
  const { importRun } = useWords();
  return (
    <Stack gap={6} className={classes.page ?? ""}>
      <Title order={2}>{importRun.waiting}</Title>
      <Text size="sm" aria-live="polite">
        {importRun.waitingText}
      </Text>
      <Bar size="lg" value={100} animated aria-label={importRun.waiting} />
    </Stack>
  );
}
