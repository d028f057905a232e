/**
 * Several addresses or numbers in a cell that should hold one: `a@x.co ::: b@x.co`, `0711 5550143 oder 0171 5550143`. The
 * first stays, the others go to the list beside the field; a cell of which any part cannot be read stays unreadable.
 */
import type { Field } from "./field.ts";
import { parseList } from "./list-text.ts";
import { partedByWords } from "./types/list.ts";
import { valueReader } from "./value-reader.ts";
import type { ValueSettings } from "./value-settings.ts";

/** Null where the cell does not hold several values that can all be read. */
export type ReadSeveral = (raw: string, rowCountry?: string | undefined) => readonly string[] | null;

/** Longer cells are prose. */
const MAX_TEXT = 1_000;

/** @param list the field beside: a list of the same values */
export function severalReader(list: Field, settings: ValueSettings): ReadSeveral {
  const read = valueReader(list, settings);
  return (raw, rowCountry) => {
    if (raw.length > MAX_TEXT) return null;
    const reading = read(partedByWords(raw) ?? raw, rowCountry);
    const values = typeof reading === "string" ? parseList(reading) : [];
    return values.length > 1 ? values : null;
  };
}
