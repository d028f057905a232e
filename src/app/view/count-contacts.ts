/** How many contacts a search and filters leave. Where no index tells, all are looked at, in slices between which others get their turn. */
import { accept, type Result } from "../../core/problem/refusal.ts";
import { COUNTED_AT_ONCE, LOOK_MS } from "../limits.ts";
import type { Ports, Workspace } from "../ports.ts";
import { readContactFilters } from "./contact-filter.ts";

export async function countFound(
  ports: Pick<Ports, "store">,
  workspace: Workspace,
  { search, filter }: { readonly search: string | null; readonly filter: readonly string[] },
): Promise<Result<number>> {
  const { contacts } = ports.store;
  if (search === null && filter.length === 0) return accept(await contacts.count(workspace.number));
  const filters = await readContactFilters(ports, workspace, filter);
  if (!filters.ok) return filters;
  let count = 0;
  for (let after: number | null = 0; after !== null; ) {
    const query = { search, filters: filters.value, after, limit: COUNTED_AT_ONCE };
    const found = await contacts.numbers(workspace.number, query, LOOK_MS);
    count += found.rows.length;
    after = found.seenTo;
  }
  return accept(count);
}
