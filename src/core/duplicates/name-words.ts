/** A person's name as words that can be compared: without titles, in one alphabet, and with what tells father and son apart. */
import { nameKey } from "../contact/identity-key.ts";

export type NameWords = {
  /** Given names first where that is known. */
  readonly words: readonly string[];
  readonly given: ReadonlySet<string>;
  readonly family: ReadonlySet<string>;
  /** `junior`, `senior`, `third`; `""` = none is said. */
  readonly generation: string;
  /** As a person would write it. */
  readonly shown: string;
};

const TITLES = new Set(
  "mr mrs ms miss mx dr prof professor sir dame herr frau hr fr m mme mlle monsieur madame sr sra srta senor senora don dona sig signor signora ing dipl mag dra ir drs".split(
    " ",
  ),
);
const DEGREES = new Set("phd md mba msc bsc esq cpa dds jd dvm".split(" "));
const GENERATIONS: ReadonlyMap<string, string> = new Map([
  ["jr", "junior"],
  ["junior", "junior"],
  ["filho", "junior"],
  ["hijo", "junior"],
  ["ii", "junior"],
  ["sr", "senior"],
  ["senior", "senior"],
  ["pai", "senior"],
  ["iii", "third"],
  ["iv", "fourth"],
]);

type NameParts = { readonly full: string; readonly first: string; readonly last: string };

/** Null where nothing is left of the name. */
export function nameWords({ full, first, last }: NameParts): NameWords | null {
  const inParts = first !== "" && last !== "";
  const whole = full === "" ? `${first} ${last}`.trim() : full;
  const [given, family] = inParts ? [wordsOf(first), wordsOf(last)] : splitWhole(whole);
  const generation = takeGeneration(family.length > 0 ? family : given);
  while (given.length + family.length > 1 && given[0] !== undefined && TITLES.has(given[0])) given.shift();
  const words = [...given, ...family];
  if (words.length === 0) return null;
  return {
    words,
    given: new Set(given),
    family: new Set(family),
    generation,
    shown: inParts ? `${first} ${last}` : whole,
  };
}

function splitWhole(whole: string): readonly [given: string[], family: string[]] {
  const comma = whole.indexOf(",");
  if (comma > 0) {
    const [before, after] = [wordsOf(whole.slice(0, comma)), wordsOf(whole.slice(comma + 1))];
    const isAddition = after.every((word) => GENERATIONS.has(word) || DEGREES.has(word));
    if (after.length > 0 && !isAddition) return [after, before];
  }
  const words = wordsOf(whole);
  let additions = 0;
  while (additions < words.length - 2 && isAfterName(words[words.length - 1 - additions] ?? "")) additions++;
  const family = words.splice(words.length > 1 ? words.length - 1 - additions : words.length);
  return [words, family];
}

const isAfterName = (word: string): boolean => GENERATIONS.has(word) || DEGREES.has(word);

/** Takes what stands behind the family name off it. */
function takeGeneration(words: string[]): string {
  let generation = "";
  for (;;) {
    const last = words[words.length - 1] ?? "";
    if (words.length < 2 || !isAfterName(last)) return generation;
    generation = GENERATIONS.get(last) ?? generation;
    words.pop();
  }
}

function wordsOf(text: string): string[] {
  const key = nameKey(text);
  return key === "" ? [] : inLatinLetters(key).split(" ");
}

/** Russian, Ukrainian and Greek letters; accents are gone already. */
const LATIN: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  ґ: "g",
  д: "d",
  е: "e",
  є: "ie",
  ж: "zh",
  з: "z",
  и: "i",
  і: "i",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "kh",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "shch",
  ъ: "",
  ы: "y",
  ь: "",
  э: "e",
  ю: "iu",
  я: "ia",
  α: "a",
  β: "v",
  γ: "g",
  δ: "d",
  ε: "e",
  ζ: "z",
  η: "i",
  θ: "th",
  ι: "i",
  κ: "k",
  λ: "l",
  μ: "m",
  ν: "n",
  ξ: "x",
  ο: "o",
  π: "p",
  ρ: "r",
  σ: "s",
  ς: "s",
  τ: "t",
  υ: "y",
  φ: "f",
  χ: "ch",
  ψ: "ps",
  ω: "o",
};
const OTHER_LETTERS = /[\u0370-\u03ff\u0400-\u04ff]/g;
const inLatinLetters = (key: string): string => key.replace(OTHER_LETTERS, (letter) => LATIN[letter] ?? letter);

const SPELT_IN_TWO_WAYS = /[jwy]|[aou]e|[pk]h|([a-z])\1/;

/** What spellings of one name share: `Müller` and `Mueller`, `Yulia` and `Iulia`. For comparing only. */
export function soundOf(word: string): string {
  if (!SPELT_IN_TWO_WAYS.test(word)) return word;
  return word
    .replace(/([aou])e/g, "$1")
    .replace(/ph/g, "f")
    .replace(/kh/g, "h")
    .replace(/[yj]/g, "i")
    .replace(/w/g, "v")
    .replace(/([a-z])\1+/g, "$1");
}
