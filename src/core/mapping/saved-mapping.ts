/** Fits a mapping that was saved to the columns of another file with the same headers, whatever their order is now. */
import type { ColumnMapping, ColumnTarget } from "./column-mapping.ts";
import { headerKey } from "./header-key.ts";

/** By column. Equal headers are told apart by their order; without a header columns are matched by position. */
export function savedTargets(
  saved: readonly ColumnMapping[],
  headers: readonly string[] | null,
): ReadonlyMap<number, ColumnTarget> {
  if (headers === null) return new Map(saved.map(({ column, target }) => [column, target]));
  const waiting = new Map<string, ColumnTarget[]>();
  for (const { header, target } of [...saved].sort((a, b) => a.column - b.column)) {
    const key = headerKey(header);
    const list = waiting.get(key);
    if (list === undefined) waiting.set(key, [target]);
    else list.push(target);
  }
  const targets = new Map<number, ColumnTarget>();
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
