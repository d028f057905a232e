/** A stored source file as a table's bytes. */
import type { ImportSettings } from "./import-settings.ts";
import type { Ports } from "./ports.ts";
import type { TableBytes } from "./table-bytes.ts";

export function storedTable(ports: Ports, source: ImportSettings["source"]): TableBytes {
  return {
    size: source.bytes,
    slice: (offset, length) => ports.files.slice(source.key, offset, length),
    bytes: () => ports.files.read(source.key),
  };
}
