/** A stored value as people read it, in what a ledger or a history says has changed. */
import { parseList } from "../core/contact/list-text.ts";
import { shown } from "../core/problem/shown-text.ts";

/** @param value null = there is none; lists are stored as the JSON text of an array */
export function valueText(value: string | null): string {
  if (value === null) return "(empty)";
  const items = value.startsWith("[") ? parseList(value) : [];
  return shown(items.length > 0 ? items.join(", ") : value);
}
