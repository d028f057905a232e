/** What can be done with the contacts that are chosen. */
import { Button, CloseButton, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useNavigate } from "@tanstack/react-router";
import { Icon } from "../app/icon.tsx";
import { useWorkspace } from "../app/workspace-context.ts";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";
import classes from "./contacts-page.module.css";
import type { ListedContact } from "./listed-contact.ts";

/** More are not compared at once by anybody. */
const MOST_MERGED = 6;

type Props = {
  readonly chosen: ReadonlySet<string>;
  readonly rows: readonly ListedContact[];
  readonly clear: () => void;
};

export function ChosenBar({ chosen, rows, clear }: Props) {
  const { contacts } = useWords();
  const format = useFormat();
  const navigate = useNavigate();
  const { may } = useWorkspace();
  if (chosen.size === 0) return null;
  const copyEmails = async (): Promise<void> => {
    const emails = rows
      .filter(({ id }) => chosen.has(id))
      .flatMap(({ email }) => (typeof email === "string" ? [email] : []));
    await navigator.clipboard.writeText(emails.join("\n"));
    notifications.show({ message: contacts.copied(format.number(emails.length)) });
  };
  const canMerge = chosen.size > 1 && chosen.size <= MOST_MERGED;
  return (
    <div
      className={classes.chosen}
      role="toolbar"
      aria-label={contacts.chosen(chosen.size, format.number(chosen.size))}
    >
      <Text size="sm" fw={550}>
        {contacts.chosen(chosen.size, format.number(chosen.size))}
      </Text>
      {may("change_contacts") && (
        <Button
          variant="default"
          leftSection={<Icon name="merge" size={14} />}
          disabled={!canMerge}
          title={canMerge ? undefined : contacts.mergeNeedsTwo}
          onClick={() => void navigate({ to: "/contacts/merge", search: { ids: [...chosen] } })}
        >
          {contacts.mergeChosen}
        </Button>
      )}
      <Button variant="default" onClick={() => void copyEmails()}>
        {contacts.copyEmails}
      </Button>
      <CloseButton size="sm" aria-label={contacts.clearChoice} onClick={clear} />
    </div>
  );
}
