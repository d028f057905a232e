/**
 * Text whose UTF-8 was once read in another encoding and saved again: "Müller" became "MÃ¼ller". What was done is undone
 * where that is certain: every character of the cell goes back to one byte, the bytes are valid UTF-8, and what they say is
 * letters of one script in each word. Anything less is left as it stands.
 */
import { decoderFor } from "../tabular/decoding/text-decoding.ts";
import { firstInvalidUtf8 } from "../tabular/decoding/utf8-validity.ts";

/** Mistaken for this one, UTF-8 shows letters and signs that never stand together otherwise: it needs no further proof. */
const USUAL = "windows-1252";
/** Mistaken for one of these it may show what is text in some language. */
const OTHERS: readonly string[] = ["windows-1250", "windows-1251", "windows-1254", "macintosh", "ibm850", "ibm437"];

/** Characters of the bytes 0x80 to 0xbf in Windows-1252. */
const FOLLOWING =
  "\\u0080-\\u00bf\\u0152\\u0153\\u0160\\u0161\\u0178\\u017d\\u017e\\u0192\\u02c6\\u02dc\\u2013-\\u2122";
const USUAL_PAIR = new RegExp(`[\\u00c2-\\u00f4][${FOLLOWING}]`);
const TELLING_PAIR = new RegExp(`\\u00c3[${FOLLOWING}]|\\u00e2\\u20ac`);
const TWO_TOGETHER = /[^\0-\x7f]{2}/;
/** A capital behind a small letter, scripts mixed, or signs between letters: no word of any language. */
const STRANGE =
  /\p{Ll}\p{Lu}|[a-zA-Z](?:\p{Script=Cyrillic}|[^\0-\x7f\p{L}\p{M}])|(?![\u2019\u2010-\u2015])[^\0-\x7f\p{L}\p{M}\p{N}]\p{L}/u;

/**
 * Pairs that the other encodings show for the usual first bytes of UTF-8. Ordinary text hardly has them, so that most of it
 * need not be looked at cell by cell.
 */
const OTHER_PAIRS: readonly (readonly [firstBytes: string, following: string])[] = [
  // Windows-1250
  [
    "\\u0102\\u00c2\\u0139\\u00c4\\u0110\\u0143",
    "\\u00a0-\\u00bf\\u0104\\u0105\\u0141\\u0142\\u013d\\u013e\\u015a-\\u0165\\u0179-\\u017e\\u02c7-\\u02dd\\u2013-\\u2122",
  ],
  // Windows-1251
  [
    "\\u0413-\\u0415\\u0420-\\u0422\\u0432\\u041e\\u041f",
    "\\u00a0-\\u00bb\\u0401-\\u040f\\u0451-\\u045f\\u0490\\u0491\\u2013-\\u2122",
  ],
  // Mac and DOS, where the first bytes are signs
  [
    "\\u221a\\u0192\\u2248\\u2013\\u2014\\u251c\\u2500\\u253c\\u2568\\u2564\\u252c\\u256c\\u2567\\u03a9\\u201a\\u00ac",
    "\\u0080-\\uffff",
  ],
];
const ANY_PAIR = new RegExp(
  [USUAL_PAIR.source, ...OTHER_PAIRS.map(([first, following]) => `[${first}][${following}]`)].join("|"),
);

/** False means that no cell of the text was encoded twice, for all that can be told. */
export const mayBeDoubleEncoded = (text: string): boolean => ANY_PAIR.test(text);

/** @returns the text that the cell hides, or null where that is not certain */
export function undoDoubleEncoding(cell: string): string | null {
  if (!TWO_TOGETHER.test(cell)) return null;
  const usual = USUAL_PAIR.test(cell) ? undoneBy(cell, USUAL) : null;
  if (usual !== null || !STRANGE.test(cell)) return usual;
  const texts = new Set(OTHERS.flatMap((page) => undoneBy(cell, page) ?? []));
  const [only = null] = texts;
  return texts.size === 1 ? only : null;
}

/** The cell looks like it, though perhaps too much is lost to undo it. */
export const looksDoubleEncoded = (cell: string): boolean => TELLING_PAIR.test(cell);

/** The text behind the cell if this encoding made it, or null. */
function undoneBy(cell: string, page: string): string | null {
  const codes = bytesOf(page);
  const bytes = new Uint8Array(cell.length);
  let high = 0;
  for (let at = 0; at < cell.length; at++) {
    const code = cell.charCodeAt(at);
    const byte = code < 0x80 ? code : codes.get(code);
    if (byte === undefined) return null;
    if (byte >= 0x80) high++;
    bytes[at] = byte;
  }
  if (high === 0 || firstInvalidUtf8(bytes) >= 0) return null;
  const text = decoderFor("utf-8").decode(bytes);
  return isPlausible(text) ? text : null;
}

/** What no text of people and places has. */
const IMPLAUSIBLE: readonly RegExp[] = [
  // Signs other than those of names, addresses and amounts.
  /[^\0-\x7f\p{L}\p{M}\p{N}\p{Extended_Pictographic}\u00a0\u00a1\u00aa\u00ab\u00b0\u00b4\u00b7\u00ba\u00bb\u00bf\u2010-\u2044\u20ac\u2116]/u,
  // Letters of phonetics and of old or rare alphabets, but for those of Vietnamese and Romanian.
  /[\u0180-\u019f\u01a2-\u01ae\u01b1-\u0217\u021c-\u02af\u0460-\u048f\u0492-\u052f]/,
  // Combining marks, but for those of Vietnamese.
  /[\u0302\u0304-\u0308\u030a-\u0322\u0324-\u036f]/,
  // Latin letters beside those of another script.
  /\p{Script=Latin}(?![\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}])\p{L}/u,
  /(?![\p{Script=Latin}\p{Script=Common}])\p{L}\p{Script=Latin}/u,
];

const isPlausible = (text: string): boolean => !IMPLAUSIBLE.some((sign) => sign.test(text));

const known = new Map<string, ReadonlyMap<number, number>>();

/** Bytes by the code of the character that the encoding shows for them. */
function bytesOf(page: string): ReadonlyMap<number, number> {
  const made = known.get(page);
  if (made) return made;
  const high = Uint8Array.from({ length: 0x80 }, (_, at) => 0x80 + at);
  const bytes = new Map(Array.from(decoderFor(page).decode(high), (char, at) => [char.charCodeAt(0), 0x80 + at]));
  known.set(page, bytes);
  return bytes;
}
