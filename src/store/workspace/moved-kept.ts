/** What becomes of a contact's documents when a text that it keeps moves into a field. */
import type { KeptSource } from "../../app/ports/kept-source.ts";
import type { DbRow } from "../db-row.ts";
import { documentText, parseDocument } from "../objects/object-table.ts";

/** Both documents as they should be; null where the text cannot be read. */
export function withMoved(
  [customText, keptText]: DbRow,
  { key, name, read }: KeptSource & { readonly key: string },
): { readonly custom: string | null; readonly kept: string | null } | null {
  const kept = new Map(parseDocument(keptText));
  const value = read(kept.get(name) ?? "");
  if (value === null) return null;
  kept.delete(name);
  return {
    custom: documentText(new Map([...parseDocument(customText), [key, value]])),
    kept: documentText(kept),
  };
}
