/** What can be done with the contacts that are chosen. */
import { Anchor, Button, CloseButton, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useNavigate } from "@tanstack/react-router";
import { Icon } from "../app/icon.tsx";
import { useWorkspace } from "../app/workspace-context.ts";
import { BulkActions } from "../bulk/bulk-actions.tsx";
import { isAtWork } from "../bulk/bulk-change.ts";
import { ChosenExport } from "../bulk/chosen-export.tsx";
import { useChangeContacts } from "../bulk/use-change-contacts.tsx";
import type { Chosen } from "../bulk/use-chosen.ts";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";
import classes from "./contacts-page.module.css";
import type { ListedContact } from "./listed-contact.ts";

/** More are not compared at once by anybody. */
const MOST_MERGED = 6;

type Props = {
  readonly of: Chosen;
  readonly rows: readonly ListedContact[];
  /** A search or filters are set. */
  readonly isNarrowed: boolean;
  /** A bulk change that goes on in the background. */
  readonly onBegun: (id: string) => void;
};

export default function ChosenBar({ of, rows, isNarrowed, onBegun }: Props) {
  const { contacts, bulk } = useWords();
  const format = useFormat();
  const { may } = useWorkspace();
  const { choice, size, body, offered, chooseAll, clear } = of;
  const change = useChangeContacts((done) => {
    if (isAtWork(done)) onBegun(done.id);
    clear();
  });
  if (choice.chosen.size === 0) return null;
  const chosen = size === null ? "…" : contacts.chosen(size, format.number(size));
  const isNamed = "contacts" in body;
  return (
    <div className={classes.chosen} role="toolbar" aria-label={chosen}>
      <Text size="sm" fw={550} role="status">
        {chosen}
      </Text>
      {offered !== null && (
        <Anchor component="button" type="button" size="sm" onClick={chooseAll}>
          {(isNarrowed ? bulk.chooseMatching : bulk.chooseEvery)(format.number(offered))}
        </Anchor>
      )}
      {may("change_contacts") && (
        <BulkActions
          isBusy={change.isPending}
          change={(wanted) => change.mutate({ body: { ...body, change: wanted } as never })}
        />
      )}
      <ChosenExport body={body} />
      {isNamed && <NamedActions chosen={choice.chosen} rows={rows} />}
      <CloseButton size="sm" aria-label={contacts.clearChoice} onClick={clear} />
    </div>
  );
}

/** What is done with a few that one sees. */
function NamedActions({ chosen, rows }: Pick<Props, "rows"> & { readonly chosen: ReadonlySet<string> }) {
  const { contacts } = useWords();
  const format = useFormat();
  const navigate = useNavigate();
  const { may } = useWorkspace();
  const copyEmails = async (): Promise<void> => {
    const listed = rows.filter(({ id }) => chosen.has(id));
    const emails = listed.flatMap(({ email }) => (typeof email === "string" ? [email] : []));
    await navigator.clipboard.writeText(emails.join("\n"));
    // Those that an earlier search had listed; to fetch them first would take longer than browsers let a page copy.
    const left = chosen.size - listed.length;
    const copied = contacts.copied(emails.length, format.number(emails.length));
    notifications.show(
      left === 0
        ? { message: copied }
        : { title: copied, message: contacts.notCopied(left, format.number(left)), color: "yellow" },
    );
  };
  return (
    <>
      {may("change_contacts") && chosen.size > 1 && chosen.size <= MOST_MERGED && (
        <Button
          variant="default"
          leftSection={<Icon name="merge" size={14} />}
          onClick={() => void navigate({ to: "/contacts/merge", search: { ids: [...chosen] } })}
        >
          {contacts.mergeChosen}
        </Button>
      )}
      <Button variant="default" visibleFrom="sm" onClick={() => void copyEmails()}>
        {contacts.copyEmails}
      </Button>
    </>
  );
}
