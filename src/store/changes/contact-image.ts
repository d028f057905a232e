/** A contact's row as a document: what is kept of one that is deleted and may come back. */
import type { DbRow } from "../db-row.ts";
import { heldValues, objectTable } from "../objects/object-table.ts";

const { columns } = objectTable("contact");
export const IMAGE_COLUMNS: readonly string[] = [
  "created_by",
  "created_line",
  "created_at",
  "updated_at",
  ...columns,
  "custom",
  "kept",
];

/** By column. */
export type ContactImage = Readonly<Record<string, string | number | null>>;

export const asContactImage = (row: DbRow): ContactImage =>
  Object.fromEntries(IMAGE_COLUMNS.map((column, at) => [column, row[at] as string | number | null]));

/** What the contact held, by field key. */
export const heldInImage = (image: ContactImage): ReadonlyMap<string, string> =>
  heldValues(
    columns,
    columns.map((column) => image[column] ?? null),
    [image.custom, image.kept],
  );
