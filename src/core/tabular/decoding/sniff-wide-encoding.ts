/**
 * UTF-16 and UTF-32 without a byte order mark, by where their zero bytes stand and by whether what they say is text.
 */
import type { EncodingGuess } from "./encoding-guess.ts";
import { decoderFor } from "./text-decoding.ts";

/** @returns null where the bytes are neither */
export const sniffWide = (sample: Uint8Array): EncodingGuess | null => unmarkedUtf32(sample) ?? unmarkedUtf16(sample);

/** UTF-32 without a mark: every four bytes are a character, which no other text comes near. */
function unmarkedUtf32(sample: Uint8Array): EncodingGuess | null {
  const units = Math.floor(sample.length / 4);
  if (units < 2) return null;
  const view = new DataView(sample.buffer, sample.byteOffset, 4 * units);
  for (const littleEndian of [true, false]) {
    let at = 0;
    while (at < units && isTextCharacter(view.getUint32(4 * at, littleEndian))) at++;
    if (at < units) continue;
    const encoding = littleEndian ? "utf-32le" : "utf-32be";
    const says = "There is no byte order mark, but every four bytes are one character, as in UTF-32.";
    return { encoding, bom: false, confidence: 0.99, says };
  }
  return null;
}

const isTextCharacter = (code: number): boolean => code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);

/**
 * UTF-16 without a mark: line ends, delimiters and Latin letters have a zero byte, always on the same side. A zero on
 * that side in every tenth pair and hardly any on the other is no accident.
 */
function unmarkedUtf16(sample: Uint8Array): EncodingGuess | null {
  let even = 0;
  let odd = 0;
  const end = sample.length - (sample.length % 2);
  for (let at = 0; at < end; at += 2) {
    if (sample[at] === 0) even++;
    if (sample[at + 1] === 0) odd++;
  }
  const [more, fewer] = even > odd ? [even, odd] : [odd, even];
  if (more < Math.max(2, end / 20) || fewer > more / 20) return denseUtf16(sample.subarray(0, end), even, odd);
  const encoding = even > odd ? "utf-16be" : "utf-16le";
  const says = `There is no byte order mark, but a zero byte in ${percent(more, end / 2)} of the byte pairs, as UTF-16 has.`;
  return { encoding, bom: false, confidence: 0.95, says };
}

/** Bytes that are decoded to see whether they are text. */
const JUDGED_BYTES = 64 * 1024;
const NO_TEXT = /[^\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}\r\n\t]/gu;

/**
 * Text of other scripts with hardly a Latin letter: only line ends and delimiters have a zero byte. All else must be
 * characters that people write, in lines.
 */
function denseUtf16(bytes: Uint8Array, even: number, odd: number): EncodingGuess | null {
  if (Math.max(even, odd) < 2 || isMostlyAscii(bytes)) return null;
  const encoding = even > odd ? "utf-16be" : "utf-16le";
  const text = decoderFor(encoding).decode(bytes.subarray(0, JUDGED_BYTES));
  const odds = text.match(NO_TEXT)?.length ?? 0;
  if (!/[\r\n]/.test(text) || odds > text.length / 200 || /\ufffd./u.test(text)) return null;
  const says =
    "There is no byte order mark, but every two bytes are a character and they stand in lines, as in UTF-16.";
  return { encoding, bom: false, confidence: 0.9, says };
}

/** ASCII with some zero bytes in it: pairs of its letters would all be Chinese characters. */
function isMostlyAscii(bytes: Uint8Array): boolean {
  let others = 0;
  for (const byte of bytes.subarray(0, JUDGED_BYTES)) if (byte >= 0x80 || (byte > 0 && byte < 0x20)) others++;
  return others < Math.min(bytes.length, JUDGED_BYTES) / 8;
}

function percent(part: number, all: number): string {
  return `${Math.round((100 * part) / all)}%`;
}
