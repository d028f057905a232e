/** Views: a search, filters and columns under a name. */
import {
  ActionIcon,
  Button,
  CloseButton,
  Group,
  Popover,
  Stack,
  Text,
  TextInput,
  Tooltip,
  UnstyledButton,
} from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { type FormEvent, useState } from "react";
import { Icon } from "../app/icon.tsx";
import { useKept } from "../list/use-kept.ts";
import { useWords } from "../words/words-provider.tsx";
import classes from "./contacts-page.module.css";

export type View = {
  readonly search: string;
  readonly filter: readonly string[];
  readonly columns: readonly string[];
};

type Named = View & { readonly name: string };

type Props = { readonly now: View; readonly onShow: (view: View) => void; readonly usual: readonly string[] };

const NONE: readonly Named[] = [];

export function ViewsMenu({ now, onShow, usual }: Props) {
  const { contacts } = useWords();
  const [views, keep] = useKept("contact-views", NONE);
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState("");
  const save = (event: FormEvent): void => {
    event.preventDefault();
    const named = name.trim();
    if (named === "") return;
    keep([...views.filter((view) => view.name !== named), { ...now, name: named }]);
    setName("");
    setOpen(false);
  };
  const show = (view: View): void => {
    setOpen(false);
    onShow(view);
  };
  const remove = (view: Named): void => {
    keep(views.filter((one) => one !== view));
    notifications.show({
      message: (
        <Group justify="space-between">
          {contacts.viewRemoved(view.name)}
          <Button variant="subtle" onClick={() => keep(views)}>
            {contacts.undo}
          </Button>
        </Group>
      ),
    });
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus returnFocus shadow="md" width={260}>
      <Popover.Target>
        <Tooltip label={contacts.views}>
          <ActionIcon variant="default" size={30} aria-label={contacts.views} onClick={() => setOpen(!isOpen)}>
            <Icon name="bookmark" />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={4}>
          <UnstyledButton
            className={classes.view ?? ""}
            onClick={() => show({ search: "", filter: [], columns: usual })}
          >
            {contacts.allContacts}
          </UnstyledButton>
          {views.map((view) => (
            <Group key={view.name} gap={4} wrap="nowrap">
              <UnstyledButton className={classes.view ?? ""} onClick={() => show(view)}>
                {view.name}
              </UnstyledButton>
              <CloseButton size="xs" aria-label={contacts.removeView(view.name)} onClick={() => remove(view)} />
            </Group>
          ))}
          {views.length === 0 && (
            <Text size="xs" c="dimmed" px={8}>
              {contacts.noViews}
            </Text>
          )}
          <form onSubmit={save}>
            <Group gap={6} wrap="nowrap" mt={6}>
              <TextInput
                aria-label={contacts.viewName}
                placeholder={contacts.saveView}
                value={name}
                onChange={({ currentTarget }) => setName(currentTarget.value)}
                flex={1}
              />
              <Button type="submit" disabled={name.trim() === ""}>
                {contacts.save}
              </Button>
            </Group>
          </form>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
