/** Opportunities as a list. */
import { Button } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";
import type { listOpportunities as ListOpportunities } from "../../src/http/contract/contacts.ts";
import type { AnswerOf } from "../../src/http/contract/endpoint.ts";
import { textOf } from "../accounts/account-title.ts";
import { listOpportunities } from "../api/endpoints/contacts.ts";
import { NothingYet } from "../app/nothing-yet.tsx";
import { RefusalNotice } from "../app/refusal-notice.tsx";
import table from "../object-table/object-table.module.css";
import { ObjectTable, type TableColumn } from "../object-table/object-table.tsx";
import { usePages } from "../object-table/use-pages.ts";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";

export type Opportunity = AnswerOf<typeof ListOpportunities>["items"][number];

export type Chosen = { readonly search: string | undefined; readonly filter: readonly string[] };

export function OpportunityList({ search, filter }: Chosen) {
  const { deals, shell } = useWords();
  const navigate = useNavigate({ from: "/opportunities" });
  const pages = usePages(listOpportunities, { search, filter });
  const columns = useColumns();
  const { items, hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  const more = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [isFetchingNextPage, fetchNextPage]);
  if (pages.error && items.length === 0)
    return <RefusalNotice error={pages.error} retry={() => void pages.refetch()} />;
  if (pages.isSuccess && items.length === 0)
    return (
      <NothingYet icon="search" title={deals.noneFound} text={deals.noneFoundText}>
        <Button variant="default" onClick={() => void navigate({ search: {} })}>
          {deals.clear}
        </Button>
      </NothingYet>
    );
  return (
    <ObjectTable
      label={shell.opportunities}
      idOf={({ id }) => id}
      hasMore={hasNextPage}
      {...{ items, columns, more }}
    />
  );
}

/** How many there are, as far as they are loaded. */
export function OpportunityCount({ search, filter }: Chosen) {
  const { deals } = useWords();
  const { number } = useFormat();
  const { items, isSuccess, hasNextPage } = usePages(listOpportunities, { search, filter });
  return isSuccess && deals.rows(items.length, number(items.length), hasNextPage);
}

function useColumns(): readonly TableColumn<Opportunity>[] {
  const { columns, opportunity } = useWords().deals;
  const format = useFormat();
  return [
    {
      name: columns.name,
      width: "minmax(0, 3fr)",
      cell: ({ id, name, stage }) => (
        <>
          <Link to="/opportunities/$id" params={{ id }}>
            {textOf(name) || opportunity.unnamed}
          </Link>
          <span className={table.second}>{stage?.name}</span>
        </>
      ),
    },
    {
      name: columns.contact,
      width: "minmax(0, 2fr)",
      isExtra: true,
      cell: ({ contact }) =>
        contact && (
          <Link to="/contacts/$id" params={{ id: contact.id }}>
            {contact.name}
          </Link>
        ),
    },
    {
      name: columns.account,
      width: "minmax(0, 2fr)",
      isExtra: true,
      cell: ({ account }) =>
        account && (
          <Link to="/accounts/$id" params={{ id: account.id }}>
            {account.name}
          </Link>
        ),
    },
    { name: columns.stage, width: "minmax(0, 1.4fr)", isExtra: true, cell: ({ stage }) => stage?.name ?? "" },
    {
      name: columns.status,
      width: "110px",
      isExtra: true,
      cell: ({ status }) => opportunity.status[textOf(status)] ?? textOf(status),
    },
    {
      name: columns.value,
      width: "minmax(90px, 1fr)",
      isNumber: true,
      cell: ({ value }) => format.amount(textOf(value)),
    },
    {
      name: columns.close,
      width: "120px",
      isNumber: true,
      isExtra: true,
      cell: ({ close_date }) => format.day(textOf(close_date)),
    },
  ];
}
