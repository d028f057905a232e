/**
 * How likely a word is in an East Asian language: by how common its characters are. The standards sort theirs into those of
 * daily use and the rest, and wrong readings land in the rest.
 */
import { type EastAsianLanguage, isCommon } from "./frequent-characters.ts";

/** Logarithms of what one character is worth. */
const COMMON = -5.3;
const KANA = -4.6;
const HALF_WIDTH_KANA = -6;
const FULL_WIDTH = -7;
const DAILY = -8.5;
const OTHER = -12;
const WRONG = -18;
/** A letter of plain ASCII beside one of these: Western text whose bytes were paired up. */
const MIXED = -3;

type Daily = { readonly encoding: string; readonly leads: readonly [number, number] };

/** Characters of daily use: those whose first byte lies in this range, in the encoding named. */
const DAILY_LEADS: Readonly<Record<EastAsianLanguage, Daily>> = {
  japanese: { encoding: "euc-jp", leads: [0xb0, 0xcf] },
  korean: { encoding: "euc-kr", leads: [0xb0, 0xc8] },
  chinese: { encoding: "gb18030", leads: [0xb0, 0xd7] },
  "traditional-chinese": { encoding: "big5", leads: [0xa4, 0xc6] },
};

type Decode = (bytes: Uint8Array) => string;

export class EastAsianModel {
  readonly #language: EastAsianLanguage;
  readonly #daily: ReadonlySet<string>;

  /** @param decoderOf decodes what an encoding's bytes are */
  constructor(language: EastAsianLanguage, decoderOf: (encoding: string) => Decode) {
    this.#language = language;
    const { encoding, leads } = DAILY_LEADS[language];
    const [first, last] = leads;
    const bytes: number[] = [];
    for (let lead = first; lead <= last; lead++) {
      for (let trail = encoding === "big5" ? 0x40 : 0xa1; trail <= 0xfe; trail++) {
        if (trail < 0x7f || trail > 0xa0) bytes.push(lead, trail);
      }
    }
    this.#daily = new Set(decoderOf(encoding)(new Uint8Array(bytes)));
  }

  /** 0 for a word of ASCII; the more negative, the less likely. */
  score(word: string): number {
    let score = /^[\uff66-\uff9f]$/.test(word) ? MIXED : 0;
    let before = "";
    for (const char of word) {
      const wide = char >= "\x80";
      if (wide) score += this.#charScore(char);
      if (before !== "" && wide !== before >= "\x80" && /[a-zA-Z]/.test(wide ? before : char)) score += MIXED;
      before = char;
    }
    return score;
  }

  #charScore(char: string): number {
    if (isCommon(char, this.#language)) return COMMON;
    if (/[\u3041-\u3096\u30a1-\u30fc]/.test(char)) return this.#language === "japanese" ? KANA : OTHER;
    if (/[\uff66-\uff9f]/.test(char)) return this.#language === "japanese" ? HALF_WIDTH_KANA : OTHER;
    if (/[\u3000-\u3017\u30fb\uff01-\uff5e]/.test(char)) return FULL_WIDTH;
    if (char === "\ufffd" || /[\u0080-\u009f\ue000-\uf8ff]/.test(char)) return WRONG;
    return this.#daily.has(char) ? DAILY : OTHER;
  }
}
