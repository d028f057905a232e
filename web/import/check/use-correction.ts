/**
 * A correction of a planned import. What is shown of it is asked again: first its counts and the page of lines that is looked
 * at, then, while one goes on, the pages that were scrolled past.
 */
import { type InfiniteData, type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { changeImport, listLines, showImport } from "../../api/endpoints/imports.ts";
import { type Asked, answerKey, forget, useChange } from "../../api/use-answer.ts";
import { useClient, type WorkspaceClient } from "../../api/workspace-client.ts";
import { PLAN_SECONDS } from "../planned-import.ts";
import type { LinePage } from "./use-lines.ts";

/** @param line that is looked at */
export function useCorrection(id: string, line: number) {
  const client = useClient();
  const queries = useQueryClient();
  const changed = useChange(changeImport, { tellsItself: true });
  const [isPending, setIsPending] = useState(false);
  const correct = async (body: NonNullable<Asked<typeof changeImport>["body"]>): Promise<void> => {
    setIsPending(true);
    try {
      await changed.mutateAsync({ params: { id }, query: { wait: PLAN_SECONDS }, body });
      const page = readPageOf(line, queries, client).catch(() => false);
      const [, hasMore] = await Promise.all([forget(queries, client, [showImport]), page]);
      const rest = forget(queries, client, [listLines]);
      if (!hasMore) await rest;
    } finally {
      setIsPending(false);
    }
  };
  return { correct, isPending, error: changed.error };
}

type Shown = InfiniteData<LinePage, string | null>;

/** Where several pages of lines are shown, the one with this line. Answers whether there are others. */
async function readPageOf(line: number, queries: QueryClient, client: WorkspaceClient): Promise<boolean> {
  const [query] = queries.getQueryCache().findAll({ queryKey: answerKey(client, listLines), type: "active" });
  const shown = query?.state.data as Shown | undefined;
  const at = shown?.pages.findIndex(({ items }) => items.some((one) => one.line === line)) ?? -1;
  const former = shown?.pages[at];
  if (query === undefined || shown === undefined || former === undefined || shown.pages.length === 1) return false;
  const asked = query.queryKey[2] as Asked<typeof listLines>;
  const cursor = shown.pageParams[at] ?? null;
  const page = await client.api.call(listLines, {
    ...asked,
    query: { ...asked.query, ...(cursor === null ? {} : { cursor }) },
  });
  // Where lines have left the page, those of the next one have moved up: they stand there until it is read.
  const last = former.items.at(-1)?.line ?? 0;
  const items = page.items.filter((one) => one.line <= last);
  queries.setQueryData<Shown>(query.queryKey, {
    ...shown,
    pages: shown.pages.with(at, { ...page, items, next: former.next }),
  });
  return true;
}
