/** Values that a person, or the header of a known export, wants read as others: `Mr` as `Male`, `yes` as `no`. */
import { trimCell } from "./types/clean-text.ts";
import type { Reading } from "./unreadable.ts";
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

type Split = (text: string) => readonly string[];

/**
 * What is read in the place of a cell: by its text, whatever the case, and else by what the field makes of it, so that `yes`
 * also means `TRUE` and `1` where the field holds yes or no. Undefined = the cell is read as it stands.
 *
 * @param reading of the cell by itself, asked only where the text is not named; null = it cannot be read
 */
export function mappedText(values: ValueMap): (raw: string, reading: () => string | null) => string | undefined {
  const { texts, other } = compiled(values);
  return (raw, reading) => {
    const text = texts.get(valueKey(raw));
    if (text !== undefined) return text;
    const read = reading();
    return (read === null ? undefined : texts.get(valueKey(read))) ?? other;
  };
}

/**
 * What is read in the place of the values of a list: a cell that is named goes before its values, and `*` stands for those that are not.
 * Undefined = neither the cell nor any of its values is named.
 *
 * @param split parts a cell, and a text of the map, into its values
 */
function mappedItems(values: ValueMap, split: Split): (raw: string) => readonly string[] | undefined {
  const { texts, other } = compiled(values);
  const valuesOf = (text: string): readonly string[] => (text === "" ? [] : split(text));
  return (raw) => {
    const whole = texts.get(valueKey(raw));
    if (whole !== undefined) return valuesOf(whole);
    const items = split(raw).filter((item) => valueKey(item) !== "");
    const named = items.map((item) => texts.get(valueKey(item)));
    if (other === undefined && named.every((text) => text === undefined)) return undefined;
    return items.flatMap((item, at) => {
      const text = named[at] ?? other;
      return text === undefined ? [item] : valuesOf(text);
    });
  };
}

/** A cell as it stands in a column, with what the field makes of it and, where that is a list, the values that it is parted into. */
type Cell = { readonly raw: string; readonly reading: string | null; readonly items?: readonly string[] | undefined };

/** What a person is shown in the place of the cell. Undefined = it is read as it stands, also where its own text says so. */
export function shownInstead(values: ValueMap, cell: Cell): string | undefined {
  const text = textInstead(values, cell);
  const own = cell.items?.join(", ") ?? cell.raw;
  return text !== undefined && valueKey(text) === valueKey(own) ? undefined : text;
}

function textInstead(values: ValueMap, { raw, reading, items }: Cell): string | undefined {
  if (items === undefined) return mappedText(values)(raw, () => reading);
  // A text of the map stands as it is written, whatever it is parted into.
  return mappedItems(values, (text) => (text === raw ? items : [text]))(raw)?.join(", ");
}

/**
 * The map that says something else of one cell. Where what it says of others would hold for the cell, too, that it is read as it
 * stands is said by its own text.
 *
 * @param text undefined = the cell is read as it stands
 */
export function withValue(values: ValueMap, cell: Cell, text: string | undefined): ValueMap {
  const { raw } = cell;
  const others = values.filter(([one]) => valueKey(one) !== valueKey(raw));
  if (text !== undefined) return [...others, [raw, text]];
  return textInstead(others, cell) === undefined ? others : [...others, [raw, raw]];
}

function compiled(values: ValueMap) {
  const texts = new Map(values.map(([cell, text]) => [valueKey(cell), text]));
  return { texts, other: texts.get(ANY_OTHER) };
}

/** @param split of a list's cells; null = the field holds one value */
export function mappedReader(read: ReadValue, values: ValueMap, split: Split | null = null): ReadValue {
  return split === null ? mappedCell(read, values) : mappedList(read, mappedItems(values, split));
}

function mappedCell(read: ReadValue, values: ValueMap): ReadValue {
  const textOf = mappedText(values);
  return (raw, rowCountry) => {
    let reading: Reading | null = null;
    const text = textOf(raw, () => {
      reading = read(raw, rowCountry);
      return typeof reading === "string" ? reading : null;
    });
    if (text === undefined) return reading ?? read(raw, rowCountry);
    return text === "" ? "" : readInstead(text, read(text, rowCountry));
  };
}

/** What cannot be read is the map's text, not the cell's. */
const readInstead = (text: string, reading: Reading): Reading =>
  typeof reading === "string" ? reading : { ...reading, params: { ...reading.params, instead: text } };

const mappedList =
  (read: ReadValue, itemsOf: (raw: string) => readonly string[] | undefined): ReadValue =>
  (raw, rowCountry) => {
    const items = itemsOf(raw);
    if (items === undefined) return read(raw, rowCountry);
    // What is parted stays so.
    return items.length === 0 ? "" : read(JSON.stringify(items), rowCountry);
  };
