/** What is left of a written name without titles, suffixes, nicknames, maiden names and addresses; or that it names no person. */
import {
  AND,
  BORN,
  DOCTORATES,
  OF_COMPANIES,
  PARTICLES,
  SUFFIXES,
  SUFFIXES_IN_CAPITALS,
  TITLES,
  TITLES_WITH_DOT,
  wordKey,
} from "./name-words.ts";

export type BareName = {
  readonly names: readonly string[];
  /** The words in front of a comma: the family name; null where there is no comma. */
  readonly before: readonly string[] | null;
};

/** Longer texts are no names, and are not looked at. */
const MAX_CHARS = 120;
const ADDRESS = /\s*<[^<>\s]+@[^<>\s]+>\s*$/;
const QUOTED = /^(["'\u201c])(.*)["'\u201d]$/;
/** `"Bill"`, `(Bob)`, `«Che»`, and `'Bob'` where spaces stand around it. */
const ASIDE =
  /["\u201c\u201e][^"\u201c\u201d\u201e]*["\u201c\u201d]|\([^()]*\)|\[[^[\]]*\]|«[^»]*»|(?<=\s)['\u2018][^'\u2019]+['\u2019](?=\s|$)/g;
/** Digits, and signs that stand in no name. */
const NO_NAME = /[\d@/\\|_=?!#$%*<>{}:;]|\bwww\.|https?:/u;
const LETTER = /\p{L}/u;
const MARK_APOSTROPHE = /^[oO]['\u2019]$/;

/** Null where the text names no person, or several. */
export function bareName(text: string): BareName | null {
  if (text.length > MAX_CHARS) return null;
  const address = ADDRESS.exec(text);
  const unquoted = address === null ? text : text.slice(0, address.index).trim().replace(QUOTED, "$2");
  const plain = unquoted.replace(ASIDE, " ").replace(/\s+/gu, " ").trim();
  if (NO_NAME.test(plain) || !LETTER.test(plain)) return null;
  const parts = plain.split(",").map((part) => part.trim());
  while (parts.length > 1 && isSuffixes(parts.at(-1) ?? "")) parts.pop();
  if (parts.length > 2) return null;
  const sides = parts.map(nameWords);
  const all = sides.flat();
  if (all.some((_, at) => joinsPeople(all, at)) || all.some(isOfCompany)) return null;
  const [first, second] = sides;
  if (first === undefined || second === undefined) return { names: all, before: null };
  return first.length > 0 && second.length > 0 ? { names: second, before: first } : null;
}

const isSuffixes = (part: string): boolean =>
  part !== "" &&
  part.split(" ").every((word) => SUFFIXES.has(wordKey(word)) || SUFFIXES_IN_CAPITALS.has(word.replaceAll(".", "")));

/** `Sá` is a family name, and `SA` is not; `Asa` and `Åsa` in front are women and men, `ASA` behind is a company. */
const isOfCompany = (word: string, at: number): boolean =>
  OF_COMPANIES.has(wordKey(word)) && !/[^\p{ASCII}]/u.test(word.slice(-1)) && !(at === 0 && /^[AÅ]sa$/.test(word));

/** `von und zu` belongs to one person, and a capital E is an initial. */
function joinsPeople(words: readonly string[], at: number): boolean {
  const word = words[at] ?? "";
  return AND.has(word.toLowerCase()) && word !== "E" && !PARTICLES.has(wordKey(words[at - 1] ?? ""));
}

/** The words of a part without titles in front, suffixes behind, and what follows `née`. */
function nameWords(part: string): readonly string[] {
  let words: readonly string[] = part.split(" ").filter((word) => LETTER.test(word) || word === "&" || word === "+");
  const born = words.findIndex((word, at) => at > 0 && BORN.has(wordKey(word)));
  if (born > 0) words = words.slice(0, born);
  words = withoutTitles(words);
  while (words.length > 1 && isSuffix(words, words.at(-1) ?? "")) words = words.slice(0, -1);
  return joinedApostrophes(words);
}

function withoutTitles(words: readonly string[]): readonly string[] {
  let start = 0;
  while (start < words.length - 1) {
    const word = words[start] ?? "";
    if (!isTitle(word) && !(start > 0 && DOCTORATES.has(wordKey(word)))) break;
    start++;
  }
  return words.slice(start);
}

const isTitle = (word: string): boolean =>
  TITLES.has(wordKey(word)) || (word.endsWith(".") && TITLES_WITH_DOT.has(wordKey(word)));

/** `MA` behind words in small letters is a degree; in a name all in capitals it may be a family name. */
function isSuffix(words: readonly string[], word: string): boolean {
  if (SUFFIXES.has(wordKey(word))) return true;
  return SUFFIXES_IN_CAPITALS.has(word.replaceAll(".", "")) && words.some((other) => /\p{Ll}/u.test(other));
}

/** `O' Brien` is one name of two words. */
function joinedApostrophes(words: readonly string[]): readonly string[] {
  return words.flatMap((word, at) => {
    if (MARK_APOSTROPHE.test(words[at - 1] ?? "")) return [];
    return MARK_APOSTROPHE.test(word) && words[at + 1] !== undefined ? [`${word} ${words[at + 1]}`] : [word];
  });
}
