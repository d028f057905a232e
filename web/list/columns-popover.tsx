/** All columns that the list may have, those in it ticked. */
import { Button, Checkbox, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { OpenedPopover } from "../app/opened-popover.tsx";
import type { Opening } from "../app/opener.tsx";
import { useWords } from "../words/words-provider.tsx";
import type { ColumnChoice } from "./field-columns.tsx";
import classes from "./list.module.css";

export type ColumnsChoice = {
  readonly choices: readonly ColumnChoice[];
  readonly shown: readonly string[];
  readonly usual: readonly string[];
  readonly onChange: (shown: readonly string[]) => void;
};

type Props = ColumnsChoice & { readonly opening: Opening };

export default function ColumnsPopover({ choices, shown, usual, onChange, opening }: Props) {
  const { contacts } = useWords();
  const [wanted, setWanted] = useState("");
  const found = choices.filter(({ label }) => label.toLowerCase().includes(wanted.trim().toLowerCase()));
  return (
    <OpenedPopover opening={opening} position="bottom-end" width={260}>
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
    </OpenedPopover>
  );
}
