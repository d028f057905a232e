/**
 * Which encoding a file is in. Certain where there is a byte order mark or valid UTF-8 beyond ASCII; otherwise a judgement
 * on evidence from all over the file. What was in no sample can still contradict it: `CsvReader.encodingContradiction`
 * says so, and the evidence of the whole file decides.
 */
import { countryHints } from "./country-hints.ts";
import { EncodingEvidence } from "./encoding-evidence.ts";
import type { EncodingGuess } from "./encoding-guess.ts";
import { hasJapaneseEscapes } from "./iso-2022-jp.ts";
import { type FileHints, HOPELESS, SURE, sniffLegacyEncoding } from "./sniff-legacy-encoding.ts";
import { sniffWide } from "./sniff-wide-encoding.ts";
import { type ByteShape, bomLength, decoderFor } from "./text-decoding.ts";

/** More control characters than this share of the bytes: no text. */
const BINARY_SHARE = 0.05;
/** The mark of UTF-32 LE begins with that of UTF-16 LE. */
const UNICODE_SHAPES: readonly ByteShape[] = ["utf-8", "utf-32le", "utf-32be", "utf-16le", "utf-16be"];
/** So many bytes that are no UTF-8 for each character that is: then those are accidents of another encoding. */
const ACCIDENT = 8;
const FEW = 0.01;

/**
 * @param sample the file's first bytes
 * @param evidence from these and from other places of the file
 * @returns null where the bytes are no text in any encoding
 */
export function sniffEncoding(
  sample: Uint8Array,
  whole: boolean,
  evidence: EncodingEvidence = evidenceIn(sample, whole),
): EncodingGuess | null {
  const marked = markedUnicode(sample);
  if (marked) return marked.encoding === "utf-8" ? markedUtf8(marked, evidence) : marked;
  const wide = sniffWide(sample);
  if (wide) return wide;
  if (isBinary(sample)) return null;
  return accidentGuess(sample, evidence) ?? guessFrom(evidence) ?? asciiGuess(sample);
}

/** So few characters may be valid UTF-8 by accident. */
const MOST_ACCIDENTS = 2;
/** Two capitals or signs of an old encoding that together are one letter of a script that nobody mixes with Latin letters. */
const ODD_PAIR = /[\u0300-\u036f\u0530-\u07ff](?=[a-z])|[a-z][\u0530-\u07ff]/iu;

/** `Dvořák` of an old Mac is valid UTF-8, with a letter of the Maldives in the middle. */
function accidentGuess(sample: Uint8Array, evidence: EncodingEvidence): EncodingGuess | null {
  const { characters, brokenLines } = evidence;
  if (brokenLines > 0 || characters === 0 || characters > MOST_ACCIDENTS) return null;
  if (!ODD_PAIR.test(decoderFor("utf-8").decode(sample))) return null;
  const guess = sniffLegacyEncoding(sample, fileHints(evidence));
  if (guess.confidence <= HOPELESS) return null;
  const says = `${guess.says} They would be valid UTF-8 too, with letters of two scripts in one word.`;
  return {
    ...guess,
    confidence: Math.min(guess.confidence, 0.75),
    says: says.replace("not valid UTF-8", "hardly UTF-8"),
  };
}

function evidenceIn(sample: Uint8Array, whole: boolean): EncodingEvidence {
  const evidence = new EncodingEvidence();
  evidence.add(sample, { atStart: true, atEnd: whole });
  return evidence;
}

function markedUnicode(sample: Uint8Array): EncodingGuess | null {
  const encoding = UNICODE_SHAPES.find((shape) => bomLength(sample, shape) > 0);
  if (encoding === undefined) return null;
  const says = `The file starts with a ${encoding.toUpperCase()} byte order mark.`;
  return { encoding, bom: true, confidence: 1, says };
}

/** The mark is believed; lines that contradict it were put in by another program. */
function markedUtf8(marked: EncodingGuess, evidence: EncodingEvidence): EncodingGuess {
  return evidence.brokenLines === 0 ? marked : { ...mixedGuess(evidence), bom: true };
}

/** @returns null where there is nothing but ASCII */
function guessFrom(evidence: EncodingEvidence): EncodingGuess | null {
  const { characters, brokenLines, brokenBytes } = evidence;
  if (brokenLines > 0) return characters * ACCIDENT <= brokenBytes ? legacyGuess(evidence) : mixedGuess(evidence);
  if (characters === 0) return null;
  const says = `Characters beyond ASCII: ${characters}, all valid UTF-8.`;
  return { encoding: "utf-8", bom: false, confidence: 1, says };
}

const legacyGuess = (evidence: EncodingEvidence): EncodingGuess =>
  sniffLegacyEncoding(evidence.broken, fileHints(evidence));

const fileHints = ({ asciiText, onlyCr }: EncodingEvidence): FileHints => ({ hints: countryHints(asciiText), onlyCr });

/** UTF-8 and something else: a few damaged bytes, or the lines of two files put together. */
function mixedGuess(evidence: EncodingEvidence): EncodingGuess {
  const { characters, brokenLines, brokenBytes } = evidence;
  const legacy = legacyGuess(evidence);
  const found = `Characters beyond ASCII: ${characters} in valid UTF-8; lines with bytes that are not: ${brokenLines}`;
  if (legacy.confidence < SURE) {
    const confidence = 0.5 + (0.45 * characters) / (characters + brokenBytes);
    const says = `${found}. They make no sense in another encoding either, and their cells are marked.`;
    return { encoding: "utf-8", bom: false, confidence, says };
  }
  const share = brokenBytes / (characters + brokenBytes);
  const confidence = legacy.confidence * (share <= FEW ? 0.85 : 0.7);
  const says = `${found}; the cells with them are read as ${legacy.encoding}. ${legacy.says}`;
  return { encoding: "utf-8", bom: false, fallback: legacy.encoding, confidence, says };
}

function asciiGuess(sample: Uint8Array): EncodingGuess {
  if (hasJapaneseEscapes(sample)) {
    const says = "Every byte is plain ASCII, and escapes switch to Japanese characters, as in ISO-2022-JP.";
    return { encoding: "iso-2022-jp", bom: false, confidence: 0.95, says };
  }
  const says = "Every byte is plain ASCII, which UTF-8 contains.";
  return { encoding: "utf-8", bom: false, confidence: 0.98, says };
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

/** What stands between cells in exports: ^A to ^C (Hive), the bell (Teradata), 0x14 (legal documents) and ASCII's own separators. */
const SEPARATORS: ReadonlySet<number> = new Set([1, 2, 3, 7, 0x14, 0x1c, 0x1d, 0x1e, 0x1f]);

function isSeparatedByControls(sample: Uint8Array, controls: number): boolean {
  let separators = 0;
  for (const byte of sample) if (SEPARATORS.has(byte)) separators++;
  return separators === controls;
}
