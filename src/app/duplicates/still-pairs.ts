/** What a search found a while ago, without the pairs that are none any more: merged, erased, or said to be two people since. */
import type { Ports, Workspace } from "../ports.ts";
import type { DuplicateReport } from "./find-duplicates.ts";

export async function stillPairs(
  { store }: Pick<Ports, "store">,
  { number: workspace }: Pick<Workspace, "number">,
  report: DuplicateReport,
): Promise<DuplicateReport> {
  const apart = new Set((await store.duplicates.dismissed(workspace)).map(({ pair }) => pair.join(":")));
  const people = await store.duplicates.peopleOf(
    workspace,
    report.pairs.flatMap(({ pair }) => pair),
  );
  const pairs = report.pairs.filter(
    ({ pair }) => !apart.has(pair.join(":")) && pair.every((number) => people.has(number)),
  );
  return { ...report, pairs, total: report.total - (report.pairs.length - pairs.length) };
}
