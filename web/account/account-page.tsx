/** One account: its values with where each came from, its contacts, what happened. */
import { Loader, Text, Title } from "@mantine/core";
import { useQueries } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { showAccount, showContact } from "../api/endpoints/contacts.ts";
import { listFields } from "../api/endpoints/fields.ts";
import { answerOf, useAnswer } from "../api/use-answer.ts";
import { useClient } from "../api/workspace-client.ts";
import { PageHead } from "../app/page-head.tsx";
import { RefusalNotice } from "../app/refusal-notice.tsx";
import { contactTitle } from "../contact/contact-title.ts";
import list from "../list/list.module.css";
import { HistoryList } from "../past/history-list.tsx";
import classes from "../past/past.module.css";
import { historyOf } from "../past/past.ts";
import { Stamps } from "../past/stamps.tsx";
import { ValuesCard } from "../past/values-card.tsx";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";

/** Contacts that are shown with the account; the list shows the others. */
const SHOWN_CONTACTS = 12;
const NO_FIELDS: readonly never[] = [];

export function AccountPage() {
  const { shell } = useWords();
  const { id } = useParams({ from: "/shell/accounts/$id" });
  const shown = useAnswer(showAccount, { params: { id } });
  const fields = useAnswer(listFields, { query: { object: "account" } }).data?.items ?? NO_FIELDS;
  if (shown.error) return <RefusalNotice error={shown.error} retry={() => void shown.refetch()} />;
  if (!shown.data) return <Loader size="sm" m="xl" />;
  const { name, domain, members, contacts, mainContact } = shown.data;
  return (
    <>
      <PageHead
        title={String(name ?? domain ?? id)}
        note={<Stamps of={shown.data} />}
        back={{ to: "/accounts", label: shell.accounts }}
      />
      <div className={classes.columns}>
        <ValuesCard of={shown.data} fields={fields} />
        <div className={classes.aside}>
          <Members name={name} members={members} count={contacts} main={mainContact} />
          <HistoryList history={historyOf(shown.data)} fields={fields} />
        </div>
      </div>
    </>
  );
}

type MembersProps = {
  readonly name: unknown;
  /** The first of them. */
  readonly members: readonly string[];
  /** All of them. */
  readonly count: number;
  readonly main: string | null;
};

function Members({ name, members, count, main }: MembersProps) {
  const { contact: words } = useWords();
  const format = useFormat();
  const client = useClient();
  const first = members.slice(0, SHOWN_CONTACTS);
  const cards = useQueries({ queries: first.map((id) => answerOf(client, showContact, { params: { id } })) });
  if (members.length === 0) return null;
  return (
    <section className={classes.card} aria-label={words.contactsOf}>
      <Title order={2} size="sm" px="md" pt="sm">
        {words.contactsOf}{" "}
        <Text component="span" size="sm" c="dimmed" fw={400}>
          {format.number(count)}
        </Text>
      </Title>
      <ul className={classes.list}>
        {first.map((id, at) => (
          <li key={id}>
            <Link to="/contacts/$id" params={{ id }} className={list.name}>
              {cards[at]?.data ? contactTitle(cards[at].data) : "…"}
            </Link>
            <Text size="sm" c="dimmed" truncate>
              {id === main ? words.mainContact : String(cards[at]?.data?.job_title ?? "")}
            </Text>
          </li>
        ))}
        {count > first.length && typeof name === "string" && (
          <li>
            <Link to="/contacts" search={{ filter: [`account_name=${name}`] }} className={list.name}>
              {words.allOf(format.number(count))}
            </Link>
          </li>
        )}
      </ul>
    </section>
  );
}
