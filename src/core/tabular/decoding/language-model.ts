/**
 * How likely a word is in a language: the logarithm of what its letters beyond ASCII are worth, each given the letter in
 * front of it. Letters of plain ASCII say nothing, as every encoding in question reads them alike.
 */
import { type Language, LETTER_PAIRS } from "./letter-pairs.ts";

/** Pairs before the first mark make up 1/16 of all. */
const FIRST_LEVEL = 4;
/**
 * Some languages have a letter beyond ASCII in every word, others in one of thirty. Only words with such letters are judged, so
 * that much of how rare they are in a language says nothing; not all of it, as a word with several tells a language that has many.
 */
const SCARCE = 0.5;
const EDGE = " ";
/** Logarithms, as all of these: of a letter of plain ASCII, of the edge of a word, of a pair that the lists do not hold. */
const ANY_ASCII_LETTER = Math.log(1 / 22);
const ANY_EDGE = Math.log(1 / 7);
const RARE_PAIR = -3;
const RARE_LETTER = Math.log(1 / 20_000);
const FOREIGN_LETTER = -9;
const CONTROL = -16;
const ODD_SIGN = -11;
/** A sign between letters, or on the wrong side of a word, besides what it costs anywhere: `K\u201dhler`, `\u2122sterreich`. */
const SIGN_INSIDE = -5;
/** A letter of another script beside a Latin one. */
const MIXED_SCRIPTS = -4;
/** A capital letter behind a small one, as in "Mьller" turned round: `mЬ`; and one between a capital and a small one: `MÅller`. */
const CAPITAL_INSIDE = -6;
/** A word of one letter, in scripts that have hardly any: more likely a sign or an initial of another encoding. */
const LONE_LETTER = -3;

/** Signs that stand in texts of every language, and what they cost: a currency or a quotation mark is no surprise. */
const SIGNS: Readonly<Record<string, number>> = {
  "\u2019": -6.5,
  "\u2013": -5.5,
  "\u00a0": -6,
  "\u20ac": -6,
  "\u201c": -6.5,
  "\u201d": -6.5,
  "\u201e": -6.5,
  "\u2018": -6.5,
  "\u2014": -6.5,
  "\u2026": -6.5,
  "\u00ab": -6.5,
  "\u00bb": -6.5,
  "\u00b0": -6.5,
  "\u00ba": -6.5,
  "\u00aa": -7,
  "\u00ae": -7,
  "\u2122": -7,
  "\u00a9": -7.5,
  "\u00a3": -7,
  "\u00a7": -7.5,
  "\u00b7": -7.5,
  "\u2022": -7.5,
  "\u00bd": -8,
  "\u2116": -6,
};

/** Signs that may stand in front of a word, behind one, or anywhere. */
const OPENING = /[\u201e\u201c\u2018\u00ab\u00bf\u00a1\u2116\u00a7\u20ac\u00a3]/;
const CLOSING = /[\u201c\u201d\u2019\u2018\u00bb\u2026\u2122\u00ae\u00ba\u00aa\u00b0\u20ac\u00a3]/;
const BETWEEN = /[\u2019\u00b7]/;

export class LanguageModel {
  readonly #pairs = new Map<string, number>();
  readonly #letters = new Map<string, number>();
  /** What a letter beyond ASCII is worth for being one at all: words are judged that have some. */
  readonly #scarcity: number;

  private constructor(levels: string) {
    for (const [level, pairs] of levels.split("|").entries()) {
      const share = 2 ** -(FIRST_LEVEL + level);
      for (let at = 0; at < pairs.length; at += 2) {
        const pair = pairs.slice(at, at + 2);
        this.#pairs.set(pair, Math.log(share));
        const [first = ""] = pair;
        if (!isAscii(first)) this.#letters.set(first, (this.#letters.get(first) ?? 0) + share);
        // A letter that only ends words starts no pair that was counted.
        const last = pair[1] ?? "";
        if (!isAscii(last) && !this.#letters.has(last)) this.#letters.set(last, 0);
      }
    }
    const all = [...this.#letters.values()].reduce((sum, share) => sum + share, 0);
    this.#scarcity = -SCARCE * Math.log(all);
    for (const [letter, share] of this.#letters) this.#letters.set(letter, Math.log(Math.max(share, 1e-4)));
  }

  static #made = new Map<Language, LanguageModel>();

  static of(language: Language): LanguageModel {
    const model = LanguageModel.#made.get(language) ?? new LanguageModel(LETTER_PAIRS[language]);
    LanguageModel.#made.set(language, model);
    return model;
  }

  /** 0 for a word of ASCII; the more negative, the less likely. */
  score(word: string): number {
    const chars = Array.from(word);
    let score = chars.length === 1 && !isLatin(word) ? LONE_LETTER : 0;
    let before = EDGE;
    let wasSmall = false;
    /** Capital letters that end here, and whether the last of them is beyond ASCII. */
    let capitals = 0;
    let isMarked = false;
    for (let at = 0; at <= chars.length; at++) {
      const char = chars[at] ?? EDGE;
      const isSign = !isLetter(char);
      const small = isSign ? EDGE : lowerCase(char);
      if (isSign && !isAscii(char)) score += signScore(char, chars[at - 1], chars[at + 1]);
      if (!isAscii(before) || !isAscii(small)) score += this.#pairScore(before, small);
      if (!isSign && !isAscii(small)) score += this.#scarcity;
      const isSmall = !isSign && small === char && char !== char.toUpperCase();
      const turned = wasSmall && !isSmall && !isSign && small !== char;
      if (turned && !(isAscii(before) && isAscii(char))) score += CAPITAL_INSIDE;
      if (isSmall && capitals > 1 && isMarked) score += CAPITAL_INSIDE;
      capitals = !isSign && small !== char ? capitals + 1 : 0;
      isMarked = !isAscii(char);
      wasSmall = isSmall;
      before = small;
    }
    return score;
  }

  #pairScore(before: string, letter: string): number {
    const pair = this.#pairs.get(before + letter);
    if (pair !== undefined) return pair - this.#letterScore(before);
    const mixed = isLatin(before) !== isLatin(letter) && before !== EDGE && letter !== EDGE ? MIXED_SCRIPTS : 0;
    const rare = this.#isForeign(letter) || this.#isForeign(before) ? 0 : RARE_PAIR;
    return this.#letterScore(letter) + mixed + rare;
  }

  #isForeign = (letter: string): boolean => !isAscii(letter) && !this.#letters.has(letter);

  #letterScore(letter: string): number {
    if (letter === EDGE) return ANY_EDGE;
    if (isAscii(letter)) return ANY_ASCII_LETTER;
    const known = this.#letters.get(letter);
    return known === undefined ? FOREIGN_LETTER : Math.max(known, RARE_LETTER);
  }
}

const isAscii = (char: string): boolean => char < "\x80";

/** Marks belong to letters: Vietnamese, Thai and Arabic are written with them. */
const isLetter = (char: string): boolean => (isAscii(char) ? /[a-zA-Z]/.test(char) : /[\p{L}\p{M}]/u.test(char));

/** The dotted capital of Turkish would become two characters. */
const lowerCase = (char: string): string => (char === "\u0130" ? char : char.toLowerCase());

const isLatin = (char: string): boolean => char < "\u0370" || (char >= "\u1e00" && char <= "\u1eff");

function signScore(char: string, before: string | undefined, after: string | undefined): number {
  const known = SIGNS[char];
  if (known === undefined) return char < "\u00a0" || char === "\ufffd" ? CONTROL : ODD_SIGN + SIGN_INSIDE;
  const behindLetter = before !== undefined && isLetter(before);
  const inFrontOfLetter = after !== undefined && isLetter(after);
  if (char === "\u00a0")
    return inFrontOfLetter && behindLetter && lowerCase(after) === after ? known + SIGN_INSIDE : known;
  const fits =
    BETWEEN.test(char) ||
    (!behindLetter && !inFrontOfLetter) ||
    (behindLetter ? !inFrontOfLetter && CLOSING.test(char) : OPENING.test(char));
  return fits ? known : known + SIGN_INSIDE;
}
