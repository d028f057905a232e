/**
 * Postal codes: text as it is typed, because every country has its own. One thing is put right: where a country's codes
 * are five digits, a spreadsheet has taken the zeros in front, and nothing else than those can be missing.
 */
import type { Reading } from "../unreadable.ts";
import { cleanLine } from "./clean-text.ts";

/** Countries whose codes all have five digits and may start with zero. */
const FIVE_DIGITS: ReadonlySet<string> = new Set(
  "US DE FR ES IT FI EE HR LT ME RS UA TR MX MY TH KR SA MA DZ CU PR VI GU GP MQ RE GF YT MC SM VA".split(" "),
);
const SHORTENED = /^\d{3,4}$/;
/** An apostrophe that made it a text, so that the zeros stayed, is no part of the code. */
const TEXT_MARK = /^'/;

/** `country`: ISO code of the row's own country, or `""`. */
export function normalisePostalCode(raw: string, country: string): Reading {
  const text = cleanLine(raw.replace(TEXT_MARK, ""));
  if (typeof text !== "string" || !SHORTENED.test(text) || !FIVE_DIGITS.has(country)) return text;
  return text.padStart(5, "0");
}
