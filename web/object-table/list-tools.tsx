/** Above a list: words to look for, which filters there are, and what else belongs there. All of it stands in the page's address. */
import { ActionIcon, Badge, Group, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { Icon } from "../app/icon.tsx";
import { useWords } from "../words/words-provider.tsx";

type Props = {
  /** The page that the list is on. */
  readonly page: "/accounts" | "/opportunities";
  readonly label: string;
  readonly children?: ReactNode;
};

/** Milliseconds without a key after which it is looked for. */
const PAUSE_MS = 150;

export function ListTools({ page, label, children }: Props) {
  const { deals } = useWords();
  const { search, filter = [] } = useSearch({ from: `/shell${page}` });
  const navigate = useNavigate({ from: page });
  const [typed, setTyped] = useState(search ?? "");
  const later = useDebouncedCallback(
    (words: string) =>
      void navigate({
        search: ({ search: _, ...rest }) => (words === "" ? rest : { ...rest, search: words }),
        replace: true,
      }),
    PAUSE_MS,
  );
  const keepFilters = (kept: readonly string[]): void =>
    void navigate({ search: ({ filter: _, ...rest }) => (kept.length === 0 ? rest : { ...rest, filter: kept }) });
  return (
    <Group gap="xs" px="md" pb="xs">
      <TextInput
        type="search"
        w={240}
        aria-label={label}
        placeholder={label}
        leftSection={<Icon name="search" size={14} />}
        value={typed}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          later(currentTarget.value.trim());
        }}
      />
      {filter.map((one) => (
        <Badge
          key={one}
          size="lg"
          rightSection={
            <ActionIcon
              size={16}
              aria-label={deals.removeFilter(one)}
              onClick={() => keepFilters(filter.filter((other) => other !== one))}
            >
              <Icon name="cross" size={12} />
            </ActionIcon>
          }
        >
          {one}
        </Badge>
      ))}
      {children}
    </Group>
  );
}
