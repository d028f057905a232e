/** What was asked for: while it is fetched, where it is refused, and the answer. */
import { Loader } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { RefusalNotice } from "../app/refusal-notice.tsx";

type Props<T> = { readonly query: UseQueryResult<T>; readonly children: (answer: T) => ReactNode };

export function Answered<T>({ query, children }: Props<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <RefusalNotice error={query.error} retry={() => void query.refetch()} />;
  return <Loader size="sm" m="md" />;
}
