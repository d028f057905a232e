/** What was taken for granted about the file, and the accounts that come into being with its lines. */
import { List, Text, Title } from "@mantine/core";
import { useFormat } from "../../words/use-format.ts";
import { useWords } from "../../words/words-provider.tsx";
import type { ShownImport } from "../planned-import.ts";

export function HowRead({ shown: { says, accounts } }: { readonly shown: Pick<ShownImport, "says" | "accounts"> }) {
  const { importCheck, imports } = useWords();
  const { number } = useFormat();
  const made = accounts?.created ?? 0;
  return (
    <>
      {made > 0 && <Text size="sm">{importCheck.makesAccounts(made, number(made))}</Text>}
      {says.length > 0 && (
        <section aria-label={importCheck.howRead}>
          <Title order={2} size="sm" mb={4}>
            {importCheck.howRead}
          </Title>
          <List size="sm" spacing={4}>
            {says.map((sentence) => (
              <List.Item key={sentence}>{imports.evidenceSays(sentence)}</List.Item>
            ))}
          </List>
        </section>
      )}
    </>
  );
}
