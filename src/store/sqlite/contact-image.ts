/** A contact's row as a document: what is kept of one that is deleted and may come back. */
import type { Database } from "./database.ts";
import { heldValues, objectTable } from "./object-table.ts";
import { countBack } from "./search-index.ts";

const { columns } = objectTable("contact");
const IMAGE_COLUMNS = ["created_by", "created_line", "created_at", "updated_at", ...columns, "custom", "kept"];

/** By column. */
export type ContactImage = Readonly<Record<string, string | number | null>>;

/** Null where there is no such contact. */
export function readContactImage(database: Database, workspace: number, contact: number): ContactImage | null {
  const row = database.get(
    `select ${IMAGE_COLUMNS.join(", ")} from contact where workspace_id = ? and contact_id = ?`,
    ...[workspace, contact],
  );
  return row
    ? Object.fromEntries(IMAGE_COLUMNS.map((column, at) => [column, row[at] as string | number | null]))
    : null;
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

/** What the contact held, by field key. */
export const heldInImage = (image: ContactImage): ReadonlyMap<string, string> =>
  heldValues(
    columns,
    columns.map((column) => image[column] ?? null),
    [image.custom, image.kept],
  );
