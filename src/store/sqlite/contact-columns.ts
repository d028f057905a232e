/** How contact values lie in the database: a column per built-in field, two JSON documents for the rest. */
import { BUILTIN_FIELDS } from "../../core/contact/builtin-fields.ts";
import { type ImportShape, KEPT_PREFIX, type Slot } from "../../core/plan/shape.ts";
import type { SqlValue } from "./database.ts";

/** Columns of the contact table that hold built-in fields, in catalogue order. */
export const FIELD_COLUMNS: readonly string[] = BUILTIN_FIELDS.map((field) => field.key).filter((key) => key !== "id");

export const isFieldColumn = (key: string): boolean => FIELD_COLUMNS.includes(key);

const documentKey = (slot: Slot): string => (slot.place === "kept" ? slot.key.slice(KEPT_PREFIX.length) : slot.key);

export const toDb = (text: string | undefined): string | null => (text === undefined || text === "" ? null : text);

/** A document's entries; a key such as `__proto__` is an entry like any other. */
export function parseDocument(text: SqlValue | undefined): ReadonlyMap<string, string> {
  if (typeof text !== "string") return new Map();
  const entries: unknown = JSON.parse(text);
  if (typeof entries !== "object" || entries === null) return new Map();
  return new Map(Object.entries(entries).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}

/** The document's text, or null for an empty one. Keys in order, so that equal documents are equal texts. */
export function documentText(entries: ReadonlyMap<string, string>): string | null {
  if (entries.size === 0) return null;
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return JSON.stringify(Object.fromEntries(sorted));
}

/** For a shape: which slots lie in columns, and which in each document. */
export function slotPlaces(shape: ImportShape): {
  readonly columns: readonly { readonly slot: number; readonly column: string }[];
  readonly custom: readonly { readonly slot: number; readonly key: string }[];
  readonly kept: readonly { readonly slot: number; readonly key: string }[];
} {
  const at = (place: Slot["place"]) =>
    shape.slots.flatMap((slot, position) => (slot.place === place ? [{ slot: position, key: documentKey(slot) }] : []));
  return {
    columns: at("column")
      .filter(({ key }) => isFieldColumn(key))
      .map(({ slot, key }) => ({ slot, column: key })),
    custom: at("custom"),
    kept: at("kept"),
  };
}
