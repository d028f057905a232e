/** What else there is about contacts, where there is no room for it beside the title. */
import { Menu } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Icon, type IconName } from "../app/icon.tsx";
import { OpenedMenu } from "../app/opened-menu.tsx";
import type { Opening } from "../app/opener.tsx";

export type PageLink = {
  readonly to: "/contacts/duplicates" | "/contacts/changes";
  readonly icon: IconName;
  readonly label: string;
};

type Props = { readonly links: readonly PageLink[]; readonly opening: Opening };

export default function PageLinksItems({ links, opening }: Props) {
  return (
    <OpenedMenu opening={opening} position="bottom-end">
      {links.map(({ to, icon, label }) => (
        <Menu.Item key={to} component={Link} to={to} leftSection={<Icon name={icon} />}>
          {label}
        </Menu.Item>
      ))}
    </OpenedMenu>
  );
}
