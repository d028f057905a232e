/** What an undo did, or would do, in numbers. */
import { Text } from "@mantine/core";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";

const RESULTS = ["deleted", "restored", "partly", "kept", "merged", "gone"] as const;

type Props = {
  readonly tally: Readonly<Record<string, unknown>>;
  /** Nothing is done yet. */
  readonly isAhead?: boolean;
};

export function UndoTally({ tally, isAhead = false }: Props) {
  const { imports } = useWords();
  const format = useFormat();
  const counts = RESULTS.map((result) => [result, Number(tally[result] ?? 0)] as const).filter(
    ([, count]) => count > 0,
  );
  const words = isAhead ? imports.undoWill : imports.undoResults;
  return (
    <Text size="sm" component="span">
      {counts.map(([result, count]) => words[result](count, format.number(count))).join(" · ")}
    </Text>
  );
}
