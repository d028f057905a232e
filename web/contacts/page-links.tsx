/** What else there is about contacts: beside the title, and in a menu where there is no room. */
import { ActionIcon, Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { lazy } from "react";
import { Icon } from "../app/icon.tsx";
import { Opener } from "../app/opener.tsx";
import { fetched } from "../words/spoken-words.ts";
import { useWords } from "../words/words-provider.tsx";
import type { PageLink } from "./page-links-items.tsx";

const Items = lazy(fetched(() => import("./page-links-items.tsx")));

export function PageLinks() {
  const { contacts, bulk } = useWords();
  const links: readonly PageLink[] = [
    { to: "/contacts/duplicates", icon: "merge", label: contacts.duplicates },
    { to: "/contacts/changes", icon: "undo", label: bulk.title },
  ];
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
      <Opener
        opens="menu"
        opened={(opening) => <Items links={links} opening={opening} />}
        button={(props) => (
          <ActionIcon variant="default" size={30} aria-label={bulk.more} hiddenFrom="sm" {...props}>
            <Icon name="more" />
          </ActionIcon>
        )}
      />
    </>
  );
}
