/** For addresses at which there is nothing. */
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useWords } from "../words/words-provider.tsx";
import { NothingYet } from "./nothing-yet.tsx";

export function NoSuchPage() {
  const { shell } = useWords();
  return (
    <NothingYet isPage icon="search" title={shell.notHere} text={shell.notHereFix}>
      <Button component={Link} to="/contacts">
        {shell.toContacts}
      </Button>
    </NothingYet>
  );
}
