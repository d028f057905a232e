/**
 * Bytes that are not UTF-8: which of the older encodings makes words of them. Each candidate reads the same words, and the
 * likelihood of its letters in the languages that are written in it decides. Where nothing fits, or two readings fit alike,
 * the confidence is low and the sentence shows both, so that somebody can see which is right.
 */

import type { CountryHints } from "./country-hints.ts";
import { EastAsianModel } from "./east-asian-model.ts";
import type { EncodingGuess } from "./encoding-guess.ts";
import type { EastAsianLanguage } from "./frequent-characters.ts";
import { isKnownName } from "./known-names.ts";
import { LanguageModel } from "./language-model.ts";
import { LEGACY_CANDIDATES, type LegacyCandidate } from "./legacy-candidates.ts";
import { decoderFor } from "./text-decoding.ts";

/** Different words that are judged: more of them change nothing any more. */
const MOST_WORDS = 400;
const LONGEST_WORD = 60;
/** What a word of another language than the rest costs. */
const OTHER_LANGUAGE = -2.5;
/** What a word that many files hold is worth: by chance an encoding makes one of the bytes of another word hardly ever. */
const KNOWN_NAME = 6;
/** The logarithm of a likelihood grows with every word, sureness does not. */
const TEMPER = 2.5;
/** Worse than this for a byte, and no encoding makes words of the file. */
const WORDS = -10;
/** How much likelier than Windows-1252 another encoding has to be where none is likely. */
const FAR = 3;
/** Old Macs end lines with a carriage return alone, and hardly anybody else does. */
const MAC_LINES = 4;

type Judged = {
  readonly candidate: LegacyCandidate;
  /** The words as this encoding reads them. */
  readonly words: readonly string[];
  readonly score: number;
};

export type FileHints = {
  readonly hints: CountryHints;
  /** Lines end with a carriage return alone. */
  readonly onlyCr: boolean;
};

/** @param lines those with bytes that are no UTF-8 */
export function sniffLegacyEncoding(lines: Uint8Array, file: FileHints): EncodingGuess {
  const words = wordsOf(lines);
  const judged = judge(words, file);
  const [likeliest] = judged;
  if (!likeliest) return hopeless(judged);
  const text = likeliest.words.join(" ");
  const readsAlike = ({ words: others }: Judged): boolean => others.join(" ") === text;
  // Where several read the words alike, the rest of the file is most likely in the most common of them.
  const best = judged.filter(readsAlike).reduce((a, b) => (b.candidate.rarity > a.candidate.rarity ? b : a));
  const rivals = judged.filter((other) => !readsAlike(other));
  const bytes = words.reduce((sum, word) => sum + highBytes(word), 0);
  if (bytes === 0 || (likeliest.score - likeliest.candidate.rarity) / bytes < WORDS) return hopeless(judged);
  const lead = likeliest.score - (rivals[0]?.score ?? Number.NEGATIVE_INFINITY);
  const confidence = Math.min(0.95, 1 / (1 + Math.exp(-lead / TEMPER)));
  const { encoding, name } = best.candidate;
  const at = mostTelling(best, rivals[0]);
  const read = `read as ${encoding} (${name}) they make words such as ${quoted(best, at)}`;
  const others = confidence < SURE ? alternatives(rivals, best, at) : "";
  return { encoding, bom: false, confidence, says: `The bytes are not valid UTF-8; ${read}${others}.` };
}

/** Below this the other readings are shown. */
export const SURE = 0.8;
const SHOWN_RIVALS = 3;
/** Confidence where nothing makes words of the bytes. */
export const HOPELESS = 0.3;

function alternatives(rivals: readonly Judged[], best: Judged, at: number): string {
  const shown = new Map<string, string>();
  for (const rival of rivals) {
    const word = rival.words[at] ?? "";
    if (word === best.words[at] || [...shown.values()].includes(word)) continue;
    shown.set(rival.candidate.encoding, word);
    if (shown.size === SHOWN_RIVALS) break;
  }
  if (shown.size === 0) return "";
  const list = [...shown].map(([encoding, word]) => `“${word}” as ${encoding}`);
  return `, but it could also be ${list.join(", or ")}`;
}

const quoted = ({ words }: Judged, at: number): string => `“${words[at] ?? ""}”`;

/** The first word that the two read differently. */
function mostTelling(best: Judged, rival: Judged | undefined): number {
  return Math.max(
    0,
    best.words.findIndex((word, at) => word !== rival?.words[at]),
  );
}

/** Every candidate's reading, the likeliest first. */
function judge(words: readonly Uint8Array[], { hints, onlyCr }: FileHints): readonly Judged[] {
  const joined = joinedBy(words, 10);
  return LEGACY_CANDIDATES.map((candidate) => {
    const read = decoderFor(candidate.encoding).decode(joined).split("\n");
    const mac = onlyCr && candidate.encoding.includes("mac") ? MAC_LINES : 0;
    return { candidate, words: read, score: scoreOf(candidate, read, hints) + candidate.rarity + mac };
  }).sort((a, b) => b.score - a.score);
}

function scoreOf({ languages }: LegacyCandidate, words: readonly string[], hints: CountryHints): number {
  if (typeof languages === "string") {
    const model = eastAsian(languages);
    return words.reduce((sum, word) => sum + model.score(word), hints(languages));
  }
  const byLanguage = languages.map((language) => words.map((word) => LanguageModel.of(language).score(word)));
  const known = KNOWN_NAME * words.filter(isKnownName).length;
  const best = words.map((_, at) => Math.max(...byLanguage.map((scores) => scores[at] ?? 0)));
  const totals = byLanguage.map((scores, which) =>
    scores.reduce((sum, score, at) => sum + Math.max(score, (best[at] ?? 0) + OTHER_LANGUAGE), hints(languages[which])),
  );
  return Math.max(...totals) + known;
}

const models = new Map<EastAsianLanguage, EastAsianModel>();

function eastAsian(language: EastAsianLanguage): EastAsianModel {
  const made = models.get(language);
  if (made) return made;
  const model = new EastAsianModel(language, (encoding) => (bytes) => decoderFor(encoding).decode(bytes));
  models.set(language, model);
  return model;
}

/** Nothing makes words of the bytes: Windows-1252 as the most common of all, unless another one is far likelier. */
function hopeless(judged: readonly Judged[]): EncodingGuess {
  const [likeliest] = judged;
  const usual = judged.find(({ candidate }) => candidate.encoding === "windows-1252");
  const best = usual && likeliest && likeliest.score - usual.score > FAR ? likeliest : usual;
  const encoding = best?.candidate.encoding ?? "windows-1252";
  const rivals = judged.filter((other) => other !== best);
  const at = best ? mostTelling(best, rivals[0]) : 0;
  const reads = best ? `, in which a word reads ${quoted(best, at)}${alternatives(rivals, best, at)}` : "";
  const says = `The bytes are not valid UTF-8 and no encoding clearly fits; ${encoding} is only the likeliest${reads}.`;
  return { encoding, bom: false, confidence: HOPELESS, says };
}

/**
 * The different words that have bytes beyond ASCII, as they stand in the file. Second bytes of East Asian characters may be
 * letters, digits or signs from 0x40 on, so that those never end a word.
 */
function wordsOf(lines: Uint8Array): readonly Uint8Array[] {
  const seen = new Set<string>();
  const words: Uint8Array[] = [];
  let start = 0;
  let high = false;
  for (let at = 0; at <= lines.length && words.length < MOST_WORDS; at++) {
    const byte = lines[at] ?? 0;
    if (byte >= 0x80) high = true;
    if (byte >= 0x80 || (byte >= 0x40 && byte < 0x7f) || (byte >= 0x30 && byte <= 0x39)) continue;
    if (high) {
      const word = lines.subarray(start, Math.min(at, start + LONGEST_WORD));
      const key = word.join();
      if (!seen.has(key)) words.push(word);
      seen.add(key);
    }
    start = at + 1;
    high = false;
  }
  return words;
}

const highBytes = (word: Uint8Array): number => word.reduce((sum, byte) => sum + (byte >= 0x80 ? 1 : 0), 0);

function joinedBy(words: readonly Uint8Array[], separator: number): Uint8Array {
  const bytes: number[] = [];
  for (const word of words) bytes.push(...word, separator);
  return new Uint8Array(bytes.slice(0, -1));
}
