/** What a search and filters leave of a list, page after page, as far as somebody has looked. */
import { type InfiniteData, keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import type { Endpoint } from "../../src/http/contract/endpoint.ts";
import { answerKey } from "../api/use-answer.ts";
import { useClient } from "../api/workspace-client.ts";

export type Wanted = { readonly search: string; readonly filter: readonly string[] };

type Page<Item> = { readonly items: readonly Item[]; readonly next: string | null };

export type Pages<Item> = {
  readonly rows: readonly Item[];
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
  readonly fetchMore: () => void;
};

/** A page is asked for while the one before it is still looked at. */
const PAGE_ROWS = 200;

/** @param endpoint one that answers pages of these items */
export function useListPages<Item>(endpoint: Endpoint, { search, filter }: Wanted): Pages<Item> {
  const client = useClient();
  const pages = useInfiniteQuery<Page<Item>, Error, InfiniteData<Page<Item>>, readonly unknown[], string | undefined>({
    queryKey: answerKey(client, endpoint, { search, filter }),
    initialPageParam: undefined,
    queryFn: async ({ pageParam, signal }) => {
      const query = {
        ...{ limit: PAGE_ROWS, filter },
        ...(search === "" ? {} : { search }),
        ...(pageParam === undefined ? {} : { cursor: pageParam }),
      };
      const response = await client.api.send(endpoint, { query, signal } as never);
      return (await response.json()) as Page<Item>;
    },
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const { data, fetchNextPage, hasNextPage, isFetching, isError } = pages;
  const rows = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
  // Where much has to be looked through, a page holds what was found in a moment: even nothing, with more to come.
  const isThin = hasNextPage && rows.length < PAGE_ROWS;
  useEffect(() => {
    if (isThin && !isFetching && !isError) void fetchNextPage();
  }, [isThin, isFetching, isError, fetchNextPage]);
  return {
    rows,
    hasMore: hasNextPage,
    isLoading: pages.isPending || (hasNextPage && rows.length === 0),
    error: pages.error,
    retry: () => void pages.refetch(),
    fetchMore: () => {
      if (!isFetching && !isError) void fetchNextPage();
    },
  };
}
