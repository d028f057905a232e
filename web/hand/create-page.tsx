/** A contact that is made by hand: what matters first, and every other field on asking. */
import { Alert, Button, Group, Loader, Stack, Text } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { countContacts, listAccounts, listContacts } from "../api/endpoints/contacts.ts";
import { listTags } from "../api/endpoints/fields.ts";
import { createContact } from "../api/endpoints/hand.ts";
import { useChange } from "../api/use-answer.ts";
import { PageHead } from "../app/page-head.tsx";
import { RefusalNotice } from "../app/refusal-notice.tsx";
import { useLabel, useWorkspace } from "../app/workspace-context.ts";
import { useTellUndo } from "../bulk/use-change-contacts.tsx";
import { contactTitle } from "../contact/contact-title.ts";
import type { ListField } from "../list/list-field.ts";
import { useWords } from "../words/words-provider.tsx";
import { ExistsNote } from "./exists-note.tsx";
import classes from "./hand.module.css";
import { type Typed, ValueInput } from "./value-input.tsx";
import { useWrittenFields } from "./written-fields.ts";
import { sayWrong, wrongValues } from "./wrong-values.ts";

export function CreatePage() {
  const { hand, shell } = useWords();
  const label = useLabel();
  const { may } = useWorkspace();
  const fields = useWrittenFields();
  return (
    <>
      <PageHead title={hand.title} note={hand.says} back={{ to: "/contacts", label: label("list", shell.contacts) }} />
      {fields === undefined ? <Loader size="sm" m="xl" /> : may("change_contacts") && <CreateForm {...fields} />}
    </>
  );
}

type Fields = { readonly first: readonly ListField[]; readonly others: readonly ListField[] };

function CreateForm({ first, others }: Fields) {
  const { hand } = useWords();
  const [values, setValues] = useState<Readonly<Record<string, Typed>>>({});
  const [isWhole, setWhole] = useState(false);
  const create = useCreate();
  const { error } = create;
  const form = useRef<HTMLFormElement>(null);
  // Where there is something to put right, one goes on.
  useEffect(() => {
    if (error !== null) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [error]);
  const wrong = wrongValues(error);
  const byField = new Map(wrong.map((one) => [one.where, sayWrong(one, { hand })]));
  const shown = isWhole || others.some(({ key }) => byField.has(key)) ? [...first, ...others] : first;
  const elsewhere = wrong.filter(({ where }) => !shown.some(({ key }) => key === where));
  const send = (allowDuplicate: boolean): void => {
    const said = Object.entries(values).filter(([, value]) => value.length > 0);
    create.mutate({
      body: {
        values: Object.fromEntries(said.map(([key, value]) => [key, typeof value === "string" ? value : [...value]])),
        ...(allowDuplicate ? { allowDuplicate } : {}),
      },
    });
  };
  return (
    <form
      ref={form}
      className={classes.form}
      aria-label={hand.title}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        send(false);
      }}
      onKeyDown={(event: KeyboardEvent<HTMLFormElement>) => {
        if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        // A list takes what was typed last when it is left; then it is there to be sent.
        if (event.target instanceof HTMLElement) event.target.blur();
        setTimeout(() => form.current?.requestSubmit());
      }}
    >
      <Stack gap="sm">
        {error !== null && wrong.length === 0 && <RefusalNotice error={error} />}
        {elsewhere.length > 0 && (
          <Alert color="red" variant="light" role="alert" title={hand.notMade}>
            {elsewhere.map(({ where, message }) => (
              <Text size="sm" key={`${where} ${message}`}>
                {message}
              </Text>
            ))}
          </Alert>
        )}
        <ExistsNote error={error} isBusy={create.isPending} onAnyway={() => send(true)} />
        <div className={classes.fields}>
          {shown.map((field, at) => (
            <ValueInput
              key={field.key}
              field={field}
              value={values[field.key] ?? ""}
              error={byField.get(field.key)}
              isFirst={at === 0}
              onChange={(value) => setValues((all) => ({ ...all, [field.key]: value }))}
            />
          ))}
        </div>
        {!isWhole && (
          <Button variant="subtle" className={classes.more ?? ""} onClick={() => setWhole(true)}>
            {hand.moreFields}
          </Button>
        )}
        <Group gap="xs">
          <Button type="submit" loading={create.isPending}>
            {hand.save}
          </Button>
          <Button component={Link} to="/contacts" variant="default">
            {hand.cancel}
          </Button>
          <Text size="xs" c="dimmed" visibleFrom="sm">
            {hand.saveKeys}
          </Text>
        </Group>
      </Stack>
    </form>
  );
}

function useCreate() {
  const { hand } = useWords();
  const navigate = useNavigate();
  // Whoever takes it back is not left on the page of somebody who is not there.
  const tell = useTellUndo(() => void navigate({ to: "/contacts" }));
  return useChange(createContact, {
    touches: [listContacts, countContacts, listAccounts, listTags],
    tellsItself: true,
    onDone: (contact) => {
      void navigate({ to: "/contacts/$id", params: { id: contact.id } });
      if (contact.change !== null) tell(contact.change, hand.made(contactTitle(contact)));
    },
  });
}
