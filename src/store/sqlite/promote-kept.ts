/** Moves what contacts keep under a name into a field, contact by contact, inside the transaction of whoever asks. */

import type { KeptSource, Promoted } from "../../app/ports/kept-source.ts";
import type { Database, DbRow, SqlValue } from "./database.ts";
import { documentText, parseDocument } from "./object-table.ts";

/** Contacts looked at with one statement. */
const PAGE = 1_000;

export function moveKept(
  database: Database,
  workspace: number,
  { key, name, read }: KeptSource & { readonly key: string },
): Promoted {
  const update = database.statement(
    "update contact set custom = ?, kept = ? where workspace_id = ? and contact_id = ?",
  );
  const counts = { read: 0, unread: 0 };
  for (let after = 0; ; ) {
    const rows = database.all(
      `select contact_id, custom, kept from contact where workspace_id = ? and contact_id > ?
         and exists (select 1 from json_each(contact.kept) as entry where entry.key = ?) order by contact_id limit ?`,
      ...[workspace, after, name, PAGE],
    );
    for (const row of rows) {
      const moved = withMoved(row, { key, name, read });
      if (moved === null) counts.unread++;
      else {
        update.run(...moved, workspace, row[0] ?? 0);
        counts.read++;
      }
    }
    if (rows.length < PAGE) return counts;
    after = Number(rows[rows.length - 1]?.[0] ?? after);
  }
}

/** Both documents as they should be; null where the text cannot be read. */
function withMoved(
  [, customText, keptText]: DbRow,
  { key, name, read }: Parameters<typeof moveKept>[2],
): readonly SqlValue[] | null {
  const kept = new Map(parseDocument(keptText));
  const value = read(kept.get(name) ?? "");
  if (value === null) return null;
  kept.delete(name);
  return [documentText(new Map([...parseDocument(customText), [key, value]])), documentText(kept)];
}
