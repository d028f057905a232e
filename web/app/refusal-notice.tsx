/** What could not be had, why, and what to do about it, in the place where it would stand. */
import { Alert, Button, Text } from "@mantine/core";
import { useWords } from "../words/words-provider.tsx";
import { Icon } from "./icon.tsx";
import { toldOf } from "./query-client.ts";

type Props = { readonly error: unknown; readonly retry?: () => void };

export function RefusalNotice({ error, retry }: Props) {
  const { shell } = useWords();
  const { message, fix } = toldOf(error, shell);
  return (
    <Alert color="red" variant="light" icon={<Icon name="warning" />} title={message} role="alert" m="md">
      <Text size="sm">{fix}</Text>
      {retry && (
        <Button mt="sm" variant="default" onClick={retry}>
          {shell.retry}
        </Button>
      )}
    </Alert>
  );
}
