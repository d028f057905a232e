/** What else there is about contacts: beside the title, and in a menu where there is no room. */
import { ActionIcon, Button, Menu } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Icon } from "../app/icon.tsx";
import { useWords } from "../words/words-provider.tsx";

export function PageLinks() {
  const { contacts, bulk } = useWords();
  const links = [
    { to: "/contacts/duplicates", icon: "merge", label: contacts.duplicates },
    { to: "/contacts/changes", icon: "undo", label: bulk.title },
  ] as const;
  return (
    <>
      {links.map(({ to, icon, label }) => (
        <Button
          key={to}
          component={Link}
          to={to}
          variant="subtle"
          color="gray"
          leftSection={<Icon name={icon} size={14} />}
          visibleFrom="sm"
        >
          {label}
        </Button>
      ))}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={30} aria-label={bulk.more} hiddenFrom="sm">
            <Icon name="more" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {links.map(({ to, icon, label }) => (
            <Menu.Item key={to} component={Link} to={to} leftSection={<Icon name={icon} />}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
