/** Who is signed in, and behind it what is about them. */
import { UnstyledButton } from "@mantine/core";
import { lazy } from "react";
import { fetched } from "../words/spoken-words.ts";
import { useWords } from "../words/words-provider.tsx";
import { Icon } from "./icon.tsx";
import classes from "./navigation.module.css";
import { Opener } from "./opener.tsx";
import { useWorkspace } from "./workspace-context.ts";

const Items = lazy(fetched(() => import("./person-menu-items.tsx")));

export function PersonMenu() {
  const { shell } = useWords();
  const { me } = useWorkspace();
  const who = me.email ?? me.name;
  return (
    <Opener
      opens="menu"
      opened={(opening) => <Items opening={opening} />}
      button={(props) => (
        <UnstyledButton className={classes.foot ?? ""} aria-label={shell.account(who)} {...props}>
          <Icon name="person" />
          <span className={classes.words}>{who}</span>
        </UnstyledButton>
      )}
    />
  );
}
