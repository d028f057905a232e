/** A list that comes in pages, of which the next one is fetched when its end comes near. */
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { listAccounts, listOpportunities } from "../../src/http/contract/contacts.ts";
import type { AnswerOf } from "../../src/http/contract/endpoint.ts";
import { answerKey } from "../api/use-answer.ts";
import { useClient } from "../api/workspace-client.ts";

type Listed = typeof listAccounts | typeof listOpportunities;
type ItemOf<E extends Listed> = AnswerOf<E> extends { readonly items: readonly (infer Item)[] } ? Item : never;
type Page<Item> = { readonly items: readonly Item[]; readonly next: string | null };
type Chosen = { readonly search?: string | undefined; readonly filter?: readonly string[] };

/** Items that one request brings. */
const AT_ONCE = 100;

export function usePages<E extends Listed>(
  endpoint: E,
  { search, filter = [] }: Chosen,
  { atOnce = AT_ONCE, enabled = true }: { readonly atOnce?: number; readonly enabled?: boolean } = {},
) {
  const client = useClient();
  const chosen = { limit: atOnce, filter: [...filter], ...(search === undefined ? {} : { search }) };
  const pages = useInfiniteQuery({
    queryKey: answerKey(client, endpoint, { pages: chosen }),
    queryFn: ({ pageParam, signal }) =>
      client.api.call<Listed>(endpoint, {
        query: { ...chosen, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }) as Promise<Page<ItemOf<E>>>,
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    enabled,
  });
  return { ...pages, items: pages.data?.pages.flatMap(({ items }) => items) ?? [] };
}
