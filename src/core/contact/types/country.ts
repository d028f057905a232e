/** Countries. Canonical form: the two-letter code of ISO 3166-1, from codes and from names in the main business languages. */
import { type Reading, unreadable } from "../unreadable.ts";
import { trimCell } from "./clean-text.ts";
import { buildCountryNames, foldCountryName } from "./country-names.ts";

const COUNTRY_UNKNOWN = unreadable("country_unknown");

const MAX_NAME = 100;
/** A file spells its few countries in few ways; each is looked up once. */
const MAX_REMEMBERED = 2000;
const remembered = new Map<string, string>();
let names: ReadonlyMap<string, string> | undefined;

export function normaliseCountry(raw: string): Reading {
  const known = remembered.get(raw);
  if (known !== undefined) return known;
  const text = trimCell(raw);
  if (text === "") return "";
  if (text.length > MAX_NAME) return COUNTRY_UNKNOWN;
  names ??= buildCountryNames();
  const code = names.get(foldCountryName(text));
  if (code === undefined) return COUNTRY_UNKNOWN;
  if (remembered.size < MAX_REMEMBERED) remembered.set(raw, code);
  return code;
}
