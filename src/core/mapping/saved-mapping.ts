/** Fits a mapping that was saved to the columns of another file with the same headers, whatever their order is now. */
import type { ColumnMapping, ColumnTarget } from "./column-mapping.ts";
import { headerKey } from "./header-key.ts";

/** By column. Equal headers are told apart by their order; without a header columns are matched by position. */
export function savedTargets(
  saved: readonly ColumnMapping[],
  headers: readonly string[] | null,
): ReadonlyMap<number, ColumnTarget> {
  // What only the policy of that day decided is decided anew by the policy of this day.
  const chosen = saved.map((entry) => ({ ...entry, target: entry.foundBy === "policy" ? null : entry.target }));
  const targets = new Map<number, ColumnTarget>();
  if (headers === null) {
    for (const { column, target } of chosen) if (target !== null) targets.set(column, target);
    return targets;
  }
  const waiting = new Map<string, (ColumnTarget | null)[]>();
  for (const { header, target } of [...chosen].sort((a, b) => a.column - b.column)) {
    const key = headerKey(header);
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
    if (target) targets.set(column, target);
  });
  return targets;
}
