/** One account: its values with where each came from at the left, its contacts and what happened at the right. */
import { Badge, Loader, Text, Title } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import type { showAccount as ShowAccount } from "../../src/http/contract/contacts.ts";
import type { AnswerOf } from "../../src/http/contract/endpoint.ts";
import { accountTitle } from "../accounts/account-title.ts";
import { showAccount } from "../api/endpoints/contacts.ts";
import { useAnswer } from "../api/use-answer.ts";
import { PageHead } from "../app/page-head.tsx";
import { RefusalNotice } from "../app/refusal-notice.tsx";
import { TextLink } from "../app/text-link.tsx";
import { useLabel } from "../app/workspace-context.ts";
import { useFields } from "../list/use-fields.ts";
import { HistoryList } from "../past/history-list.tsx";
import past from "../past/past.module.css";
import { historyOf } from "../past/past.ts";
import { Stamps } from "../past/stamps.tsx";
import { ValuesCard } from "../past/values-card.tsx";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";
import classes from "./account-page.module.css";

export function AccountPage() {
  const { deals, shell } = useWords();
  const { account } = deals;
  const label = useLabel();
  const { id } = useParams({ from: "/shell/accounts/$id" });
  const query = useAnswer(showAccount, { params: { id } });
  const fields = useFields("account");
  if (query.error) return <RefusalNotice error={query.error} retry={() => void query.refetch()} />;
  const { data } = query;
  const title = data ? (accountTitle(data) ?? account.unnamed) : label("account", shell.accounts);
  return (
    <>
      <PageHead title={title} note={data && <Stamps of={data} />} back={{ to: "/accounts", label: shell.accounts }} />
      {data === undefined ? (
        <Loader size="sm" m="md" />
      ) : (
        <div className={past.columns}>
          <ValuesCard of={data} fields={fields} />
          <div className={past.aside}>
            <People account={data} />
            <HistoryList history={historyOf(data)} fields={fields} />
          </div>
        </div>
      )}
    </>
  );
}
function People({ account: { people, contacts, mainContact } }: { readonly account: AnswerOf<typeof ShowAccount> }) {
  const { account } = useWords().deals;
  const format = useFormat();
  return (
    <section className={past.card} aria-label={account.people}>
      <Title order={2} px="md" pt="sm" size="sm">
        {account.people} <span className={classes.note}>{format.number(contacts)}</span>
      </Title>
      {people.length === 0 && (
        <Text size="sm" c="dimmed" px="md" py="xs">
          {account.noPeople}
        </Text>
      )}
      {people.length > 0 && (
        <ul className={past.list}>
          {people.map(({ id, name, email }) => (
            <li key={id}>
              <span className={classes.person}>
                <TextLink inherit to="/contacts/$id" params={{ id }}>
                  {name || email || id}
                </TextLink>
                {id === mainContact && <Badge>{account.main}</Badge>}
              </span>
              {name !== "" && email !== null && <span className={classes.note}>{email}</span>}
            </li>
          ))}
        </ul>
      )}
      {people.length < contacts && (
        <Text size="xs" c="dimmed" px="md" pb="xs">
          {account.firstOf(format.number(people.length), format.number(contacts))}
        </Text>
      )}
    </section>
  );
}
