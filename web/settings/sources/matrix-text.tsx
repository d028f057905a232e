/** The authority matrix as text, for workspaces whose sources own something else. */
import { Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { toldOf } from "../../app/query-client.ts";
import { useWords } from "../../words/words-provider.tsx";
import { usePolicyChange } from "../policy/use-policy-change.tsx";

export function MatrixText({ text }: { readonly text: string }) {
  const { settings, connections, shell } = useWords();
  const { sources } = connections;
  const [typed, setTyped] = useState(text);
  const change = usePolicyChange();
  const told = change.error && toldOf(change.error, shell);
  return (
    <Stack gap="xs" mt="xs">
      <Textarea
        size="xs"
        autosize
        minRows={2}
        label={sources.matrix}
        description={sources.changeSays}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      {told && (
        <Text size="xs" c="var(--muster-bad)" role="alert">
          {told.message} {told.fix}
        </Text>
      )}
      <Group>
        <Button
          loading={change.isPending}
          onClick={() => change.mutate({ body: { set: { authorityMatrix: typed.trim() } } })}
        >
          {settings.save}
        </Button>
        <Button variant="default" onClick={() => change.mutate({ body: { reset: ["authorityMatrix"] } })}>
          {settings.policy.back}
        </Button>
      </Group>
    </Stack>
  );
}
