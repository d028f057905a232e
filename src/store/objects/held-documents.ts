/** The two documents of an object: what it holds besides the columns of its table. */
import { KEPT_PREFIX } from "../../core/plan/shape.ts";
import { documentText } from "./object-table.ts";

export function heldDocuments(
  columns: readonly string[],
  values: ReadonlyMap<string, string>,
): readonly [custom: string | null, kept: string | null] {
  const custom = new Map<string, string>();
  const kept = new Map<string, string>();
  for (const [key, value] of values) {
    if (key.startsWith(KEPT_PREFIX)) kept.set(key.slice(KEPT_PREFIX.length), value);
    else if (!columns.includes(key)) custom.set(key, value);
  }
  return [documentText(custom), documentText(kept)];
}
