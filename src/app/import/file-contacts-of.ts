/** The contacts that lines of a batch share with earlier batches of the file, by key. */
import { type DuplicateLine, type FileContact, fileKey } from "../../core/plan/file-duplicates.ts";
import type { BatchReader } from "../ports.ts";

/** The contact that a line's first key leads to nearly always has its others too: those are not looked up then. */
export async function fileContactsOf(
  reader: Pick<BatchReader, "fileContacts">,
  lines: readonly DuplicateLine[],
): Promise<ReadonlyMap<string, FileContact>> {
  const keysOf = lines.map(({ keys }) => keys.map(fileKey));
  const first = await asked(
    reader,
    keysOf.flatMap(([key]) => key ?? []),
  );
  const known = new Map<string, FileContact>();
  for (const contact of first.values()) for (const key of contact.keys) known.set(key, contact);
  const others = await asked(
    reader,
    keysOf.flatMap(([, ...keys]) => keys.filter((key) => !known.has(key))),
  );
  return new Map([...known, ...first, ...others]);
}

const asked = async (
  reader: Pick<BatchReader, "fileContacts">,
  keys: readonly string[],
): Promise<ReadonlyMap<string, FileContact>> => (keys.length === 0 ? new Map() : reader.fileContacts(keys));
