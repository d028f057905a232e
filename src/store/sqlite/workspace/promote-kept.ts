/** Moves what contacts keep under a name into a field, contact by contact, inside the transaction of whoever asks. */
import type { KeptSource, Promoted } from "../../../app/ports/kept-source.ts";
import { withMoved } from "../../workspace/moved-kept.ts";
import type { Database } from "../database.ts";

/** Contacts looked at with one statement. */
const PAGE = 1_000;

export function moveKept(
  database: Database,
  workspace: number,
  moving: KeptSource & { readonly key: string },
): Promoted {
  const update = database.statement(
    "update contact set custom = ?, kept = ? where workspace_id = ? and contact_id = ?",
  );
  const counts = { read: 0, unread: 0 };
  for (let after = 0; ; ) {
    const rows = database.all(
      `select contact_id, custom, kept from contact where workspace_id = ? and contact_id > ?
         and exists (select 1 from json_each(contact.kept) as entry where entry.key = ?) order by contact_id limit ?`,
      ...[workspace, after, moving.name, PAGE],
    );
    for (const [number = 0, ...documents] of rows) {
      const moved = withMoved(documents, moving);
      if (moved === null) counts.unread++;
      else {
        update.run(moved.custom, moved.kept, workspace, number);
        counts.read++;
      }
    }
    if (rows.length < PAGE) return counts;
    after = Number(rows[rows.length - 1]?.[0] ?? after);
  }
}
