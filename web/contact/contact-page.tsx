/** One contact: its values with where each came from at the left, what happened and what belongs to it at the right. */
import { Anchor, Button, CopyButton, Loader, Text, Title } from "@mantine/core";
import { Link, useParams } from "@tanstack/react-router";
import { showContact } from "../api/endpoints/contacts.ts";
import { useAnswer } from "../api/use-answer.ts";
import { PageHead } from "../app/page-head.tsx";
import { RefusalNotice } from "../app/refusal-notice.tsx";
import { useLabel, useWorkspace } from "../app/workspace-context.ts";
import { DeleteContact } from "../hand/delete-contact.tsx";
import { EditableValues } from "../hand/editable-values.tsx";
import { useFields } from "../list/use-fields.ts";
import { HistoryList } from "../past/history-list.tsx";
import classes from "../past/past.module.css";
import { type BulkEvent, historyOf } from "../past/past.ts";
import { Stamps } from "../past/stamps.tsx";
import { ValuesCard } from "../past/values-card.tsx";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";
import { ContactMerges } from "./contact-merges.tsx";
import { contactTitle } from "./contact-title.ts";
import { EraseButton } from "./erase-button.tsx";

export function ContactPage() {
  const { contact: words, shell } = useWords();
  const { id } = useParams({ from: "/shell/contacts/$id" });
  const label = useLabel();
  const { may } = useWorkspace();
  const shown = useAnswer(showContact, { params: { id } });
  const fields = useFields();
  if (shown.error) return <RefusalNotice error={shown.error} retry={() => void shown.refetch()} />;
  if (!shown.data) return <Loader size="sm" m="xl" />;
  const contact = shown.data;
  const { account_name: accountName } = contact;
  return (
    <>
      <PageHead
        title={contactTitle(contact)}
        note={<Stamps of={contact} />}
        back={{ to: "/contacts", label: label("list", shell.contacts) }}
      >
        {contact.account !== null && (
          <Anchor
            component={Link}
            to={`/accounts/${contact.account}`}
            size="sm"
            mr="xs"
            title={label("account", words.accountOf)}
          >
            {typeof accountName === "string" ? accountName : label("account", words.accountOf)}
          </Anchor>
        )}
        <CopyButton value={id}>
          {({ copied, copy }) => (
            <Button variant="subtle" color="gray" onClick={copy}>
              {copied ? words.idCopied : words.copyId}
            </Button>
          )}
        </CopyButton>
        {may("change_contacts") && <DeleteContact id={id} />}
        <EraseButton contact={id} name={contactTitle(contact)} />
      </PageHead>
      <div className={classes.columns}>
        {may("change_contacts") ? (
          <EditableValues key={id} of={contact} fields={fields} />
        ) : (
          <ValuesCard of={contact} fields={fields} />
        )}
        <div className={classes.aside}>
          <Opportunities of={contact.opportunities} />
          <HistoryList
            history={historyOf(contact)}
            fields={fields}
            bulkChanges={contact.bulkChanges as readonly BulkEvent[]}
            before={<ContactMerges of={contact.merges} fields={fields} />}
          />
        </div>
      </div>
    </>
  );
}

type Opportunity = {
  readonly id: string;
  readonly stage: { readonly name: string } | null;
  readonly pipeline: { readonly name: string } | null;
  readonly name?: unknown;
  readonly value?: unknown;
};

function Opportunities({ of }: { readonly of: readonly Opportunity[] }) {
  const { contact: words } = useWords();
  const format = useFormat();
  if (of.length === 0) return null;
  return (
    <section className={classes.card} aria-label={words.opportunities}>
      <Title order={2} px="md" pt="sm" size="sm">
        {words.opportunities}
      </Title>
      <ul className={classes.list}>
        {of.map(({ id, name, stage, pipeline, value }) => (
          <li key={id}>
            <Anchor component={Link} to={`/opportunities/${id}`} size="sm">
              {typeof name === "string" ? name : words.untitled}
            </Anchor>
            <Text size="sm" c="dimmed">
              {[typeof value === "string" ? format.amount(value) : null, stage?.name, pipeline?.name]
                .filter(Boolean)
                .join(" · ")}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
