/** Fits a mapping that was saved to the columns of another file with the same headers, whatever their order is now. */
import type { ColumnMapping } from "./column-mapping.ts";
import { headerKey } from "./header-key.ts";

/** What is kept of a column's mapping. */
export type SavedTarget = Pick<ColumnMapping, "target" | "values">;

/** By column; null = today's policy decides it. Equal headers are told apart by their order; without a header columns are matched by position. */
export function savedTargets(
  saved: readonly ColumnMapping[],
  headers: readonly string[] | null,
): ReadonlyMap<number, SavedTarget | null> {
  // What only the policy of that day decided is decided anew by the policy of this day.
  const chosen = [...saved].sort((a, b) => a.column - b.column);
  const targets = new Map<number, SavedTarget | null>();
  if (headers === null) {
    for (const entry of chosen) targets.set(entry.column, targetOf(entry));
    return targets;
  }
  const waiting = new Map<string, (SavedTarget | null)[]>();
  for (const entry of chosen) {
    const key = headerKey(entry.header);
    const target = targetOf(entry);
    const list = waiting.get(key);
    if (list === undefined) waiting.set(key, [target]);
    else list.push(target);
  }
  const used = new Map<string, number>();
  headers.forEach((header, column) => {
    const key = headerKey(header);
    const position = used.get(key) ?? 0;
    used.set(key, position + 1);
    const target = waiting.get(key)?.[position];
    if (target !== undefined) targets.set(column, target);
  });
  return targets;
}

function targetOf({ target, values, foundBy }: ColumnMapping): SavedTarget | null {
  if (foundBy === "policy") return null;
  return values === undefined ? { target } : { target, values };
}
