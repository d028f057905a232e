/**
 * Reads the phone numbers that make up nearly every file without calling libphonenumber, which takes microseconds for
 * each: digits with plain punctuation, in international form or in the national form of a known country. It follows the
 * library's own steps on the library's own data and gives up wherever a step depends on anything else, so that an answer
 * is always the library's answer; a test compares the two over example and random numbers of every country.
 */
import { type Plan, planOfCallingCode, planOfCountry } from "./phone-plans.ts";

const SPACE = 0x20;
const PLUS = 0x2b;
const ZERO = 0x30;

/** Space ( ) - . between digits mean nothing to the library either. */
const isPunctuation = (code: number): boolean =>
  code === SPACE || code === 0x28 || code === 0x29 || code === 0x2d || code === 0x2e;

/** The digits of the text from `from` on, or null when it holds anything but digits and punctuation. */
function digitsOf(text: string, from: number): string | null {
  let digits = "";
  let runStart = -1;
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= ZERO && code <= ZERO + 9) {
      if (runStart < 0) runStart = i;
    } else if (isPunctuation(code)) {
      if (runStart >= 0) digits += text.slice(runStart, i);
      runStart = -1;
    } else {
      return null;
    }
  }
  return runStart < 0 ? digits : digits + text.slice(runStart);
}

/** The national number behind a national prefix, as the library takes it off; null when only the library can tell. */
function withoutPrefix(number: string, plan: Plan): string | null {
  const length = plan.prefix === null ? 0 : (plan.prefix.exec(number)?.[0].length ?? 0);
  if (plan.prefix === null || (length === 0 && !plan.prefix.test(number))) return number;
  if (plan.rewrites) return null;
  const rest = number.slice(length);
  if (plan.national.test(number) && !plan.national.test(rest)) return number;
  return rest.length > plan.longest || (plan.possible >> rest.length) & 1 ? rest : null;
}

function international(national: string | null, plan: Plan): string | null {
  if (national === null || national.length > 17) return null;
  return (plan.possible >> national.length) & 1 ? `+${plan.callingCode}${national}` : null;
}

/** `digits` start with a calling code. */
function readInternational(digits: string): string | null {
  let code = 0;
  for (let i = 0; i < 3 && i < digits.length; i++) {
    code = code * 10 + digits.charCodeAt(i) - ZERO;
    if (code === 0) return null;
    const plan = planOfCallingCode(code);
    if (plan !== null) return international(withoutPrefix(digits.slice(i + 1), plan), plan);
  }
  return null;
}

/** National digits that may start with the country's own calling code by mistake: the library takes it off on two conditions. */
function readWithOwnCode(digits: string, plan: Plan): string | null {
  const kept = withoutPrefix(digits, plan);
  const shorter = withoutPrefix(digits.slice(plan.callingCode.length), plan);
  if (kept === null || shorter === null) return null;
  const fits = ((plan.possible >> kept.length) & 1) === 1;
  if (!fits && kept.length <= plan.longest) return null;
  const better = !plan.national.test(kept) && plan.national.test(shorter);
  if (fits && !better) return international(kept, plan);
  return plan.isMain ? international(shorter, plan) : null;
}

function readNational(digits: string, plan: Plan): string | null {
  if (plan.exit.test(digits)) return null;
  if (digits.startsWith(plan.callingCode)) return readWithOwnCode(digits, plan);
  return international(withoutPrefix(digits, plan), plan);
}

/** The E.164 text, or null: the library has to look at it. `country` is an ISO code or `""`. */
export function readPhoneFast(raw: string, country: string): string | null {
  const length = raw.length;
  if (length < 7 || length > 40) return null;
  // `4155550100.0` is a number that a program has made a float of; its last zero is no digit of the phone.
  if (raw.charCodeAt(length - 1) === ZERO && raw.charCodeAt(length - 2) === 0x2e) return null;
  if (raw.charCodeAt(0) === PLUS) {
    const digits = digitsOf(raw, 1);
    return digits === null ? null : readInternational(digits);
  }
  const plan = country === "" ? null : planOfCountry(country);
  if (plan === null) return null;
  const digits = digitsOf(raw, 0);
  return digits === null || digits === "" ? null : readNational(digits, plan);
}
