/** A list that is answered in pages by a cursor, kept page by page as they are asked for. */
import { type InfiniteData, keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { AnswerOf, Endpoint } from "../../src/http/contract/endpoint.ts";
import { type Asked, answerKey } from "./use-answer.ts";
import { useClient } from "./workspace-client.ts";

type Paged = { readonly items: readonly unknown[]; readonly next: string | null };
export type PagesOf<E extends Endpoint> = AnswerOf<E> extends Paged ? AnswerOf<E> : never;

type Kept<E extends Endpoint> = {
  /** Milliseconds after which all pages are asked for again while they are shown; false = only when they are opened. */
  readonly every?: number | false | ((pages: readonly PagesOf<E>[]) => number | false);
  /** The former pages are shown while those of another question are fetched. */
  readonly keepsFormer?: boolean;
  readonly enabled?: boolean;
};

export type Pages<E extends Endpoint> = {
  readonly pages: readonly PagesOf<E>[];
  readonly items: readonly PagesOf<E>["items"][number][];
  readonly isLoaded: boolean;
  readonly error: Error | null;
  readonly hasMore: boolean;
  readonly isFetchingMore: boolean;
  readonly more: () => void;
  readonly again: () => void;
};

export function usePages<E extends Endpoint>(
  endpoint: E,
  asked: Asked<E>,
  { every = false, keepsFormer = false, enabled = true }: Kept<E> = {},
): Pages<E> {
  const client = useClient();
  const found = useInfiniteQuery({
    queryKey: [...answerKey(client, endpoint, asked), "pages"],
    queryFn: async ({ pageParam, signal }): Promise<PagesOf<E>> => {
      const query = { ...asked.query, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return client.api.call(endpoint, { ...asked, query, signal } as never) as Promise<PagesOf<E>>;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last: PagesOf<E>) => last.next,
    enabled,
    refetchInterval: typeof every === "function" ? ({ state }) => every(state.data?.pages ?? []) : every,
    ...(keepsFormer ? { placeholderData: keepPreviousData<InfiniteData<PagesOf<E>, string | null>> } : {}),
  });
  const pages = (found.data?.pages ?? []) as readonly PagesOf<E>[];
  const { hasNextPage, isFetching, fetchNextPage } = found;
  // The server answers within a moment, if need be with a page that holds nothing yet: then it is looked on.
  const foundNothingYet = hasNextPage && pages.at(-1)?.items.length === 0;
  useEffect(() => {
    if (foundNothingYet && !isFetching) void fetchNextPage();
  }, [foundNothingYet, isFetching, fetchNextPage]);
  return {
    pages,
    items: pages.flatMap(({ items }) => items as readonly PagesOf<E>["items"][number][]),
    isLoaded: pages.some(({ items }) => items.length > 0) || (found.data !== undefined && !hasNextPage),
    error: found.error,
    hasMore: hasNextPage,
    isFetchingMore: found.isFetchingNextPage,
    more: () => void fetchNextPage(),
    again: () => void found.refetch(),
  };
}
