/** Takes out what the list shows, as a file that can be edited and brought back. */
import { ActionIcon } from "@mantine/core";
import { lazy } from "react";
import { Icon } from "../app/icon.tsx";
import { Opener } from "../app/opener.tsx";
import { fetched } from "../words/spoken-words.ts";
import { useWords } from "../words/words-provider.tsx";
import type { Exported } from "./export-menu-items.tsx";

const Items = lazy(fetched(() => import("./export-menu-items.tsx")));

export function ExportMenu(exported: Exported) {
  const { contacts } = useWords();
  return (
    <Opener
      opens="menu"
      opened={(opening) => <Items {...exported} opening={opening} />}
      button={(props) => (
        <ActionIcon variant="default" size={30} aria-label={contacts.export} title={contacts.export} {...props}>
          <Icon name="download" />
        </ActionIcon>
      )}
    />
  );
}
