/** For addresses at which there is nothing. */
import { Button, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useWords } from "../words/words-provider.tsx";
import { PageHead } from "./page-head.tsx";

export function NoSuchPage() {
  const { shell } = useWords();
  return (
    <>
      <PageHead title={shell.notHere} />
      <Stack align="flex-start" gap="sm" px="md">
        <Text c="dimmed" size="sm">
          {shell.notHereFix}
        </Text>
        <Button component={Link} to="/contacts">
          {shell.toContacts}
        </Button>
      </Stack>
    </>
  );
}
