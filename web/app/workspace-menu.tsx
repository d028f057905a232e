/** The workspace that the pages are about, and the way to the others that one is in. */
import { CloseButton, Group, UnstyledButton } from "@mantine/core";
import { lazy } from "react";
import { fetched } from "../words/spoken-words.ts";
import { useWords } from "../words/words-provider.tsx";
import { Icon } from "./icon.tsx";
import classes from "./navigation.module.css";
import { Opener } from "./opener.tsx";
import { useWorkspace } from "./workspace-context.ts";

type Props = { readonly isOpen: boolean; readonly close: () => void };

const Items = lazy(fetched(() => import("./workspace-menu-items.tsx")));

export function WorkspaceMenu({ isOpen, close }: Props) {
  const { shell } = useWords();
  const { workspace } = useWorkspace();
  return (
    <Group gap={4} wrap="nowrap">
      <Opener
        opens="menu"
        opened={(opening) => <Items opening={opening} />}
        button={(props) => (
          <UnstyledButton className={classes.foot ?? ""} aria-label={shell.workspace(workspace.name)} {...props}>
            <span className={`${classes.words} ${classes.workspace}`}>{workspace.name}</span>
            <Icon name="down" size={14} />
          </UnstyledButton>
        )}
      />
      {isOpen && <CloseButton hiddenFrom="sm" aria-label={shell.close} onClick={close} />}
    </Group>
  );
}
