/** The workspace that the pages are about, and the others that one is in. */
import { CloseButton, Group, Menu, UnstyledButton } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useWords } from "../words/words-provider.tsx";
import { Icon } from "./icon.tsx";
import classes from "./navigation.module.css";
import { useWorkspace } from "./workspace-context.ts";

type Props = { readonly isOpen: boolean; readonly close: () => void };

export function WorkspaceMenu({ isOpen, close }: Props) {
  const { shell } = useWords();
  const navigate = useNavigate();
  const { me, workspace } = useWorkspace();
  return (
    <Group gap={4} wrap="nowrap">
      <Menu width={208} position="bottom-start">
        <Menu.Target>
          <UnstyledButton className={classes.foot ?? ""} aria-label={shell.workspace(workspace.name)}>
            <span className={`${classes.words} ${classes.workspace}`}>{workspace.name}</span>
            <Icon name="down" size={14} />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{shell.switchWorkspace}</Menu.Label>
          {me.workspaces.map(({ slug, name }) => (
            <Menu.Item
              key={slug}
              rightSection={slug === workspace.slug && <Icon name="check" size={14} />}
              onClick={() => void navigate({ to: "/contacts", search: { workspace: slug } })}
            >
              {name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {isOpen && <CloseButton hiddenFrom="sm" aria-label={shell.close} onClick={close} />}
    </Group>
  );
}
