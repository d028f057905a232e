/**
 * A list as one cell that people can edit and that reads back as exactly this list: its items with a separator between
 * them, or, where an item holds a separator or a quote, the JSON text that lists are stored as.
 */
import type { Field } from "./field.ts";
import { parseList } from "./list-text.ts";
import { valueReader } from "./value-reader.ts";
import type { ValueSettings } from "./value-settings.ts";

/** @param settings what cells of the field are read with */
export function listCell(field: Field, settings: ValueSettings): (stored: string) => string {
  // It has to read back where the workspace's tags are known, and where they are not.
  const reads = [valueReader(field, settings), valueReader(field, { ...settings, knownTags: [] })];
  // Not the comma if it can be helped: the file's own delimiter would have every list quoted.
  const glues = [...new Set([";", ...settings.multiSeparators])].map((separator) =>
    separator.trim() === "" ? separator : `${separator} `,
  );
  return (stored) => {
    const items = parseList(stored);
    for (const glue of glues) {
      const cell = items.join(glue);
      if (reads.every((read) => read(cell) === stored)) return cell;
    }
    return stored;
  };
}
