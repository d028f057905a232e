/** Accounts that may be one, with how sure it is and why: only told, for somebody to look at. */
import { Anchor, Badge, Loader, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { similarAccounts } from "../api/endpoints/contacts.ts";
import { useAnswer } from "../api/use-answer.ts";
import { NothingYet } from "../app/nothing-yet.tsx";
import { PageHead } from "../app/page-head.tsx";
import { RefusalNotice } from "../app/refusal-notice.tsx";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";
import { accountTitle } from "./account-title.ts";
import classes from "./similar-accounts.module.css";

type Pair = {
  readonly score: number;
  readonly why: readonly string[];
  readonly accounts: readonly { readonly id: string; readonly domain: string; readonly external_id: string }[];
};

/** Surest first; more than anybody looks through. */
const MOST = 200;

export function SimilarAccountsPage() {
  const { deals, shell } = useWords();
  const { similar, account } = deals;
  const format = useFormat();
  const query = useAnswer(similarAccounts, {});
  if (query.error) return <RefusalNotice error={query.error} retry={() => void query.refetch()} />;
  const pairs = query.data?.items as readonly Pair[] | undefined;
  return (
    <>
      <PageHead
        title={similar.title}
        note={pairs && format.number(pairs.length)}
        back={{ to: "/accounts", label: shell.accounts }}
      />
      {pairs === undefined && <Loader size="sm" m="md" />}
      {pairs?.length === 0 && <NothingYet icon="accounts" title={similar.none} text={similar.noneText} />}
      {pairs !== undefined && pairs.length > 0 && (
        <div className={classes.page}>
          <Text size="sm" c="dimmed" mb="sm">
            {similar.says}
          </Text>
          <ul className={classes.pairs} aria-label={similar.title}>
            {pairs.slice(0, MOST).map(({ score, why, accounts }) => (
              <li key={accounts.map(({ id }) => id).join(" ")} className={classes.pair}>
                {accounts.map((one) => (
                  <div key={one.id} className={classes.one}>
                    <Anchor
                      size="sm"
                      fw={550}
                      renderRoot={(root) => <Link {...root} to="/accounts/$id" params={{ id: one.id }} />}
                    >
                      {accountTitle(one) ?? account.unnamed}
                    </Anchor>
                    <Text size="xs" c="dimmed">
                      {[one.domain, one.external_id].filter((text) => text !== "").join(" · ")}
                    </Text>
                  </div>
                ))}
                <div className={classes.why}>
                  <Badge color="gray">{similar.sure(format.percent(score))}</Badge>
                  <Text size="xs" c="dimmed">
                    {why.map((reason) => similar.why[reason] ?? reason).join(", ")}
                  </Text>
                </div>
              </li>
            ))}
          </ul>
          {pairs.length > MOST && (
            <Text size="xs" c="dimmed" mt="xs">
              {account.firstOf(format.number(MOST), format.number(pairs.length))}
            </Text>
          )}
        </div>
      )}
    </>
  );
}
