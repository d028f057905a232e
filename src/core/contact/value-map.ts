/** Values that a person, or the header of a known export, wants read as others: `Mr` as `Male`, `yes` as `no`. */
import { trimCell } from "./types/clean-text.ts";
import type { ReadValue } from "./value-reader.ts";

/** What stands in a cell, and the text that is read in its place; `""` = nothing. `*` stands for every cell not named. */
export type ValueMap = readonly (readonly [cell: string, text: string])[];

const ANY_OTHER = "*";

const SPACES = /\s+/g;
/** What spellings of a value share that a map does not tell apart. */
export const valueKey = (text: string): string => trimCell(text).normalize("NFC").toLowerCase().replace(SPACES, " ");

/** Whether the map names what stands in the cell, whatever it is: somebody has said what it means. */
export function namedIn(values: ValueMap): (raw: string) => boolean {
  const cells = new Set(values.map(([cell]) => valueKey(cell)));
  return (raw) => cells.has(valueKey(raw));
}

/**
 * What is read in the place of a cell: by its text, whatever the case, and else by what the field makes of it, so that `yes`
 * also means `TRUE` and `1` where the field holds yes or no. Undefined = the cell is read as it stands.
 *
 * @param reading of the cell by itself; null = it cannot be read
 */
export function mappedText(values: ValueMap): (raw: string, reading: string | null) => string | undefined {
  const texts = new Map(values.map(([cell, text]) => [valueKey(cell), text]));
  const other = texts.get(ANY_OTHER);
  return (raw, reading) =>
    texts.get(valueKey(raw)) ?? (reading === null ? undefined : texts.get(valueKey(reading))) ?? other;
}

/**
 * The map that says something else of one cell. Where what it says of others would hold for the cell, too, that it is read as it
 * stands is said by its own text.
 *
 * @param text undefined = the cell is read as it stands
 */
export function withValue(
  values: ValueMap,
  { raw, reading }: { readonly raw: string; readonly reading: string | null },
  text: string | undefined,
): ValueMap {
  const others = values.filter(([cell]) => valueKey(cell) !== valueKey(raw));
  if (text !== undefined) return [...others, [raw, text]];
  return mappedText(others)(raw, reading) === undefined ? others : [...others, [raw, raw]];
}

export function mappedReader(read: ReadValue, values: ValueMap): ReadValue {
  const textOf = mappedText(values);
  return (raw, rowCountry) => {
    const reading = read(raw, rowCountry);
    const text = textOf(raw, typeof reading === "string" ? reading : null);
    if (text === undefined) return reading;
    return text === "" ? "" : read(text, rowCountry);
  };
}
