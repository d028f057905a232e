/** Who uses a stored file: imports, and uploads that wait for theirs. */
import type { ImportRef } from "../../../app/ports.ts";
import type { Database } from "../database.ts";

const isKept = "settings ->> '$.source.since.expiredAt' is null";
/** Each by an index of its own: imports are many, and files are dropped one after the other. */
const USERS_OF_A_FILE = `select 1 from import indexed by import_source where settings ->> '$.source.key' = ?1 and ${isKept}
  union all select 1 from import indexed by import_original where settings ->> '$.source.original.key' = ?1 and ${isKept}
  union all select 1 from import indexed by import_fixes where settings ->> '$.fixes.key' = ?1 and ${isKept}
  union all select 1 from upload where key = ?1 and expires_at > 0
  union all select 1 from upload_rows of_upload join upload using (workspace_id, upload_id)
    where of_upload.key = ?1 and expires_at > 0 limit 1`;

export function usesFile(database: Database, key: string): boolean {
  return database.get(USERS_OF_A_FILE, key) !== undefined;
}

/** The import that was made of the same file before, about the same; null = none. */
export function sameFileBefore(database: Database, ref: ImportRef, key: string): number | null {
  const row = database.get(
    `select import_id from import where workspace_id = ?1 and import_id < ?2 and state = 'done'
     and ifnull(settings ->> '$.source.since.former', settings ->> '$.source.key') = ?3
     and (ifnull(settings ->> '$.object', ''), ifnull(settings ->> '$.second.contacts', '')) = (
       select ifnull(settings ->> '$.object', ''), ifnull(settings ->> '$.second.contacts', '') from import
       where workspace_id = ?1 and import_id = ?2) order by import_id desc limit 1`,
    ...[ref.workspace, ref.import, key],
  );
  return row ? Number(row[0]) : null;
}
