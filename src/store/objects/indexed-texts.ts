/** What the index of contacts' texts knows, and what of a query it can be asked. */
import type { ContactFilter, ContactQuery } from "../../app/ports.ts";
import { CONTACTS } from "./contact-row.ts";
import { searchedWords } from "./searched-words.ts";

/** Columns that a search does not look at, but filters often do. */
export const FILTERED: readonly string[] = ["tags", "owner", "city", "account_id", "account_domain"];

/** Columns in the index. */
export const INDEXED: readonly string[] = [...CONTACTS.searched, ...FILTERED];

/** `field` is null where any of the columns that are searched may hold the text. */
export type IndexedPart = { readonly field: string | null; readonly text: string };

/** A first and a last name mostly stand in the full one. */
export const mayBeSaid = (column: string): boolean => column === "first_name" || column === "last_name";

/** Each of them stands, whatever the case of its ASCII letters, in all contacts that the query leaves. */
export const indexedParts = ({ search, filters }: Pick<ContactQuery, "search" | "filters">): readonly IndexedPart[] => [
  ...searchedWords(search).map((text) => ({ field: null, text })),
  ...filters.flatMap(partOf),
];

/** Lists lie in their columns as JSON. */
function partOf({ field, op, value, list }: ContactFilter): readonly IndexedPart[] {
  if (!INDEXED.includes(field)) return [];
  if (op === "contains") return [{ field, text: value }];
  return op === "is" ? [{ field, text: list ? JSON.stringify(value).slice(1, -1) : value }] : [];
}
