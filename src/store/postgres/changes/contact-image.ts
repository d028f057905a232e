/** Contacts that are deleted and may come back: read whole, and put back under their old number. */
import { asContactImage, type ContactImage, IMAGE_COLUMNS } from "../../changes/contact-image.ts";
import { copyLine } from "../copy-line.ts";
import { bigints, type Database } from "../database.ts";
import { countBack } from "../objects/search-index.ts";

/** By number; those that there are. */
export async function readContactImages(
  database: Database,
  workspace: number,
  contacts: readonly number[],
): Promise<ReadonlyMap<number, ContactImage>> {
  const rows = await database.all(
    `select contact_id, ${IMAGE_COLUMNS.join(", ")} from contact
     where workspace_id = $1 and contact_id = any($2::bigint[])`,
    ...[workspace, bigints(contacts)],
  );
  return new Map(rows.map(([number, ...image]) => [Number(number), asContactImage(image)]));
}

/** The contacts are there again under their old numbers. Their keys are the caller's. */
export async function insertImages(
  database: Database,
  workspace: number,
  images: ReadonlyMap<number, ContactImage>,
): Promise<void> {
  await database.copy(
    `contact (workspace_id, contact_id, ${IMAGE_COLUMNS.join(", ")})`,
    [...images].map(([number, image]) =>
      copyLine([workspace, number, ...IMAGE_COLUMNS.map((column) => image[column] ?? null)]),
    ),
  );
  await countBack(database, workspace, [...images.keys()]);
}
