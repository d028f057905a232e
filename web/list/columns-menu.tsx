/** Which columns the list has. */
import { ActionIcon, Button, Checkbox, Popover, Stack, TextInput, Tooltip } from "@mantine/core";
import { useState } from "react";
import { Icon } from "../app/icon.tsx";
import { useWords } from "../words/words-provider.tsx";
import type { ColumnChoice } from "./field-columns.tsx";
import classes from "./list.module.css";

type Props = {
  readonly choices: readonly ColumnChoice[];
  readonly shown: readonly string[];
  readonly usual: readonly string[];
  readonly onChange: (shown: readonly string[]) => void;
};

export function ColumnsMenu({ choices, shown, usual, onChange }: Props) {
  const { contacts } = useWords();
  const [wanted, setWanted] = useState("");
  const found = choices.filter(({ label }) => label.toLowerCase().includes(wanted.trim().toLowerCase()));
  return (
    <Popover position="bottom-end" trapFocus returnFocus shadow="md" width={260}>
      <Popover.Target>
        <Tooltip label={contacts.columns}>
          <ActionIcon variant="default" size={30} aria-label={contacts.columns}>
            <Icon name="columns" />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={contacts.columns}>
        <Stack gap="xs">
          <TextInput
            aria-label={contacts.findColumn}
            placeholder={contacts.findColumn}
            value={wanted}
            onChange={({ currentTarget }) => setWanted(currentTarget.value)}
            data-autofocus
          />
          <div className={classes.columns}>
            <Stack gap={8} py={4}>
              {found.map(({ id, label }) => (
                <Checkbox
                  key={id}
                  size="xs"
                  label={label}
                  checked={shown.includes(id)}
                  onChange={({ currentTarget: { checked } }) =>
                    onChange(checked ? [...shown, id] : shown.filter((one) => one !== id))
                  }
                />
              ))}
            </Stack>
          </div>
          <Button variant="subtle" onClick={() => onChange(usual)}>
            {contacts.standardColumns}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
