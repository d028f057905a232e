/** Contacts that are deleted and may come back: read whole, and put back under their old number. */
import { asContactImage, type ContactImage, IMAGE_COLUMNS } from "../../changes/contact-image.ts";
import type { Database } from "../database.ts";
import { countBack } from "../objects/search-index.ts";

/** Null where there is no such contact. */
export function readContactImage(database: Database, workspace: number, contact: number): ContactImage | null {
  const row = database.get(
    `select ${IMAGE_COLUMNS.join(", ")} from contact where workspace_id = ? and contact_id = ?`,
    ...[workspace, contact],
  );
  return row ? asContactImage(row) : null;
}

/** The contact is there again under its old number. Its keys are the caller's. */
export function insertImage(
  database: Database,
  { workspace, contact }: { readonly workspace: number; readonly contact: number },
  image: ContactImage,
): void {
  database.run(
    `insert into contact (workspace_id, contact_id, ${IMAGE_COLUMNS.join(", ")})
     values (?, ?, ${IMAGE_COLUMNS.map(() => "?").join(", ")})`,
    ...[workspace, contact],
    ...IMAGE_COLUMNS.map((column) => image[column] ?? null),
  );
  countBack(database, workspace, contact);
}
