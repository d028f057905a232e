/** The contact that a line is recognised as, to be looked at beside the import. */
import { Text } from "@mantine/core";
import { TextLink } from "../app/text-link.tsx";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";
import type { Line } from "./import-detail.ts";

export function MatchedLink({ matched }: { readonly matched: Line["matched"] }) {
  const { importCheck } = useWords();
  const { number } = useFormat();
  if (matched === undefined) return null;
  return (
    <Text size="sm">
      {importCheck.matchedContact}{" "}
      <TextLink to="/contacts/$id" params={{ id: matched.id }} target="_blank" underline="always">
        {matched.name || matched.id}
      </TextLink>
      {matched.line !== undefined && ` · ${importCheck.matchedLine(number(matched.line))}`}
    </Text>
  );
}
