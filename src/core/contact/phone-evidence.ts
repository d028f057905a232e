/**
 * Which country the numbers of a file belong to that do not say theirs, as far as the numbers themselves show it: all are
 * written the North American way, or those that do say a country name one, and the others are real numbers of that one.
 * It is asked only where neither a column nor the workspace names a country; a single number that does not fit leaves
 * everything open.
 */
import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { trimCell } from "./types/clean-text.ts";
import { mainCountry, planOfCallingCode } from "./types/phone-plans.ts";

type PhoneWitness = { count: number; readonly line: number; readonly text: string };

/** What the phone columns of a file show: plain data, so that it may cross threads. */
export type PhoneWitnesses = {
  /** Numbers that name no country, and how many of these are written `(415) 555-0100` or `415-555-0100`. */
  national: PhoneWitness | null;
  american: PhoneWitness | null;
  /** By the three digits behind `+`. */
  readonly abroad: Record<string, PhoneWitness>;
  /** National numbers from all over the column, to be tried in a country. */
  samples: string[];
  /** Every how many-th national number is a sample; 0 = the samples are not known. */
  stride: number;
};

export type PhoneCountry = { readonly country: string; readonly says: string };

const PLUS = 0x2b;
const ZERO = 0x30;
/** Both parts of a North American number start with 2 to 9, and a mark stands between them. */
const AMERICAN = /^(?:1[ .-]?)?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[.-])[2-9]\d{2}[ .-]\d{4}(?: ?(?:x|ext\.?) ?\d{1,6})?$/i;
const SEVEN_DIGITS = /(?:\d\D*){7}/;
/** Several numbers in one cell are judged by nobody. */
const SEVERAL = /[;,\n]|:::| \/ /;
const MOST_SAMPLES = 200;
const MAX_TEXT = 40;
/** Fewer prove nothing. */
const ENOUGH_AMERICAN = 5;
const ENOUGH_ABROAD = 3;

export const noPhoneWitnesses = (): PhoneWitnesses => ({
  national: null,
  american: null,
  abroad: {},
  samples: [],
  stride: 1,
});

/** `line`: physical line of the file where the cell's row starts. */
export function observePhone(found: PhoneWitnesses, raw: string, line: number): void {
  if (raw.charCodeAt(0) === PLUS) {
    const code = raw.slice(1, 4);
    const known = found.abroad[code];
    if (known === undefined) found.abroad[code] = { count: 1, line, text: raw.slice(0, MAX_TEXT) };
    else known.count++;
    return;
  }
  const text = trimCell(raw);
  if (text.length > MAX_TEXT || SEVERAL.test(text) || !SEVEN_DIGITS.test(text)) return;
  if (text.charCodeAt(0) === ZERO && text.charCodeAt(1) === ZERO) return;
  found.national = noted(found.national, text, line);
  if (AMERICAN.test(text)) found.american = noted(found.american, text, line);
  takeSample(found, text);
}

const noted = (known: PhoneWitness | null, text: string, line: number): PhoneWitness =>
  known === null ? { count: 1, line, text } : { ...known, count: known.count + 1 };

function takeSample(found: PhoneWitnesses, text: string): void {
  if (((found.national?.count ?? 1) - 1) % found.stride !== 0) return;
  found.samples.push(text);
  if (found.samples.length < MOST_SAMPLES) return;
  found.samples = found.samples.filter((_, at) => at % 2 === 0);
  found.stride *= 2;
}

/** The evidence of two columns, or of two parts of one, whose line numbers lack `linesBefore`. */
export function joinPhones(one: PhoneWitnesses, other: PhoneWitnesses, linesBefore = 0): PhoneWitnesses {
  const joined = (ours: PhoneWitness | null, theirs: PhoneWitness | null): PhoneWitness | null => {
    if (theirs === null) return ours;
    const moved = { ...theirs, line: theirs.line + linesBefore };
    if (ours === null) return moved;
    return { ...(moved.line < ours.line ? moved : ours), count: ours.count + theirs.count };
  };
  const codes = new Set([...Object.keys(one.abroad), ...Object.keys(other.abroad)]);
  const abroad = Object.fromEntries(
    [...codes].flatMap((code) => {
      const witness = joined(one.abroad[code] ?? null, other.abroad[code] ?? null);
      return witness === null ? [] : [[code, witness]];
    }),
  );
  return {
    national: joined(one.national, other.national),
    american: joined(one.american, other.american),
    abroad,
    samples: [...one.samples, ...other.samples],
    stride: Math.max(one.stride, other.stride),
  };
}

/** Null where the numbers do not show it. */
export function decidePhoneCountry(found: PhoneWitnesses): PhoneCountry | null {
  if (found.national === null) return null;
  const american = allAmerican(found);
  if (american !== null) {
    const says = `${shown(american)} and all other numbers without a country are written the North American way: they are read as +1`;
    return { country: "US", says };
  }
  const named = namedByAll(found);
  if (named === null || !found.samples.every((text) => isNumberOf(text, named.country))) return null;
  const { country, witness } = named;
  const says = `${shown(witness)} and all other numbers that name a country are of ${country}, and the others are numbers of it: they are read so`;
  return { country, says };
}

/** Whether it is decided by what numbers that name no country are in the one that the others name. */
export const asksSamples = (found: PhoneWitnesses): boolean =>
  found.national !== null && allAmerican(found) === null && namedByAll(found) !== null;

/** The first of them, where all numbers that name no country are written so. */
const allAmerican = ({ national, american }: PhoneWitnesses): PhoneWitness | null =>
  american !== null && american.count === national?.count && american.count >= ENOUGH_AMERICAN ? american : null;

/** The country that all numbers name that name one, and the first of them. */
function namedByAll({ abroad }: PhoneWitnesses): { readonly country: string; readonly witness: PhoneWitness } | null {
  const named = Object.entries(abroad).map(([digits, witness]) => ({ country: countryOf(digits), witness }));
  const [first] = named;
  if (first?.country === undefined || named.some(({ country }) => country !== first.country)) return null;
  const { country, witness } = first;
  if (country === null || named.reduce((sum, one) => sum + one.witness.count, 0) < ENOUGH_ABROAD) return null;
  return { country, witness };
}

/** Countries that share a calling code are told apart by nobody here: the main one is right for the code itself. */
function countryOf(digits: string): string | null {
  for (let length = 1; length <= 3; length++) {
    const plan = planOfCallingCode(Number(digits.slice(0, length)));
    if (plan !== null) return mainCountry(plan.callingCode);
  }
  return null;
}

function isNumberOf(text: string, country: string): boolean {
  const number = parsePhoneNumberFromString(text, { defaultCountry: country as "US", extract: false });
  return number?.isValid() === true;
}

const shown = ({ text, line }: PhoneWitness): string => `${text} on line ${line}`;
