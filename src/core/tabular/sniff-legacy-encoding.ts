/**
 * Bytes that are not UTF-8: which of the older encodings makes words of them. Each candidate decodes the sample and is
 * judged by what stands where: Western text has single accented letters between plain ones, Cyrillic and East Asian text
 * has runs of letters of one script. Nothing fits well: low confidence, so that somebody is asked.
 */

import type { EncodingGuess } from "./encoding-guess.ts";
import { type EastAsianLanguage, isCommon } from "./frequent-characters.ts";
import { decoderFor } from "./text-decoding.ts";

/** Enough to judge by, and quick to decode a dozen times. */
const JUDGED_BYTES = 64 * 1024;

type Candidate = { readonly encoding: string; readonly name: string; readonly score: (text: string) => number };

const CANDIDATES: readonly Candidate[] = [
  { encoding: "windows-1252", name: "Western European", score: westernScore },
  { encoding: "macintosh", name: "Western European, old Mac", score: oldMacScore },
  { encoding: "windows-1250", name: "Central European", score: (text) => westernScore(text) - 0.1 },
  { encoding: "windows-1251", name: "Cyrillic", score: cyrillicScore },
  { encoding: "koi8-r", name: "Cyrillic", score: cyrillicScore },
  { encoding: "shift_jis", name: "Japanese", score: (text) => eastAsianScore(text, "japanese") },
  { encoding: "euc-jp", name: "Japanese", score: (text) => eastAsianScore(text, "japanese") },
  { encoding: "euc-kr", name: "Korean", score: (text) => eastAsianScore(text, "korean") },
  { encoding: "gb18030", name: "Chinese", score: (text) => eastAsianScore(text, "chinese") },
  { encoding: "big5", name: "Chinese, traditional", score: (text) => eastAsianScore(text, "traditional-chinese") },
];

/** Below this, no encoding makes words of the bytes. */
const WORDS = 0.6;

export function sniffLegacyEncoding(sample: Uint8Array): EncodingGuess {
  const bytes = sample.subarray(0, judgedEnd(sample));
  const judged = CANDIDATES.map((candidate) => {
    const text = decoderFor(candidate.encoding).decode(bytes);
    return { ...candidate, points: text.includes("\ufffd") ? 0 : candidate.score(text) };
  }).sort((a, b) => b.points - a.points);
  const [best, second] = judged;
  if (!best || best.points < WORDS) {
    const western = judged.find((candidate) => candidate.encoding === "windows-1252")?.points ?? 0;
    return hopeless(western);
  }
  const lead = best.points - (second?.points ?? 0);
  const sure = best.encoding === "windows-1252" ? 0.9 : Math.min(0.85, 0.5 + lead);
  const says = `The bytes are not valid UTF-8; read as ${best.encoding} (${best.name}) the letters beyond ASCII make words.`;
  return { encoding: best.encoding, bom: false, confidence: Math.min(sure, best.points), says };
}

function hopeless(western: number): EncodingGuess {
  if (western === 0) {
    const says = "A few bytes are not valid UTF-8 and make no sense in another encoding; they show as \ufffd.";
    return { encoding: "utf-8", bom: false, confidence: 0.6, says };
  }
  const says = "The bytes are not valid UTF-8 and no encoding clearly fits; Western European is only the likeliest.";
  return { encoding: "windows-1252", bom: false, confidence: 0.3, says };
}

/** Ends on a line where there is one, so that no character is cut in two; from where letters beyond ASCII begin. */
function judgedEnd(sample: Uint8Array): number {
  const firstHigh = sample.findIndex((byte) => byte >= 0x80);
  const end = Math.min(sample.length, firstHigh + JUDGED_BYTES);
  const lineEnd = sample.lastIndexOf(10, end - 1);
  return lineEnd > firstHigh ? lineEnd : end;
}

/**
 * Share of the characters beyond ASCII that stand where Western text has them: a lower-case letter next to a letter, an
 * upper-case one at the start of a word, quotes and dashes and currency signs anywhere.
 */
function westernScore(text: string): number {
  let good = 0;
  let all = 0;
  for (const match of text.matchAll(/(?<=(.?))([^\0-\x7f])(?=(.?))/gsu)) {
    const [, before = "", char = "", after = ""] = match;
    all++;
    if (
      /[\u2018-\u201e\u2013\u2014\u2026\u20ac\u00a0\u00ab\u00bb\u00b0\u00a3\u00a9\u00ae\u2122\u00ba\u00aa\u00a7\u00b7\u00bf\u00a1]/.test(
        char,
      )
    )
      good += 0.9;
    else if (/\p{Ll}/u.test(char) && (/[A-Za-z]/.test(before) || /[A-Za-z]/.test(after))) good++;
    else if (/\p{Lu}/u.test(char) && !/[a-z]/.test(before) && /\p{L}/u.test(after)) good++;
    else if (/\p{L}/u.test(char) && /[A-Z]/.test(before)) good += 0.8;
  }
  return all === 0 ? 0 : good / all;
}

/** Old Macs end lines with a carriage return alone; where lines end otherwise, it is a less likely guess. */
function oldMacScore(text: string): number {
  return westernScore(text) + (text.includes("\n") ? -0.05 : 0.1);
}

/** Cyrillic words are in lower case but for their first letter; the wrong Cyrillic encoding turns that round. */
function cyrillicScore(text: string): number {
  const all = text.match(/[^\0-\x7f]/g)?.length ?? 0;
  const inWords =
    text.match(/[\u0410-\u042f\u0401]?[\u0430-\u044f\u0451]{2,}|[\u0410-\u042f]{3,}/g)?.join("").length ?? 0;
  const flipped = text.match(/[\u0430-\u044f][\u0410-\u042f]/g)?.length ?? 0;
  return all === 0 ? 0 : (inWords - 2 * flipped) / all;
}

/** Share of the characters beyond ASCII that the language uses often; half of them would be a lot in any real text. */
function eastAsianScore(text: string, language: EastAsianLanguage): number {
  const all = text.match(/[^\0-\x7f]/g) ?? [];
  // Bytes of Western text pair up into single characters between letters; East Asian text comes in runs.
  const runs = text.match(/[^\0-\x7f]{2,}/g)?.join("").length ?? 0;
  if (all.length === 0) return 0;
  const common = all.filter((char) => isCommon(char, language)).length / all.length;
  return (Math.min(1, 0.4 + common) * runs) / all.length;
}
