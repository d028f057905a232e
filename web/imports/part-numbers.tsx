/** What became of the contacts and of the opportunities of lines about both, or will: the numbers of lines do not tell it. */
import { Text } from "@mantine/core";
import { type PartCounts, saidParts } from "../../src/core/plan/outcome.ts";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";

type Props = { readonly parts: PartCounts | undefined; readonly isPlan: boolean };

export function PartNumbers({ parts, isPlan }: Props) {
  const { imports } = useWords();
  const format = useFormat();
  const words = isPlan ? imports.planned : imports.outcomes;
  return saidParts(parts).map(({ object, counts }) => {
    const said = counts.map(({ outcome, count }) => `${format.number(count)} ${words[outcome]}`);
    return <Text size="sm" key={object}>{`${imports.objects[object]}: ${said.join(", ")}`}</Text>;
  });
}
