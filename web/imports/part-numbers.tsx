/** What became of the contacts and of the opportunities of lines about both, or will: the numbers of lines do not tell it. */
import { Text } from "@mantine/core";
import { linesIn, OUTCOMES, type PartCounts } from "../../src/core/plan/outcome.ts";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";

type Props = { readonly parts: PartCounts | undefined; readonly isPlan: boolean };

export function PartNumbers({ parts, isPlan }: Props) {
  const { imports } = useWords();
  const format = useFormat();
  // Where lines only refer to their contacts, the outcomes of lines are those of the opportunities.
  if (parts === undefined || linesIn(parts.contacts) === 0) return null;
  const words = isPlan ? imports.planned : imports.outcomes;
  return (["contacts", "opportunities"] as const).map((object) => {
    const happened = OUTCOMES.filter((outcome) => parts[object][outcome] > 0);
    if (happened.length === 0) return null;
    const counts = happened.map((outcome) => `${format.number(parts[object][outcome])} ${words[outcome]}`);
    return <Text size="sm" key={object}>{`${imports.objects[object]}: ${counts.join(", ")}`}</Text>;
  });
}
