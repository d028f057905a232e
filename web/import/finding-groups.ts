/** What was found wrong with the lines of an import, by code: by what became of those lines, the worst first. */
import { countsWithout, type Unwritten } from "../../src/core/plan/outcome.ts";

type Counts = Readonly<Record<string, number>>;

export type FoundInLines = {
  readonly problems: Counts;
  readonly warnings: Counts;
  /** Those of `warnings` whose lines are not written. */
  readonly unwrittenWarnings: Unwritten;
};

export type FindingGroup = {
  readonly became: "failed" | "skipped" | "other";
  /** The most frequent first. */
  readonly codes: readonly (readonly [code: string, count: number])[];
};

export function findingGroups({ problems, warnings, unwrittenWarnings }: FoundInLines): readonly FindingGroup[] {
  const { skipped, failed } = unwrittenWarnings;
  const counts = [
    ["failed", withMore(problems, failed)],
    ["skipped", skipped],
    ["other", countsWithout(countsWithout(warnings, skipped), failed)],
  ] as const;
  return counts
    .map(([became, codes]) => ({ became, codes: Object.entries(codes).toSorted(([, a], [, b]) => b - a) }))
    .filter(({ codes }) => codes.length > 0);
}

const withMore = (counts: Counts, more: Counts): Counts => ({
  ...counts,
  ...Object.fromEntries(Object.entries(more).map(([code, count]) => [code, count + (counts[code] ?? 0)])),
});
