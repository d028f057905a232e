/** What was found wrong with the lines of an import, by code: what they fail for, what they are skipped for, and the rest. */
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
  const { skipped } = unwrittenWarnings;
  const counts = [
    ["failed", problems],
    ["skipped", skipped],
    ["other", countsWithout(warnings, skipped)],
  ] as const;
  return counts
    .map(([became, codes]) => ({ became, codes: Object.entries(codes).toSorted(([, a], [, b]) => b - a) }))
    .filter(({ codes }) => codes.length > 0);
}
