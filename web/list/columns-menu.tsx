/** The way to the columns of the list. */
import { ActionIcon } from "@mantine/core";
import { lazy } from "react";
import { Icon } from "../app/icon.tsx";
import { Opener } from "../app/opener.tsx";
import { fetched } from "../words/spoken-words.ts";
import { useWords } from "../words/words-provider.tsx";
import type { ColumnsChoice } from "./columns-popover.tsx";

const ColumnsPopover = lazy(fetched(() => import("./columns-popover.tsx")));

export function ColumnsMenu(choice: ColumnsChoice) {
  const { contacts } = useWords();
  return (
    <Opener
      opens="dialog"
      opened={(opening) => <ColumnsPopover {...choice} opening={opening} />}
      button={(props) => (
        <ActionIcon variant="default" size={30} aria-label={contacts.columns} title={contacts.columns} {...props}>
          <Icon name="columns" />
        </ActionIcon>
      )}
    />
  );
}
