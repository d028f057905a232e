/** `DUPONT Jean`, `Jean DUPONT`: where some words are in capitals and others are not, those in capitals are the family name. */

import type { NameParts } from "./name-parts.ts";
import { PARTICLES, wordKey } from "./name-words.ts";

const CAPITALS = /^(?=.*\p{Lu}.*\p{Lu})[\p{Lu}\p{M}'\u2019.-]+$/u;
/** `JP` and `AJ` are initials; family names of two letters have a vowel and no J. */
const SHORT_FAMILY = /^[B-DF-HK-NP-TV-Z][AEIOUY]$|^[AEIOU][B-DF-HK-NP-TV-Z]$/;

/** Null where capitals say nothing: all words have them, or none, or those in the middle. */
export function familyInCapitals(names: readonly string[]): NameParts | null {
  const marks = names.map(isFamilyWord);
  const first = marks.indexOf(true);
  const end = marks.lastIndexOf(true) + 1;
  if (first < 0 || marks.slice(first, end).includes(false) || end - first === names.length) return null;
  if (first === 0) return { family: names.slice(0, end).join(" "), given: names[end] ?? "" };
  if (end < names.length) return null;
  let start = first;
  while (start > 1 && PARTICLES.has(wordKey(names[start - 1] ?? ""))) start--;
  return { family: names.slice(start).join(" "), given: names[0] ?? "" };
}

const isFamilyWord = (name: string): boolean =>
  CAPITALS.test(name) && !/^(?:\p{Lu}\.?-?){1,3}$/u.test(name) ? true : SHORT_FAMILY.test(name) || isLongCapitals(name);

const isLongCapitals = (name: string): boolean => /^\p{Lu}{4,}$/u.test(name);
