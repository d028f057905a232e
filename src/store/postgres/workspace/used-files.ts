/** Who uses a stored file: imports, and uploads that wait for theirs. */
import type { ImportRef } from "../../../app/ports.ts";
import type { Database } from "../database.ts";

const isKept = "settings #>> '{source,since,expiredAt}' is null";
/** Each by an index of its own: imports are many, and files are dropped one after the other. */
const USERS_OF_A_FILE = `select 1 from import where settings #>> '{source,key}' = $1 and ${isKept}
  union all select 1 from import where settings #>> '{source,original,key}' = $1 and ${isKept}
  union all select 1 from import where settings #>> '{fixes,key}' = $1 and ${isKept}
  union all select 1 from upload where key = $1 and expires_at > 0 limit 1`;
const USERS_OF_ROWS = `select 1 from upload_rows of_upload join upload using (workspace_id, upload_id)
  where of_upload.key = $1 and expires_at > 0 limit 1`;

/** What lines are about, where two imports are compared. */
const SUBJECT = "coalesce(settings ->> 'object', ''), coalesce(settings #>> '{second,contacts}', '')";

export async function usesFile(database: Database, key: string): Promise<boolean> {
  const user = (await database.get(USERS_OF_A_FILE, key)) ?? (await database.get(USERS_OF_ROWS, key));
  return user !== undefined;
}

/** The import that was made of the same file before, about the same; null = none. */
export async function sameFileBefore(database: Database, ref: ImportRef, key: string): Promise<number | null> {
  const row = await database.get(
    `select import_id from import where workspace_id = $1 and import_id < $2 and state = 'done'
     and coalesce(settings #>> '{source,since,former}', settings #>> '{source,key}') = $3
     and (${SUBJECT}) = (select ${SUBJECT} from import where workspace_id = $1 and import_id = $2)
     order by import_id desc limit 1`,
    ...[ref.workspace, ref.import, key],
  );
  return row ? Number(row[0]) : null;
}
