/** Countries. Canonical form: the two-letter code of ISO 3166-1, from codes and from names in the main business languages. */
import { type Reading, unreadable } from "../unreadable.ts";
import { trimCell } from "./clean-text.ts";
import { buildCountryNames, COUNTRY_CODES, foldCountryName } from "./country-names.ts";

const COUNTRY_UNKNOWN = unreadable("country_unknown");

const MAX_NAME = 100;
const FLAG = /^[\u{1f1e6}-\u{1f1ff}]{2}$/u;
const REGIONAL_INDICATOR = /[\u{1f1e6}-\u{1f1ff}]/gu;
const IN_PARENTHESES = /^([^()]+)\(([^()]+)\)$/;
/** The letter that a regional indicator symbol stands for. */
const letterOf = (symbol: string): string => String.fromCharCode((symbol.codePointAt(0) ?? 0) - 0x1f1e6 + 0x41);

/** A file spells its few countries in few ways; each is looked up once. */
const MAX_REMEMBERED = 2000;
const remembered = new Map<string, string>();
let names: ReadonlyMap<string, string> | undefined;

function named(text: string): string | undefined {
  const code = COUNTRY_CODES.get(text.toUpperCase());
  if (code !== undefined) return code;
  names ??= buildCountryNames();
  return names.get(foldCountryName(text));
}

/** The code of a name, of a flag, or of `Germany (DE)` where both say the same. */
function codeOf(text: string): string | undefined {
  const code = named(text);
  if (code !== undefined) return code;
  if (FLAG.test(text)) return COUNTRY_CODES.get(text.replace(REGIONAL_INDICATOR, letterOf));
  const [, outside = "", inside = ""] = IN_PARENTHESES.exec(text) ?? [];
  const outer = named(outside.trim());
  return outer === named(inside.trim()) ? outer : undefined;
}

export function normaliseCountry(raw: string): Reading {
  const known = remembered.get(raw);
  if (known !== undefined) return known;
  const text = trimCell(raw);
  if (text === "") return "";
  if (text.length > MAX_NAME) return COUNTRY_UNKNOWN;
  const code = codeOf(text);
  if (code === undefined) return COUNTRY_UNKNOWN;
  if (remembered.size < MAX_REMEMBERED) remembered.set(raw, code);
  return code;
}
