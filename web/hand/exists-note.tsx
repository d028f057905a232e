/** Somebody like this is here already: who, with the way there, and to go on all the same. */
import { Alert, Anchor, Button, Group, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useWords } from "../words/words-provider.tsx";
import { existsAlready, wrongValues } from "./wrong-values.ts";

type Props = { readonly error: unknown; readonly isBusy: boolean; readonly onAnyway: () => void };

export function ExistsNote({ error, isBusy, onAnyway }: Props) {
  const { hand } = useWords();
  if (!existsAlready(error)) return null;
  const others = wrongValues(error).flatMap(({ contact }) => contact ?? []);
  return (
    <Alert color="yellow" variant="light" role="alert" p="xs">
      <Group gap="xs">
        <Text size="sm">{hand.isHere}</Text>
        {others.map(({ id, name }) => (
          <Anchor key={id} component={Link} to={`/contacts/${id}`} size="sm" underline="always">
            {name || id}
          </Anchor>
        ))}
        <Button variant="default" size="compact-sm" loading={isBusy} onClick={onAnyway}>
          {hand.anyway}
        </Button>
      </Group>
    </Alert>
  );
}
