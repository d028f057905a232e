/** What the plain ASCII of a file says about its language: the countries of its addresses and phone numbers. */
import type { EastAsianLanguage } from "./frequent-characters.ts";
import type { Language } from "./letter-pairs.ts";

type AnyLanguage = Language | EastAsianLanguage;

/** What is to be added to the logarithm of a language's likelihood. */
export type CountryHints = (language: AnyLanguage | undefined) => number;

/** Every address is from there: as much as two letters that tell. */
const FULL_WEIGHT = 5;

const LANGUAGES: Readonly<Record<string, AnyLanguage>> = {
  ...languageOf("german", "de at ch 49 43 41"),
  ...languageOf("french", "fr 33"),
  ...languageOf("spanish", "es mx ar cl co pe 34 52 54 56 57 51"),
  ...languageOf("portuguese", "pt br 351 55"),
  ...languageOf("italian", "it 39"),
  ...languageOf("nordic", "se no dk fi is 46 47 45 358 354"),
  ...languageOf("dutch", "nl be 31 32"),
  ...languageOf("polish", "pl 48"),
  ...languageOf("czech", "cz sk 420 421"),
  ...languageOf("hungarian", "hu 36"),
  ...languageOf("croatian", "hr si rs ba 385 386 381 387"),
  ...languageOf("romanian", "ro md 40 373"),
  ...languageOf("russian", "ru by bg kz su 7 375 359"),
  ...languageOf("ukrainian", "ua 380"),
  ...languageOf("greek", "gr cy 30 357"),
  ...languageOf("turkish", "tr 90"),
  ...languageOf("hebrew", "il 972"),
  ...languageOf("arabic", "sa eg ae ma dz tn jo lb iq kw qa ir 966 20 971 212 213 216 962 961 964 965 974 98"),
  ...languageOf("baltic", "lv lt ee 371 370 372"),
  ...languageOf("vietnamese", "vn 84"),
  ...languageOf("thai", "th 66"),
  ...languageOf("japanese", "jp 81"),
  ...languageOf("korean", "kr 82"),
  ...languageOf("chinese", "cn 86"),
  ...languageOf("traditional-chinese", "tw hk 886 852"),
};

function languageOf(language: AnyLanguage, countries: string): Readonly<Record<string, AnyLanguage>> {
  return Object.fromEntries(countries.split(" ").map((country) => [country, language]));
}

/** @param text some of the file; only its ASCII counts */
export function countryHints(text: string): CountryHints {
  const found = new Map<AnyLanguage, number>();
  let all = 0;
  for (const [, domain, phone = ""] of text.matchAll(/[@/][\w.-]+\.([a-z]{2})(?![\w.-])|\+(\d[\d ().-]{6,18})/gi)) {
    const language = domain === undefined ? phoneLanguage(phone) : LANGUAGES[domain.toLowerCase()];
    if (language === undefined) continue;
    all++;
    found.set(language, (found.get(language) ?? 0) + 1);
  }
  // A single address says little.
  return (language) => (language === undefined ? 0 : (FULL_WEIGHT * (found.get(language) ?? 0)) / (all + 1));
}

function phoneLanguage(digits: string): AnyLanguage | undefined {
  for (const length of [3, 2, 1]) {
    const language = LANGUAGES[digits.replace(/\D/g, "").slice(0, length)];
    if (language !== undefined) return language;
  }
  return undefined;
}
