/**
 * Which encoding a file is in. Certain where there is a byte order mark or valid UTF-8 beyond ASCII; otherwise a judgement
 * on evidence that is kept. What is decided from a sample can be contradicted further down the file:
 * `CsvReader.encodingContradiction` says so.
 */
import type { EncodingGuess } from "./encoding-guess.ts";
import { sniffLegacyEncoding } from "./sniff-legacy-encoding.ts";
import { type ByteShape, bomLength } from "./text-decoding.ts";
import { firstInvalidUtf8 } from "./utf8-validity.ts";

/** More control characters than this share of the bytes: no text. */
const BINARY_SHARE = 0.05;
/** The mark of UTF-32 LE begins with that of UTF-16 LE. */
const UNICODE_SHAPES: readonly ByteShape[] = ["utf-8", "utf-32le", "utf-32be", "utf-16le", "utf-16be"];

/** @returns null where the bytes are no text in any encoding */
export function sniffEncoding(sample: Uint8Array, whole: boolean): EncodingGuess | null {
  for (const encoding of UNICODE_SHAPES) {
    if (bomLength(sample, encoding) > 0) {
      return {
        encoding,
        bom: true,
        confidence: 1,
        says: `The file starts with a ${encoding.toUpperCase()} byte order mark.`,
      };
    }
  }
  const wide = unmarkedUtf32(sample) ?? unmarkedUtf16(sample);
  if (wide) return wide;
  if (isBinary(sample)) return null;
  return utf8Guess(sample, whole) ?? sniffLegacyEncoding(sample);
}

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
  if (more < Math.max(2, end / 20) || fewer > more / 20) return null;
  const encoding = even > odd ? "utf-16be" : "utf-16le";
  const says = `There is no byte order mark, but a zero byte in ${percent(more, end / 2)} of the byte pairs, as UTF-16 has.`;
  return { encoding, bom: false, confidence: 0.95, says };
}

/** The zeros that some programs fill a file up with at its end are no sign of a binary file. */
function isBinary(sample: Uint8Array): boolean {
  let end = sample.length;
  while (end > 0 && sample[end - 1] === 0) end--;
  if (end === 0) return true;
  let controls = 0;
  for (let at = 0; at < end; at++) {
    const byte = sample[at] ?? 0;
    if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 0x1b) controls++;
  }
  return controls > Math.max(1, end * BINARY_SHARE) && !isSeparatedByControls(sample, controls);
}

/** Exports that use the ASCII separators (0x1c to 0x1f) or ^A between cells are text. */
function isSeparatedByControls(sample: Uint8Array, controls: number): boolean {
  let separators = 0;
  for (const byte of sample) if (byte === 1 || (byte >= 0x1c && byte <= 0x1f)) separators++;
  return separators === controls;
}

/** @returns null where so much is invalid that the file is in another encoding */
function utf8Guess(sample: Uint8Array, whole: boolean): EncodingGuess | null {
  const guess = { encoding: "utf-8", bom: false } as const;
  let characters = 0;
  for (const byte of sample) if (byte >= 0xc2 && byte <= 0xf4) characters++;
  let invalid = 0;
  for (let at = firstInvalidUtf8(sample, 0, !whole); at >= 0; at = firstInvalidUtf8(sample, at + 1, !whole)) {
    invalid++;
    // What follows a byte that starts no character is counted with it, so that it is not taken for a good one.
    if ((sample[at] ?? 0) >= 0xc2) characters--;
    if (invalid > characters + 1000) return null;
  }
  if (invalid === 0) {
    if (characters === 0)
      return { ...guess, confidence: 0.98, says: "Every byte is plain ASCII, which UTF-8 contains." };
    return { ...guess, confidence: 1, says: `Characters beyond ASCII: ${characters}, all valid UTF-8.` };
  }
  // Two bytes that happen to look like one UTF-8 character are rare in other encodings: "Ã©" is no word.
  if (characters < invalid) return null;
  const share = characters / (characters + invalid);
  const says = `Characters beyond ASCII: ${characters} in valid UTF-8; broken bytes, shown as \ufffd: ${invalid}.`;
  return { ...guess, confidence: 0.5 + share * 0.45, says };
}

function percent(part: number, all: number): string {
  return `${Math.round((100 * part) / all)}%`;
}
