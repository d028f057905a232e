/** What of a list is looked at, as its address says it. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { Wanted } from "./use-list-pages.ts";

const NONE: readonly string[] = [];

export function useListLook(to: "/contacts" | "/accounts" | "/opportunities") {
  const navigate = useNavigate();
  const { search = "", filter = NONE } = useSearch({ from: `/shell${to}` });
  const look = (wanted: Wanted): void =>
    void navigate({
      to,
      search: {
        ...(wanted.search === "" ? {} : { search: wanted.search }),
        ...(wanted.filter.length === 0 ? {} : { filter: wanted.filter }),
      },
      replace: true,
    });
  return { search, filter, look, isNarrowed: search !== "" || filter.length > 0 };
}
