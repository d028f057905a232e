/** A stored source file as a table's bytes. */
import type { ImportSettings } from "../import/import-settings.ts";
import type { TableBytes } from "../ports/table-bytes.ts";
import type { Ports } from "../ports.ts";

export function storedTable(
  { files }: Pick<Ports, "files">,
  { key, bytes }: Pick<ImportSettings["source"], "key" | "bytes">,
): TableBytes {
  return {
    size: bytes,
    slice: (offset, length) => files.slice(key, offset, length),
    bytes: (offset) => files.read(key, offset),
  };
}
