/** Lines of a plan, page by page as they come into sight. */
import { useInfiniteQuery } from "@tanstack/react-query";
import type { Outcome } from "../../../src/core/plan/outcome.ts";
import type { AnswerOf } from "../../../src/http/contract/endpoint.ts";
import { listLines } from "../../api/endpoints/imports.ts";
import { answerKey } from "../../api/use-answer.ts";
import { useClient } from "../../api/workspace-client.ts";

export type LineFilter = { readonly outcome: Outcome | null; readonly problem: string | null };
export type LinePage = AnswerOf<typeof listLines>;
export type Line = LinePage["items"][number];

export const ALL_LINES: LineFilter = { outcome: null, problem: null };

const PAGE = 200;

export function useLines(id: string, { outcome, problem }: LineFilter) {
  const client = useClient();
  const query = {
    ...{ cells: "true", limit: PAGE },
    ...(outcome === null ? {} : { outcome }),
    ...(problem === null ? {} : { problem }),
  };
  const found = useInfiniteQuery({
    queryKey: answerKey(client, listLines, { params: { id }, query }),
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      client.api.call(listLines, {
        params: { id },
        query: { ...query, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    getNextPageParam: ({ next }) => next,
  });
  return { ...found, lines: found.data?.pages.flatMap(({ items }) => items) ?? [] };
}
