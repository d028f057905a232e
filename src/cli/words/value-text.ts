/** A value as people read it, in a table and in what a ledger or a history says has changed. */
import { parseList } from "../../core/contact/list-text.ts";
import { shown } from "../../core/problem/shown-text.ts";

/** @param value null = there is none; a list, or the JSON text of an array that it is stored as */
export function valueText(value: unknown): string {
  if (value === null) return "(empty)";
  if (Array.isArray(value)) return shown(value.join(", "));
  const text = String(value);
  const items = text.startsWith("[") ? parseList(text) : [];
  return shown(items.length > 0 ? items.join(", ") : text);
}

/** What a cell of a table holds of an answer's value: nothing where that is none of a field's. */
export function cellText(value: unknown): string {
  if (Array.isArray(value)) return shown(value.filter((item) => typeof item === "string").join(", "));
  return typeof value === "string" ? shown(value) : "";
}
