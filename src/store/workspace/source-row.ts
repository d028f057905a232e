/** A connected source as both databases keep it. */
import type { Source, SourceKind, SourceOption } from "../../core/authority/source.ts";
import type { DbRow } from "../db-row.ts";

export const SOURCE_COLUMNS = "name, kind, options";

/** A name is given once, whatever its case. */
export const sourceKey = (name: string): string => name.toLowerCase();

export const asSource = ([name, kind, options]: DbRow): Source => ({
  name: String(name),
  kind: String(kind) as SourceKind,
  options: JSON.parse(String(options)) as readonly SourceOption[],
});
