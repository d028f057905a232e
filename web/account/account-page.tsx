/** One account: its values with where each came from, its contacts, and what imports changed. */

import { Anchor, Badge, Loader, Text } from "@mantine/core";
import { Link, useParams } from "@tanstack/react-router";
import { accountTitle } from "../accounts/account-title.ts";
import { showAccount } from "../api/endpoints/contacts.ts";
import { useAnswer } from "../api/use-answer.ts";
import { PageHead } from "../app/page-head.tsx";
import { RefusalNotice } from "../app/refusal-notice.tsx";
import { useLabel } from "../app/workspace-context.ts";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";
import type { AccountAnswer } from "./account-answer.ts";
import { AccountHistory } from "./account-history.tsx";
import classes from "./account-page.module.css";
import { AccountValues } from "./account-values.tsx";

export function AccountPage() {
  const { deals, shell } = useWords();
  const { account } = deals;
  const label = useLabel();
  const format = useFormat();
  const { id } = useParams({ from: "/shell/accounts/$id" });
  const query = useAnswer(showAccount, { params: { id } });
  if (query.error) return <RefusalNotice error={query.error} retry={() => void query.refetch()} />;
  const { data } = query;
  const title = data ? (accountTitle(data) ?? account.unnamed) : label("account", shell.accounts);
  return (
    <>
      <PageHead title={title} note={data && `${account.made} ${format.ago(data.createdAt)}`}>
        <Anchor component={Link} to="/accounts" size="sm">
          {account.back}
        </Anchor>
      </PageHead>
      {data === undefined ? (
        <Loader size="sm" m="md" />
      ) : (
        <div className={classes.page}>
          <div className={classes.left}>
            <AccountValues account={data} />
          </div>
          <div className={classes.right}>
            <People account={data} />
            <AccountHistory account={data} />
          </div>
        </div>
      )}
    </>
  );
}

function People({ account: { people, contacts, mainContact } }: { readonly account: AccountAnswer }) {
  const { account } = useWords().deals;
  const format = useFormat();
  return (
    <section>
      <h2 className={classes.heading}>
        {account.people} <span className={classes.note}>{format.number(contacts)}</span>
      </h2>
      {people.length === 0 && (
        <Text size="sm" c="dimmed">
          {account.noPeople}
        </Text>
      )}
      {people.length > 0 && (
        <ul className={classes.list}>
          {people.map(({ id, name, email }) => (
            <li key={id} className={classes.person}>
              <Link to="/contacts/$id" params={{ id }}>
                {name || email || id}
              </Link>
              {id === mainContact && <Badge>{account.main}</Badge>}
              {name !== "" && email !== null && <span className={classes.note}>{email}</span>}
            </li>
          ))}
        </ul>
      )}
      {people.length < contacts && (
        <Text size="xs" c="dimmed" mt={4}>
          {account.firstOf(format.number(people.length), format.number(contacts))}
        </Text>
      )}
    </section>
  );
}
