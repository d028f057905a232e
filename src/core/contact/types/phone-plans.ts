/**
 * Telephone numbering plans, made from libphonenumber's metadata: which lengths are possible, and which prefixes the
 * library would look at. They let `phone-fast-path.ts` answer the common case; nothing here knows more than the library.
 * The full (`max`) metadata is taken: with the small one the library tells countries that share a calling code apart by
 * fewer patterns.
 */
import metadata from "libphonenumber-js/max/metadata";

export type Plan = {
  readonly callingCode: string;
  /** The library reads numbers in international form with this plan: it is the main country of its calling code. */
  readonly isMain: boolean;
  /** Bit n is set where n digits are possible in EVERY country of the calling code. */
  readonly possible: number;
  /** More digits than this are too many in every country of the calling code. */
  readonly longest: number;
  /** What dials out of the country (00, 011): a number that starts so is international. */
  readonly exit: RegExp;
  /** National number in full. */
  readonly national: RegExp;
  /** National prefix (0, 1); null where there is none. */
  readonly prefix: RegExp | null;
  /** The prefix has groups that rewrite the number; only the library does that. */
  readonly rewrites: boolean;
};

/** Positions in a country's entry; see METADATA.md of libphonenumber-js, version 4. */
const CALLING_CODE = 0;
const EXIT = 1;
const NATIONAL = 2;
const LENGTHS = 3;
const NATIONAL_PREFIX = 5;
const PREFIX_FOR_PARSING = 7;
const TRANSFORM = 8;

type Entry = readonly unknown[];

const countries: Readonly<Record<string, Entry | undefined>> = metadata.countries;
const global: Readonly<Record<string, Entry | undefined>> = metadata.nonGeographic;
const callingCodes: Readonly<Record<string, readonly string[] | undefined>> = metadata.country_calling_codes;

const lengthsOf = (entry: Entry): readonly number[] => entry[LENGTHS] as readonly number[];
const lengthBits = (entry: Entry): number => lengthsOf(entry).reduce((bits, length) => bits | (1 << length), 0);

/** Every entry that shares the calling code. */
function entriesOf(callingCode: string): readonly Entry[] {
  const codes = callingCodes[callingCode];
  const entries = codes === undefined ? [global[callingCode]] : codes.map((code) => countries[code]);
  return entries.filter((entry) => entry !== undefined);
}

function compile(entry: Entry, isMain: boolean): Plan {
  const callingCode = String(entry[CALLING_CODE]);
  const siblings = entriesOf(callingCode);
  const prefix = entry[PREFIX_FOR_PARSING] || entry[NATIONAL_PREFIX];
  return {
    callingCode,
    isMain,
    possible: siblings.map(lengthBits).reduce((a, b) => a & b),
    longest: Math.max(...siblings.flatMap(lengthsOf)),
    exit: new RegExp(`^(?:${String(entry[EXIT])})`),
    national: new RegExp(`^(?:${String(entry[NATIONAL])})$`),
    prefix: prefix ? new RegExp(`^(?:${String(prefix)})`) : null,
    rewrites: Boolean(entry[TRANSFORM]) || String(prefix).replaceAll("(?:", "").includes("("),
  };
}

/** Compiled on first use: a file has numbers of a few countries, the world has 245. */
const byCountry = new Map<string, Plan | null>();
const byCallingCode: (Plan | null | undefined)[] = [];

/** Plan of a country by its ISO code, or null where the library knows none. */
export function planOfCountry(country: string): Plan | null {
  let plan = byCountry.get(country);
  if (plan === undefined) {
    const entry = Object.hasOwn(countries, country) ? countries[country] : undefined;
    plan = entry === undefined ? null : compile(entry, callingCodes[String(entry[CALLING_CODE])]?.[0] === country);
    byCountry.set(country, plan);
  }
  return plan;
}

/** Main plan of a calling code (1 to 999), or null where nobody has it. No calling code is the start of another. */
export function planOfCallingCode(callingCode: number): Plan | null {
  let plan = byCallingCode[callingCode];
  if (plan === undefined) {
    const [entry] = entriesOf(String(callingCode));
    plan = entry === undefined ? null : compile(entry, true);
    byCallingCode[callingCode] = plan;
  }
  return plan;
}

/** ISO code of the country that a calling code is foremost of; null for codes of no country. */
export const mainCountry = (callingCode: string): string | null => callingCodes[callingCode]?.[0] ?? null;
