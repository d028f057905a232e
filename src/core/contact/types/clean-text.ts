/**
 * What every value type does first: takes away what nobody sees or meant to type (outer white space, no-break spaces,
 * zero-width and control characters, byte order marks) and brings the rest to Unicode NFC. It never changes case and
 * never drops a visible character. Plain ASCII and Latin text is returned as it is, without a copy.
 */
import { type Reading, unreadable } from "../unreadable.ts";

/** U+FFFD or half a surrogate pair: the bytes were not text in the file's encoding, and what stood there is lost. */
const TEXT_UNDECODABLE = unreadable("text_undecodable");

const SPACE = 0x20;
const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;
/** Joiners shape letters in Arabic and Indic scripts and hold emoji together; beside Latin letters they are debris. */
const STRAY_JOINER = /(?<![\u0600-\u1fff\u2030-\uffff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u1fff\u2030-\uffff])/g;
const WIDE_SPACE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
/** `\s` and the next-line control, which Unicode counts as white space and JavaScript does not. */
const WHITE_SPACE = /[\s\u0085]+/g;
const LINE_BREAK = /\r\n|[\n\r\u000b\u000c\u0085\u2028\u2029]/;

/** White space, controls and invisible characters that do not count at the ends of a cell. */
function isEdgeDebris(code: number): boolean {
  if (code <= SPACE) return true;
  if (code < 0x7f) return false;
  if (code <= 0xa0 || code === 0xad) return true;
  if (code < 0x1680) return false;
  return (
    code === 0x1680 ||
    code === 0x180e ||
    (code >= 0x2000 && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202f) ||
    (code >= 0x205f && code <= 0x206f) ||
    code === 0x3000 ||
    // Hangul fillers: letters that show nothing, typed where a form asks for a name.
    code === 0x3164 ||
    code === 0xffa0 ||
    code === 0xfeff ||
    (code >= 0xfff9 && code <= 0xfffb)
  );
}

/** The cell without debris at its ends; the inside is untouched. */
export function trimCell(raw: string): string {
  const length = raw.length;
  if (length === 0) return raw;
  const first = raw.charCodeAt(0);
  const last = raw.charCodeAt(length - 1);
  if (first > SPACE && first < 0x7f && last > SPACE && last < 0x7f) return raw;
  let start = 0;
  let end = length;
  while (start < end && isEdgeDebris(raw.charCodeAt(start))) start++;
  while (end > start && isEdgeDebris(raw.charCodeAt(end - 1))) end--;
  return start === 0 && end === length ? raw : raw.slice(start, end);
}

/** A cell in which nobody can see anything holds no value. */
export const isBlankCell = (raw: string): boolean => trimCell(raw) === "";

/** Visible ASCII and the Latin letters below the combining marks: already clean, already NFC. */
const isPlain = (code: number): boolean =>
  (code > SPACE && code < 0x7f) || (code > 0xa0 && code < 0x300 && code !== 0xad);

/** True when the text needs nothing done to it. `oneSpace` also asks that no two spaces follow each other. */
function isCleanLine(raw: string, oneSpace: boolean): boolean {
  let spaceBefore = true;
  for (let i = 0; i < raw.length; i++) {
    const code = raw.charCodeAt(i);
    if (code === SPACE) {
      if (spaceBefore && (oneSpace || i === 0)) return false;
      spaceBefore = true;
    } else if (isPlain(code)) {
      spaceBefore = false;
    } else {
      return false;
    }
  }
  return !spaceBefore;
}

/** Control, zero-width and undecodable characters dealt with, odd spaces made plain, NFC; line breaks still there. */
function visible(raw: string): Reading {
  if (!raw.isWellFormed() || raw.includes("\ufffd")) return TEXT_UNDECODABLE;
  const text = raw.replace(INVISIBLE, "").normalize("NFC").replace(WIDE_SPACE, " ").replace(STRAY_JOINER, "");
  // A second time: taking a joiner away can bring a letter and its combining mark together.
  return text.normalize("NFC");
}

/** One line of text: line breaks and tabs become a space, other inner spaces stay as typed. */
export function cleanLine(raw: string): Reading {
  if (isCleanLine(raw, false)) return raw;
  const text = visible(raw);
  if (typeof text !== "string") return text;
  return text.replaceAll("\t", " ").split(LINE_BREAK).map(trimCell).filter(Boolean).join(" ");
}

/** One line of text in which every run of white space is one space. */
export function collapseLine(raw: string): Reading {
  if (isCleanLine(raw, true)) return raw;
  const text = visible(raw);
  return typeof text === "string" ? trimCell(text.replace(WHITE_SPACE, " ")) : text;
}

/** Text of several lines: line ends are `\n`, spaces at line ends go, inner spaces and blank lines stay. */
export function cleanLines(raw: string): Reading {
  if (isCleanLine(raw, false)) return raw;
  const text = visible(raw);
  if (typeof text !== "string") return text;
  const lines = text.split(LINE_BREAK);
  return trimCell(lines.map((line) => line.trimEnd()).join("\n"));
}
