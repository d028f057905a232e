/** What the phone numbers of two contacts say about their being one person. */
import type { Evidence } from "./evidence.ts";
import { oneSlip } from "./one-slip.ts";

const EXTENSION = ";ext=";
/** Last digits in which numbers agree that were read in two countries. */
const ENDING_DIGITS = 8;

/** Null where one of them has no number. @param phones E.164, with an extension as RFC 3966 writes it */
export function comparePhones(one: readonly string[], other: readonly string[]): Evidence | null {
  let best: Evidence | null = null;
  for (const phone of one) {
    for (const candidate of other) {
      const found = compare(phone, candidate);
      if (best === null || found.weight > best.weight) best = found;
    }
  }
  return best;
}

function compare(one: string, other: string): Evidence {
  if (one === other) return { weight: 0.68, says: `same phone, ${one}` };
  const both = `${one} and ${other}`;
  const [[number = "", extension], [otherNumber = "", otherExtension]] = [one.split(EXTENSION), other.split(EXTENSION)];
  if (number === otherNumber) {
    if (extension !== undefined && otherExtension !== undefined)
      return { weight: 0, says: `two extensions of one phone, ${both}` };
    return { weight: 0.4, says: `same phone, one with an extension, ${both}` };
  }
  if (phoneEnding(one) === phoneEnding(other))
    return { weight: 0.55, says: `phones differ only in how they begin, ${both}` };
  const slip = oneSlip(number, otherNumber);
  if (slip !== null) return { weight: 0.42, says: `phones differ by a digit, ${both}` };
  return { weight: -0.04, says: `phones differ, ${both}` };
}

/** The digits that neither the country nor an extension changes. */
export const phoneEnding = (phone: string): string =>
  (phone.split(EXTENSION)[0] ?? "").replace(/\D/g, "").slice(-ENDING_DIGITS);
