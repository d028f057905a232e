/** Ways in for contacts. Whoever may neither import nor change contacts does not see it. */
import { Button } from "@mantine/core";
import { lazy } from "react";
import { Icon } from "../app/icon.tsx";
import { Opener } from "../app/opener.tsx";
import { useLabel, useWorkspace } from "../app/workspace-context.ts";
import { fetched } from "../words/spoken-words.ts";
import { useWords } from "../words/words-provider.tsx";

const Items = lazy(fetched(() => import("./add-menu-items.tsx")));

export function AddMenu() {
  const { contacts } = useWords();
  const { may } = useWorkspace();
  const label = useLabel();
  if (!may("import") && !may("change_contacts")) return null;
  return (
    <Opener
      opens="menu"
      opened={(opening) => <Items opening={opening} />}
      button={(props) => (
        <Button leftSection={<Icon name="plus" size={14} />} {...props}>
          {label("add", contacts.add)}
        </Button>
      )}
    />
  );
}
