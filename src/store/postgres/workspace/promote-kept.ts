/** Moves what contacts keep under a name into a field, page by page, inside the transaction of whoever asks. */
import type { KeptSource, Promoted } from "../../../app/ports/kept-source.ts";
import { withMoved } from "../../workspace/moved-kept.ts";
import { bigints, type Database } from "../database.ts";

/** Contacts looked at with one statement, and written with another. */
const PAGE = 1_000;

export async function moveKept(
  database: Database,
  workspace: number,
  moving: KeptSource & { readonly key: string },
): Promise<Promoted> {
  const counts = { read: 0, unread: 0 };
  for (let after = 0; ; ) {
    const rows = await database.all(
      `select contact_id, custom, kept from contact where workspace_id = $1 and contact_id > $2 and kept ? $3::text
       order by contact_id limit ${PAGE}`,
      ...[workspace, after, moving.name],
    );
    const moved = rows.flatMap(([number, ...documents]) => {
      const now = withMoved(documents, moving);
      return now === null ? [] : [{ number: Number(number), ...now }];
    });
    await database.run(
      `update contact set custom = moved.custom::jsonb, kept = moved.kept::jsonb
       from unnest($2::bigint[], $3::text[], $4::text[]) as moved (contact_id, custom, kept)
       where contact.workspace_id = $1 and contact.contact_id = moved.contact_id`,
      workspace,
      bigints(moved.map(({ number }) => number)),
      moved.map(({ custom }) => custom),
      moved.map(({ kept }) => kept),
    );
    counts.read += moved.length;
    counts.unread += rows.length - moved.length;
    if (rows.length < PAGE) return counts;
    after = Number(rows[rows.length - 1]?.[0] ?? after);
  }
}
