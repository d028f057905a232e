/** Above a list: words to look for, which filters there are, and what else belongs there. */
import { ActionIcon, Badge, Group, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { type ReactNode, useState } from "react";
import { Icon } from "../app/icon.tsx";
import { useWords } from "../words/words-provider.tsx";

type Props = {
  readonly label: string;
  readonly search: string | undefined;
  readonly filter: readonly string[];
  readonly look: (search: string) => void;
  readonly keepFilters: (filter: readonly string[]) => void;
  readonly children?: ReactNode;
};

/** Milliseconds without a key after which it is looked for. */
const PAUSE_MS = 150;

export function ListTools({ label, search, filter, look, keepFilters, children }: Props) {
  const { deals } = useWords();
  const [typed, setTyped] = useState(search ?? "");
  const later = useDebouncedCallback(look, PAUSE_MS);
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
