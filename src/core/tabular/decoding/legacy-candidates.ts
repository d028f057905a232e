/** The encodings of before Unicode that contacts are still found in, and the languages that are written in each. */
import type { EastAsianLanguage } from "./frequent-characters.ts";
import type { Language } from "./letter-pairs.ts";

export type LegacyCandidate = {
  readonly encoding: string;
  readonly name: string;
  readonly languages: readonly Language[] | EastAsianLanguage;
  /** Logarithm of how much rarer such files are than those in the encoding of Windows for the same language. */
  readonly rarity: number;
};

const WESTERN = ["german", "french", "spanish", "portuguese", "italian", "nordic", "dutch"] as const;
const CENTRAL = ["polish", "czech", "hungarian", "croatian", "romanian", "german"] as const;
const CYRILLIC = ["russian", "ukrainian"] as const;

type Row = readonly [encoding: string, rarity: number];

const family = (name: string, languages: LegacyCandidate["languages"], rows: readonly Row[]): LegacyCandidate[] =>
  rows.map(([encoding, rarity]) => ({ encoding, name, languages, rarity }));

export const LEGACY_CANDIDATES: readonly LegacyCandidate[] = [
  ...family("Western European", WESTERN, [
    ["windows-1252", 0],
    ["iso-8859-15", -3],
  ]),
  ...family("Western European, old Mac", WESTERN, [["macintosh", -3]]),
  ...family("Western European, DOS", WESTERN, [
    ["ibm850", -4],
    ["ibm437", -4.5],
  ]),
  ...family("Central European", CENTRAL, [
    ["windows-1250", -1],
    ["iso-8859-2", -2.5],
  ]),
  ...family("Central European, DOS or old Mac", CENTRAL, [
    ["ibm852", -4.5],
    ["x-mac-ce", -5.5],
  ]),
  ...family("Cyrillic", CYRILLIC, [
    ["windows-1251", -1],
    ["koi8-r", -3],
    ["koi8-u", -3.5],
    ["iso-8859-5", -4],
    ["ibm866", -3.5],
    ["x-mac-cyrillic", -5],
  ]),
  ...family(
    "Greek",
    ["greek"],
    [
      ["windows-1253", -1],
      ["iso-8859-7", -3],
      ["ibm737", -5],
    ],
  ),
  ...family(
    "Turkish",
    ["turkish", "german"],
    [
      ["windows-1254", -1],
      ["ibm857", -5],
    ],
  ),
  ...family(
    "Hebrew",
    ["hebrew"],
    [
      ["windows-1255", -1],
      ["iso-8859-8", -2.5],
      ["ibm862", -5],
    ],
  ),
  ...family(
    "Arabic",
    ["arabic"],
    [
      ["windows-1256", -1],
      ["iso-8859-6", -3],
    ],
  ),
  ...family(
    "Baltic",
    ["baltic"],
    [
      ["windows-1257", -1.5],
      ["iso-8859-13", -3.5],
      ["iso-8859-4", -4.5],
      ["ibm775", -6],
    ],
  ),
  ...family("Vietnamese", ["vietnamese"], [["windows-1258", -2]]),
  ...family("Thai", ["thai"], [["windows-874", -1.5]]),
  ...family("Japanese", "japanese", [
    ["shift_jis", -1],
    ["euc-jp", -2],
  ]),
  ...family("Korean", "korean", [["euc-kr", -1]]),
  ...family("Chinese", "chinese", [["gb18030", -1]]),
  ...family("Chinese, traditional", "traditional-chinese", [["big5", -1]]),
];
