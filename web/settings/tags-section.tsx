/** Tags of the workspace with how many contacts have each; those that nobody has can be removed. */
import { Button, Group, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { addTag, listTags, removeTag } from "../api/endpoints/fields.ts";
import { useAnswer, useChange } from "../api/use-answer.ts";
import { useWorkspace } from "../app/workspace-context.ts";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";
import { Answered } from "./answered.tsx";
import { NothingHere } from "./nothing-here.tsx";
import classes from "./rows.module.css";
import { Row, Rows } from "./rows.tsx";
import { SectionHead } from "./section-head.tsx";

/** Fewer are seen at once. */
const MANY = 12;

export default function TagsSection() {
  const { settings } = useWords();
  const { tags } = settings;
  const { may } = useWorkspace();
  const format = useFormat();
  const query = useAnswer(listTags, {});
  const [sought, setSought] = useState("");
  const add = useChange(addTag, { touches: [listTags] });
  const remove = useChange(removeTag, { touches: [listTags] });
  const take = (tag: string): void =>
    remove.mutate(
      { params: { tag } },
      {
        onSuccess: () =>
          notifications.show({
            color: "green",
            autoClose: 10_000,
            message: (
              <Group justify="space-between" wrap="nowrap">
                {settings.removed(tag)}
                <Button variant="subtle" onClick={() => add.mutate({ body: { tag } })}>
                  {settings.undo}
                </Button>
              </Group>
            ),
          }),
      },
    );
  return (
    <>
      <SectionHead title={settings.sections.tags} says={tags.says} />
      {may("change_contacts") && <NewTag isBusy={add.isPending} add={(tag) => add.mutate({ body: { tag } })} />}
      <Answered query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <NothingHere title={tags.none} text={tags.noneSays} />
          ) : (
            <>
              {items.length > MANY && (
                <TextInput
                  mb="xs"
                  maw={260}
                  placeholder={tags.find}
                  aria-label={tags.find}
                  value={sought}
                  onChange={({ currentTarget }) => setSought(currentTarget.value)}
                />
              )}
              <Rows label={settings.sections.tags}>
                {items
                  .filter(({ tag }) => tag.toLowerCase().includes(sought.trim().toLowerCase()))
                  .map(({ tag, contacts }) => (
                    <Row key={tag} title={tag}>
                      {contacts > 0 ? (
                        <Link to="/contacts" search={{ filter: [`tags=${tag}`] }} className={classes.link}>
                          {tags.contacts(contacts, format.number(contacts))}
                        </Link>
                      ) : (
                        <span className={classes.note}>{tags.contacts(0, "0")}</span>
                      )}
                      {may("change_contacts") && contacts === 0 && (
                        <Button
                          variant="subtle"
                          color="gray"
                          aria-label={settings.removing(tag)}
                          onClick={() => take(tag)}
                        >
                          {settings.remove}
                        </Button>
                      )}
                    </Row>
                  ))}
              </Rows>
            </>
          )
        }
      </Answered>
    </>
  );
}

function NewTag({ isBusy, add }: { readonly isBusy: boolean; readonly add: (tag: string) => void }) {
  const { tags } = useWords().settings;
  const [tag, setTag] = useState("");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (tag.trim() === "") return;
    add(tag.trim());
    setTag("");
  };
  return (
    <form onSubmit={submit}>
      <Group gap="xs" mb="md">
        <TextInput
          aria-label={tags.name}
          placeholder={tags.name}
          value={tag}
          onChange={({ currentTarget }) => setTag(currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={isBusy}>
          {tags.add}
        </Button>
      </Group>
    </form>
  );
}
