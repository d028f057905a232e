/** Countries. Canonical form: the two-letter code of ISO 3166-1, from codes and from names in the main business languages. */
import { type Reading, unreadable } from "../unreadable.ts";
import { trimCell } from "./clean-text.ts";
import { buildCountryNames, foldCountryName } from "./country-names.ts";

const COUNTRY_UNKNOWN = unreadable("country_unknown");

const MAX_NAME = 100;
const FLAG = /^[\u{1f1e6}-\u{1f1ff}]{2}$/u;
const REGIONAL_INDICATOR = /[\u{1f1e6}-\u{1f1ff}]/gu;
const IN_PARENTHESES = /^([^()]+)\(([^()]+)\)$/;
/** The letter that a regional indicator symbol stands for. */
const letterOf = (symbol: string): string => String.fromCharCode((symbol.codePointAt(0) ?? 0) - 0x1f1e6 + 0x61);

/** A file spells its few countries in few ways; each is looked up once. */
const MAX_REMEMBERED = 2000;
const remembered = new Map<string, string>();
let names: ReadonlyMap<string, string> | undefined;

/** The code of a name, of a flag, or of `Germany (DE)` where both say the same. */
function codeOf(text: string): string | undefined {
  names ??= buildCountryNames();
  const code = names.get(foldCountryName(text));
  if (code !== undefined) return code;
  const flag = FLAG.exec(text)?.[0];
  if (flag !== undefined) return names.get(foldCountryName(flag.replace(REGIONAL_INDICATOR, letterOf)));
  const [, outside = "", inside = ""] = IN_PARENTHESES.exec(text) ?? [];
  const named = names.get(foldCountryName(outside));
  return named === names.get(foldCountryName(inside)) ? named : undefined;
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
