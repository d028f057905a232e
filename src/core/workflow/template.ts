/** Texts with places for a contact's values: `Hello {{first_name|there}}`, where `there` stands in for a missing name. */
import { parseList } from "../contact/list-text.ts";

const PLACE = /\{\{\s*([^{}|]*?)\s*(?:\|([^{}]*))?\}\}/g;

/** The keys of the fields that a text asks for. */
export const placesIn = (text: string): readonly string[] => [...text.matchAll(PLACE)].map(([, key = ""]) => key);

/** @param harmless makes a value harmless where the text goes */
export const fillTemplate = (
  text: string,
  values: ReadonlyMap<string, string>,
  harmless: (value: string) => string = (value) => value,
): string =>
  text.replace(PLACE, (_, key: string, otherwise: string | undefined) => {
    const value = plainText(values.get(key) ?? "");
    return value === "" ? (otherwise ?? "") : harmless(value);
  });

/** Lists are kept as JSON text. */
const plainText = (value: string): string => {
  const items = value.startsWith("[") ? parseList(value) : [];
  return items.length > 0 ? items.join(", ") : value;
};
