/** The command palette: pages, what can be done, and contacts by what is typed. */
import "@mantine/spotlight/styles.css";
import { useDebouncedValue } from "@mantine/hooks";
import { Spotlight, type SpotlightActionGroupData, spotlight } from "@mantine/spotlight";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { listContacts } from "../api/endpoints/contacts.ts";
import { useAnswer } from "../api/use-answer.ts";
import { contactTitle } from "../contact/contact-title.ts";
import { useWords } from "../words/words-provider.tsx";
import { Icon } from "./icon.tsx";
import { PAGES } from "./pages.ts";
import { useLabel, useWorkspace } from "./workspace-context.ts";

/** Milliseconds without a key after which contacts are looked for. */
const PAUSE_MS = 150;
const SHOWN_CONTACTS = 8;

/** @param asked counts how often it was asked for: each time it opens */
export default function CommandPalette({ asked }: { readonly asked: number }) {
  const { shell } = useWords();
  const [query, setQuery] = useState("");
  const pages = usePageActions();
  const people = usePeople(query);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that it is asked for
  useEffect(spotlight.open, [asked]);
  return (
    <Spotlight
      actions={[...pages, ...people]}
      // Contacts were found by the server, by more than their names.
      filter={(text, groups) =>
        groups.flatMap((group) => {
          if (!("actions" in group) || group.group === shell.people) return [group];
          const actions = group.actions.filter(({ label = "" }) =>
            label.toLowerCase().includes(text.trim().toLowerCase()),
          );
          return actions.length === 0 ? [] : [{ ...group, actions }];
        })
      }
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      nothingFound={shell.nothingFound}
      searchProps={{
        placeholder: shell.searchHint,
        "aria-label": shell.searchHint,
        leftSection: <Icon name="search" />,
      }}
      attributes={{ content: { "aria-label": shell.searchHint } }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
      scrollable
      maxHeight={420}
    />
  );
}

function usePageActions(): readonly SpotlightActionGroupData[] {
  const { shell, empty, hand } = useWords();
  const label = useLabel();
  const { may } = useWorkspace();
  const navigate = useNavigate();
  const pages = PAGES.map(({ to, icon, name, label: labelName }) => ({
    id: to,
    label: labelName ? label(labelName, shell[name]) : shell[name],
    leftSection: <Icon name={icon} />,
    onClick: () => void navigate({ to }),
  }));
  const importFile = {
    id: "import",
    label: empty.importFile,
    leftSection: <Icon name="imports" />,
    onClick: () => void navigate({ to: "/import" }),
  };
  const createContact = {
    id: "create-contact",
    label: hand.title,
    leftSection: <Icon name="person" />,
    onClick: () => void navigate({ to: "/contacts/new" }),
  };
  const doing = [...(may("import") ? [importFile] : []), ...(may("change_contacts") ? [createContact] : [])];
  return [
    { group: shell.goTo, actions: pages },
    { group: shell.actions, actions: doing },
  ];
}

function usePeople(query: string): readonly SpotlightActionGroupData[] {
  const { shell } = useWords();
  const navigate = useNavigate();
  const [search] = useDebouncedValue(query.trim(), PAUSE_MS);
  const found = useAnswer(
    listContacts,
    { query: { search, limit: SHOWN_CONTACTS } },
    { enabled: search !== "", keepsFormer: true },
  );
  if (query.trim() === "" || !found.data || found.data.items.length === 0) return [];
  const actions = found.data.items.map((contact) => ({
    id: contact.id,
    label: contactTitle(contact),
    description: [contact.email, contact.account_name].filter(Boolean).join(" · "),
    leftSection: <Icon name="person" />,
    onClick: () => void navigate({ to: "/contacts/$id", params: { id: contact.id } }),
  }));
  return [{ group: shell.people, actions }];
}
