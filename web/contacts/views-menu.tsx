/** The way to views: a search, filters and columns under a name. */
import { ActionIcon } from "@mantine/core";
import { lazy } from "react";
import { Icon } from "../app/icon.tsx";
import { Opener } from "../app/opener.tsx";
import { fetched } from "../words/spoken-words.ts";
import { useWords } from "../words/words-provider.tsx";
import type { ViewsChoice } from "./views-popover.tsx";

const ViewsPopover = lazy(fetched(() => import("./views-popover.tsx")));

export function ViewsMenu(choice: ViewsChoice) {
  const { contacts } = useWords();
  return (
    <Opener
      opens="dialog"
      opened={(opening) => <ViewsPopover {...choice} opening={opening} />}
      button={(props) => (
        <ActionIcon variant="default" size={30} aria-label={contacts.views} title={contacts.views} {...props}>
          <Icon name="bookmark" />
        </ActionIcon>
      )}
    />
  );
}
