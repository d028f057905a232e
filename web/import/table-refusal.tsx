/** Why an import cannot start like this, and what to do about it. */
import { Alert, Text } from "@mantine/core";
import { Icon } from "../app/icon.tsx";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";

type Refusal = { readonly message: string; readonly fix: string; readonly line?: number | undefined };

export function TableRefusal({ refusal: { message, fix, line } }: { readonly refusal: Refusal }) {
  const { importFile } = useWords();
  const format = useFormat();
  const title = line === undefined ? message : `${importFile.line(format.number(line))}: ${message}`;
  return (
    <Alert color="red" variant="light" icon={<Icon name="warning" />} title={title} role="alert" maw={900}>
      <Text size="sm">{fix}</Text>
    </Alert>
  );
}
