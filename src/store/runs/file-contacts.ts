/** What several lines of a file share, out of rows of both databases. */
import type { FileContact } from "../../core/plan/file-duplicates.ts";
import type { DbRow } from "../db-row.ts";

/** What `fileContactsOf` reads of each, in its order. */
export const FILE_CONTACT_COLUMNS = "lead, contact_id, said, current, keys, is_left";

/** By key. @param leads rows of key and lead; @param rows by lead */
export function fileContactsOf(leads: readonly DbRow[], rows: readonly DbRow[]): ReadonlyMap<string, FileContact> {
  const byLead = new Map(rows.map((row) => [Number(row[0]), asFileContact(row)]));
  return new Map(
    leads.flatMap(([key, lead]) => {
      const shared = byLead.get(Number(lead));
      return shared === undefined ? [] : [[String(key), shared] as const];
    }),
  );
}

const asFileContact = ([lead, contact, said, current, keys, isLeft]: DbRow): FileContact => ({
  lead: Number(lead),
  contact: contact === null ? null : Number(contact),
  said: JSON.parse(String(said)),
  current: JSON.parse(String(current)),
  keys: JSON.parse(String(keys)),
  isLeft: isLeft === 1,
});
