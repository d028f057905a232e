/**
 * Phone numbers. Canonical form: E.164 (`+14155550100`), with the extension behind it as RFC 3966 writes it
 * (`+14155550100;ext=5`), because people of one company share a number and differ in the extension. libphonenumber decides;
 * what it calls possible is taken, not only what it calls valid: numbering plans change faster than metadata. A number
 * without `+` is read in the row's country, else the workspace's; without a country it is unreadable, never guessed.
 */
import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { type Reading, unreadable } from "../unreadable.ts";
import { trimCell } from "./clean-text.ts";
import { readPhoneFast } from "./phone-fast-path.ts";
import { planOfCountry } from "./phone-plans.ts";
import { digitsOfPhoneWord } from "./phone-words.ts";
import { SPREADSHEET_DAMAGE, wholeFromScientific } from "./spreadsheet-damage.ts";

const PHONE_UNREADABLE = unreadable("phone_unreadable");

/** The library's own limit; longer text is no phone number. */
const MAX_TEXT = 250;
/** Longer "extensions" are second numbers: `415-555-0100; 415-555-0101`. */
const MAX_EXTENSION = 7;
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
const WIDE_SPACE = /[\s\u00a0]+/g;
/** A letter that touches a digit is a typing slip (`O` for `0`) or another kind of text, unless it announces something. */
const GLUED = /\d(?!x|ext)[a-z]|[a-z](?<!x|ext|extn|tel|phone|ph|mobile|mob|cell|fax)\d/i;
const FLOAT = /^(\+?\d{5,15})\.0$/;
const EXIT_PREFIX = /^\(?00/;

function parse(text: string, country: string): string | null {
  const fast = readPhoneFast(text, country);
  if (fast !== null) return fast;
  const plan = country === "" ? null : planOfCountry(country);
  const options = plan === null ? {} : { defaultCountry: country as "US" };
  const phone = parsePhoneNumberFromString(text, options);
  if (phone === undefined || !phone.isPossible()) return null;
  if (phone.ext === undefined) return phone.number;
  return phone.ext.length > MAX_EXTENSION ? null : `${phone.number};ext=${phone.ext}`;
}

function readCarefully(raw: string, country: string): Reading {
  let text = trimCell(raw).replace(INVISIBLE, "").replace(WIDE_SPACE, " ");
  if (text === "") return "";
  if (text.length > MAX_TEXT) return PHONE_UNREADABLE;
  const whole = wholeFromScientific(text);
  if (whole === "lost") return SPREADSHEET_DAMAGE;
  text = whole ?? FLOAT.exec(text)?.[1] ?? text;
  if (text.startsWith("+1") || planOfCountry(country)?.callingCode === "1") text = digitsOfPhoneWord(text) ?? text;
  if (text.includes("@") || text.includes("//") || GLUED.test(text)) return PHONE_UNREADABLE;
  const number = parse(text, country);
  if (number !== null) return number;
  // 00 is the international prefix of most of the world, and people write it where their own country dials another.
  if (EXIT_PREFIX.test(text)) return parse(text.replace(EXIT_PREFIX, "+"), "") ?? PHONE_UNREADABLE;
  return PHONE_UNREADABLE;
}

/**
 * A spreadsheet makes a number of `+491712345678`, and its `+` is gone: read as a German one it would have 49 twice. Where it is a
 * mobile number with the `+`, it is that one: at home people write such a number with a 0.
 */
function withCodeOnce(number: string, raw: string, country: string): string {
  const code = planOfCountry(country)?.callingCode;
  if (code === undefined || !number.startsWith(`+${code}${code}`)) return number;
  if (raw.includes("+") || !raw.replace(/\D/g, "").startsWith(code)) return number;
  const phone = parsePhoneNumberFromString(`+${number.slice(1 + code.length)}`);
  return phone?.getType() === "MOBILE" && phone.isValid() ? phone.number : number;
}

/** `country`: ISO code of the country whose numbers need no `+`, or `""`. */
export function normalisePhone(raw: string, country: string): Reading {
  const read = readPhoneFast(raw, country) ?? readCarefully(raw, country);
  return typeof read === "string" ? withCodeOnce(read, raw, country) : read;
}
