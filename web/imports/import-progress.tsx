/** How far an import is, how fast it goes, and how long it will take. */
import { Group, Paper, Progress, Text } from "@mantine/core";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";
import type { ImportProgress } from "./use-import-progress.ts";

export function ImportProgressCard({ progress }: { readonly progress: ImportProgress }) {
  const { imports } = useWords();
  const format = useFormat();
  const { state, pass, lines, total, rowsPerSecond, secondsLeft } = progress;
  const isCounted = total !== null && total > 0 && (state === "running" || pass !== null);
  const share = isCounted ? (100 * lines) / total : 100;
  return (
    <Paper withBorder p="sm" role="status">
      <Group justify="space-between" mb={8} gap={4}>
        <Text size="sm" fw={600}>
          {titleOf(progress, imports)}
          {isCounted && ` · ${imports.doneOf(format.number(lines), format.number(total))}`}
        </Text>
        <Text size="xs" c="dimmed">
          {[
            ...(rowsPerSecond === null ? [] : [imports.rate(format.number(rowsPerSecond))]),
            ...(secondsLeft === null ? [] : [imports.secondsLeft(timeOf(secondsLeft, imports, format.number))]),
          ].join(" · ")}
        </Text>
      </Group>
      <Progress value={share} animated={!isCounted} aria-label={titleOf(progress, imports)} />
      <Text size="xs" c="dimmed" mt={6}>
        {imports.leave}
      </Text>
    </Paper>
  );
}

type Words = ReturnType<typeof useWords>["imports"];

function titleOf({ state, pass }: ImportProgress, words: Words): string {
  if (state === "undoing") return words.undoing;
  if (state === "running") return words.running;
  return pass === null ? words.waiting : words.planning;
}

const MINUTE = 60;
/** Below this it is said in seconds. */
const FEW_SECONDS = 90;

export const timeOf = (
  seconds: number,
  words: Pick<Words, "seconds" | "minutes">,
  number: (value: number) => string,
): string =>
  seconds < FEW_SECONDS ? words.seconds(number(seconds)) : words.minutes(number(Math.round(seconds / MINUTE)));
