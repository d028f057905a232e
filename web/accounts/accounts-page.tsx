/** Accounts of the workspace: searched as one types, filtered by the address, each with how many contacts it has. */
import { Button } from "@mantine/core";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import type { listAccounts as ListAccounts } from "../../src/http/contract/contacts.ts";
import type { AnswerOf } from "../../src/http/contract/endpoint.ts";
import { listAccounts } from "../api/endpoints/contacts.ts";
import { NothingYet } from "../app/nothing-yet.tsx";
import { RefusalNotice } from "../app/refusal-notice.tsx";
import { ListHead, NoneImported } from "../object-table/list-head.tsx";
import { ListTools } from "../object-table/list-tools.tsx";
import { ObjectTable, type TableColumn } from "../object-table/object-table.tsx";
import { usePages } from "../object-table/use-pages.ts";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";
import { accountTitle, textOf } from "./account-title.ts";

type Account = AnswerOf<typeof ListAccounts>["items"][number];

export function AccountsPage() {
  const { deals, empty, shell } = useWords();
  const { search, filter = [] } = useSearch({ from: "/shell/accounts" });
  const navigate = useNavigate({ from: "/accounts" });
  const format = useFormat();
  const pages = usePages(listAccounts, { search, filter });
  const columns = useColumns();
  const { items, hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  const more = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [isFetchingNextPage, fetchNextPage]);
  const isChosen = search !== undefined || filter.length > 0;
  if (pages.error && items.length === 0)
    return <RefusalNotice error={pages.error} retry={() => void pages.refetch()} />;
  const isEmpty = pages.isSuccess && items.length === 0;
  if (isEmpty && !isChosen)
    return <NoneImported icon="accounts" title={shell.accounts} none={empty.accounts} text={empty.accountsText} />;
  return (
    <>
      <ListHead
        title={shell.accounts}
        note={pages.data && deals.rows(items.length, format.number(items.length), hasNextPage)}
        what="accounts"
        search={search}
        filter={filter}
      >
        <Button variant="default" component={Link} to="/accounts/similar">
          {deals.similar.open}
        </Button>
      </ListHead>
      <ListTools page="/accounts" label={deals.searchAccounts} />
      {isEmpty ? (
        <NothingYet icon="search" title={deals.noneFound} text={deals.noneFoundText}>
          <Button variant="default" onClick={() => void navigate({ search: {} })}>
            {deals.clear}
          </Button>
        </NothingYet>
      ) : (
        <ObjectTable label={shell.accounts} idOf={({ id }) => id} hasMore={hasNextPage} {...{ items, columns, more }} />
      )}
    </>
  );
}

function useColumns(): readonly TableColumn<Account>[] {
  const { deals } = useWords();
  const { columns, account } = deals;
  const format = useFormat();
  return [
    {
      name: columns.name,
      width: "minmax(0, 3fr)",
      cell: (item) => (
        <Link to="/accounts/$id" params={{ id: item.id }}>
          {accountTitle(item) ?? account.unnamed}
        </Link>
      ),
    },
    { name: columns.id, width: "minmax(0, 1.4fr)", isExtra: true, cell: (item) => textOf(item.external_id) },
    { name: columns.domain, width: "minmax(0, 2fr)", isExtra: true, cell: (item) => textOf(item.domain) },
    { name: columns.owner, width: "minmax(0, 2fr)", isExtra: true, cell: (item) => textOf(item.owner) },
    { name: columns.contacts, width: "96px", isNumber: true, cell: (item) => format.number(item.contacts) },
    {
      name: columns.updated,
      width: "130px",
      isExtra: true,
      isNumber: true,
      cell: (item) => format.ago(item.updatedAt),
    },
  ];
}
