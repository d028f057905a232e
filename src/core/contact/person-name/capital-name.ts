/** `DUPONT Jean`, `Jean DUPONT`: where some words are in capitals and others are not, those in capitals are the family name. */

import type { NameParts } from "./name-parts.ts";
import { PARTICLES, wordKey } from "./name-words.ts";

const CAPITALS = /^(?=.*\p{Lu}.*\p{Lu})[\p{Lu}\p{M}'\u2019.-]+$/u;
/** `J.-P.` and `JRR`: with dots, or without a vowel. */
const INITIALS = /^(?:\p{Lu}[.-]+)+\p{Lu}?$|^[B-DF-HJ-NP-TV-XZ]{2,3}$/u;
/** Of two letters most words are initials or short given names (`AJ`, `AL`, `ED`); these are family names. */
const SHORT_FAMILIES: ReadonlySet<string> = new Set(
  "LI WU HE XU YU HU MA LU SU FU GU YE NI BI LE DO HO VO NG OH KO".split(" "),
);

/** Null where capitals say nothing: all words have them, or none, or those in the middle. */
export function familyInCapitals(names: readonly string[]): NameParts | null {
  const marks = names.map((name) => isFamilyWord(name) || isCapitalParticle(name));
  if (!names.some(isFamilyWord)) return null;
  const first = marks.indexOf(true);
  const end = marks.lastIndexOf(true) + 1;
  if (first < 0 || marks.slice(first, end).includes(false) || end - first === names.length) return null;
  if (first === 0) return { family: names.slice(0, end).join(" "), given: names[end] ?? "" };
  if (end < names.length) return null;
  let start = first;
  while (start > 1 && PARTICLES.has(wordKey(names[start - 1] ?? ""))) start--;
  return { family: names.slice(start).join(" "), given: names[0] ?? "" };
}

function isFamilyWord(name: string): boolean {
  if (name.length === 2) return SHORT_FAMILIES.has(name);
  return CAPITALS.test(name) && !INITIALS.test(name);
}

/** `DE LA FONTAINE`: part of the family name where another word in capitals is. */
const isCapitalParticle = (name: string): boolean =>
  name === name.toUpperCase() && PARTICLES.has(wordKey(name)) && /^\p{Lu}{2}/u.test(name);
