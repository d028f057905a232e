/**
 * A full name as its given and its family name, as people write them: with a comma, titles, particles, two family names, a
 * family name in capitals or in front. Null where the text does not tell, because a wrong part is worse than none: the full
 * name is kept as it is written in any case. What stands between the two (middle names) is in the full name only.
 */

import { bareName } from "./bare-name.ts";
import { familyInCapitals } from "./capital-name.ts";
import { splitEastAsian } from "./east-asian-name.ts";
import { givenWithParticle, isIberianSurname, isSecondGiven } from "./iberian-names.ts";
import type { NameParts } from "./name-parts.ts";
import { GENERATIONS, GIVEN_PREFIXES, PARTICLES, PARTICLES_OR_NAMES, wordKey } from "./name-words.ts";
import { splitSlavic } from "./slavic-name.ts";

/** More words are a sentence, or several people. */
const MAX_WORDS = 8;

/** @param familyFirst whoever wrote the names has said so, as a header does: `Nom et prénom` */
export function splitName(text: string, { familyFirst = false } = {}): NameParts | null {
  // "Ann Lee - Acme": what stands behind is no name of hers.
  if (/\s[-\u2013\u2014|/@]\s/.test(text)) return null;
  const bare = bareName(text);
  if (bare === null) return null;
  const { names, before } = bare;
  if (before !== null) return filled({ family: before.join(" "), given: givenOf(names) });
  if (names.length > MAX_WORDS) return null;
  const capitals = familyInCapitals(names);
  if (capitals !== null) return filled(capitals);
  const eastAsian = splitEastAsian(names);
  if (eastAsian !== undefined) return eastAsian;
  if (names.length < 2) return null;
  return filled(splitSlavic(names) ?? (familyFirst ? splitFamilyFirst(names) : splitWestern(names)));
}

const filled = (split: NameParts | null): NameParts | null =>
  split === null || split.given === "" || split.family === "" ? null : split;

const isInitial = (word: string): boolean => /^(?:\p{Lu}|(?:\p{L}\.-?){1,4})$/u.test(word);

function splitWestern(names: readonly string[]): NameParts | null {
  const start = familyStart(names);
  const family = names.slice(start);
  // "Smith J." and "Ann B.": which of them is the family name, nobody can say.
  if (start < 1 || family.every(isInitial)) return null;
  return { given: givenOf(names.slice(0, start)), family: family.join(" ") };
}

/** Where the family name ends must show: `Rossi Maria Grazia`, `García López Ana` and `Smith Jones Ann` may be parted anywhere. */
function splitFamilyFirst(names: readonly string[]): NameParts | null {
  const end = familyEnd(names);
  return end === null ? null : { given: givenOf(names.slice(end)), family: names.slice(0, end).join(" ") };
}

/** Index behind the last word of the family name; null where nothing tells. */
function familyEnd(names: readonly string[]): number | null {
  let last = 0;
  while (last < names.length - 1 && PARTICLES.has(wordKey(names[last] ?? ""))) last++;
  let inside = last + 1;
  while (inside < names.length - 1 && isInside(names[inside] ?? "")) inside++;
  if (inside > last + 1) last = inside;
  else if (names.length - last > 2 && areTwoSurnames(names, last + 1)) last++;
  const given = names.slice(last + 1);
  const [first = "", second = ""] = given;
  const isOneName = given.length === 1 || (given.length === 2 && (isTwoWords(first, second) || isInitial(second)));
  return isOneName || givenWithParticle([...given, ""]) === given.length ? last + 1 : null;
}

/** `Pereira da Silva`, `Ortega y Gasset`. */
const isInside = (word: string): boolean => /^[yY]$/.test(word) || PARTICLES.has(wordKey(word));

/** Index of the first word of the family name. */
function familyStart(names: readonly string[]): number {
  const last = names.length - 1;
  const given = givenWithParticle(names);
  const from = Math.max(given, GIVEN_PREFIXES.has(wordKey(names[0] ?? "")) && last > 1 ? 2 : 1);
  let start = GENERATIONS.has(wordKey(names[last] ?? "")) && last > 1 ? last - 1 : last;
  if (start > from && /^[yY]$/.test(names[start - 1] ?? "")) start = Math.max(from, start - 2);
  const particle = names.findIndex((name, at) => at >= from && at < start && isParticle(name, at));
  if (particle >= 0) return isSurnameBefore(names, particle, from) ? particle - 1 : particle;
  return start > from && areTwoSurnames(names, start) ? start - 1 : start;
}

function isParticle(name: string, at: number): boolean {
  const key = wordKey(name);
  return PARTICLES.has(key) && !(at === 0 && PARTICLES_OR_NAMES.has(key));
}

/** `Pereira da Silva`: the particle stands inside of the family name. */
const isSurnameBefore = (names: readonly string[], particle: number, from: number): boolean =>
  particle - 1 >= from && particle - 1 > 0 && isIberianSurname(names[particle - 1] ?? "");

const areTwoSurnames = (names: readonly string[], start: number): boolean =>
  isIberianSurname(names[start] ?? "") && isIberianSurname(names[start - 1] ?? "");

/** The given name that people are called by: the first, with what belongs to it. */
function givenOf(names: readonly string[]): string {
  const withParticle = givenWithParticle([...names, ""]);
  if (withParticle > 0 && withParticle <= names.length) return names.slice(0, withParticle).join(" ");
  let end = 0;
  while (end < names.length && isInitial(names[end] ?? "")) end++;
  const [first = "", second = ""] = names;
  if (end > 0 && names.length > end) end++;
  else if (end === 0) end = isTwoWords(first, second) ? 2 : 1;
  return names.slice(0, end).join(" ");
}

const isTwoWords = (first: string, second: string): boolean =>
  GIVEN_PREFIXES.has(wordKey(first)) || /^th[ịi]$/i.test(first) || (isSecondGiven(first) && isSecondGiven(second));
