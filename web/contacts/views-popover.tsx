/** Views: a search, filters and columns under a name, kept by the server for whoever saved them, or for all members. */
import { Button, Checkbox, CloseButton, Group, Stack, Text, TextInput, UnstyledButton } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { type FormEvent, useState } from "react";
import type { AnswerOf } from "../../src/http/contract/endpoint.ts";
import type { listViews as ListViews } from "../../src/http/contract/views.ts";
import { listViews, removeView, saveView } from "../api/endpoints/views.ts";
import { useAnswer, useChange } from "../api/use-answer.ts";
import { Icon } from "../app/icon.tsx";
import { OpenedPopover } from "../app/opened-popover.tsx";
import type { Opening } from "../app/opener.tsx";
import { useWorkspace } from "../app/workspace-context.ts";
import { useWords } from "../words/words-provider.tsx";
import classes from "./contacts-page.module.css";

export type View = {
  readonly search: string;
  readonly filter: readonly string[];
  readonly columns: readonly string[];
};

type Saved = AnswerOf<typeof ListViews>["items"][number];

export type ViewsChoice = {
  readonly now: View;
  readonly onShow: (view: View) => void;
  readonly usual: readonly string[];
};

type Props = ViewsChoice & { readonly opening: Opening };

const bodyOf = (name: string, isShared: boolean, { search, filter, columns }: View) => ({
  body: { name, isShared, search, filter: [...filter], columns: [...columns] },
});

export default function ViewsPopover({ now, onShow, usual, opening }: Props) {
  const { contacts } = useWords();
  const views = useAnswer(listViews, {}, { enabled: opening.isOpen }).data?.items;
  const show = (view: View): void => {
    opening.setOpen(false);
    onShow(view);
  };
  return (
    <OpenedPopover opening={opening} position="bottom-end" width={280}>
      <Stack gap={4}>
        <UnstyledButton className={classes.view ?? ""} onClick={() => show({ search: "", filter: [], columns: usual })}>
          {contacts.allContacts}
        </UnstyledButton>
        {views?.map((view) => (
          <OneView key={view.id} view={view} onShow={show} />
        ))}
        {views?.length === 0 && (
          <Text size="xs" c="dimmed" px={8}>
            {contacts.noViews}
          </Text>
        )}
        <SaveForm now={now} onSaved={() => opening.setOpen(false)} />
      </Stack>
    </OpenedPopover>
  );
}

function OneView({ view, onShow }: { readonly view: Saved; readonly onShow: (view: View) => void }) {
  const { contacts } = useWords();
  const { may } = useWorkspace();
  const save = useChange(saveView, { touches: [listViews] });
  const remove = useChange(removeView, {
    touches: [listViews],
    onDone: () =>
      void notifications.show({
        message: (
          <Group justify="space-between" wrap="nowrap">
            {contacts.viewRemoved(view.name)}
            <Button variant="subtle" flex="none" onClick={() => save.mutate(bodyOf(view.name, view.isShared, view))}>
              {contacts.undo}
            </Button>
          </Group>
        ),
      }),
  });
  return (
    <Group gap={4} wrap="nowrap">
      <UnstyledButton
        className={classes.view ?? ""}
        title={view.isShared ? contacts.sharedBy(view.by) : undefined}
        onClick={() => onShow(view)}
      >
        {view.name}
      </UnstyledButton>
      {view.isShared && <Icon name="contacts" size={13} />}
      {(view.isOwn || may("change_contacts")) && (
        <CloseButton
          size="xs"
          aria-label={contacts.removeView(view.name)}
          onClick={() => remove.mutate({ params: { id: view.id } })}
        />
      )}
    </Group>
  );
}

function SaveForm({ now, onSaved }: { readonly now: View; readonly onSaved: () => void }) {
  const { contacts } = useWords();
  const { may } = useWorkspace();
  const [name, setName] = useState("");
  const [isShared, share] = useState(false);
  const save = useChange(saveView, {
    touches: [listViews],
    onDone: () => {
      setName("");
      onSaved();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() !== "") save.mutate(bodyOf(name.trim(), isShared, now));
  };
  return (
    <form onSubmit={submit}>
      <Group gap={6} wrap="nowrap" mt={6}>
        <TextInput
          aria-label={contacts.viewName}
          placeholder={contacts.saveView}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          flex={1}
        />
        <Button type="submit" disabled={name.trim() === ""} loading={save.isPending}>
          {contacts.save}
        </Button>
      </Group>
      {may("change_contacts") && (
        <Checkbox
          size="xs"
          mt={8}
          label={contacts.shareView}
          checked={isShared}
          onChange={({ currentTarget }) => share(currentTarget.checked)}
        />
      )}
    </form>
  );
}
