/** The workspaces that one is in. */
import { Menu } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useWords } from "../words/words-provider.tsx";
import { Icon } from "./icon.tsx";
import { OpenedMenu } from "./opened-menu.tsx";
import type { Opening } from "./opener.tsx";
import { useWorkspace } from "./workspace-context.ts";

export default function WorkspaceMenuItems({ opening }: { readonly opening: Opening }) {
  const { shell } = useWords();
  const navigate = useNavigate();
  const { me, workspace } = useWorkspace();
  return (
    <OpenedMenu opening={opening} width={208} position="bottom-start">
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
    </OpenedMenu>
  );
}
