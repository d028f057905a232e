/** What else there is about contacts, where there is no room for it beside the title. */
import { Menu } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Icon } from "../app/icon.tsx";
import { OpenedMenu } from "../app/opened-menu.tsx";
import type { Opening } from "../app/opener.tsx";
import type { PageLink } from "./page-links.tsx";

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
