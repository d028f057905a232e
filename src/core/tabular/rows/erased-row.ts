/** The bytes that stand in a stored file where the row of an erased person stood: as many, and no others move. */

import { byteShape, unitBytes } from "../decoding/text-decoding.ts";
import type { Dialect } from "../dialect.ts";

const [LF, CR, QUOTE] = [0x0a, 0x0d, 0x22];

/**
 * One filled cell and as many empty ones as the row had, then its line breaks: those inside its cells become blank lines,
 * so that the rows behind it keep their lines as well.
 *
 * @param bytes from the row's first byte to the next row's, or to the file's end
 * @param cells how many the row has; of a rows file without the number in front
 */
export function erasedRow(bytes: Uint8Array, dialect: Dialect, cells: number): Uint8Array {
  const written = writerOf(dialect.encoding);
  const delimiter = written(dialect.delimiter);
  const filler = written(/[*]/.test(dialect.delimiter + dialect.quote) ? "x" : "*");
  // In a rows file lines are told by their numbers, and what follows a number is one row however it is broken.
  const front = dialect.numbered ? written(`${numberIn(bytes)}${dialect.delimiter}`) : bytes.subarray(0, 0);
  const breaks = dialect.numbered ? lastBreak(bytes) : breaksIn(bytes, dialect.encoding);
  const room = bytes.length - front.length - breaks.length;
  const delimiters = Math.max(0, Math.min(cells - 1, Math.floor((room - filler.length) / (delimiter.length || 1))));
  const filled = room - delimiters * delimiter.length;
  const erased = new Uint8Array(bytes.length);
  erased.set(front);
  for (let at = 0; at < filled; at += 1) erased[front.length + at] = filler[at % filler.length] ?? 0;
  for (let at = 0; at < delimiters; at += 1) erased.set(delimiter, front.length + filled + at * delimiter.length);
  erased.set(breaks, bytes.length - breaks.length);
  return erased;
}

/** In every encoding that is read a line break is one unit, and no other character holds its byte. */
function breaksIn(bytes: Uint8Array, encoding: string): Uint8Array {
  const shape = byteShape(encoding);
  const unit = unitBytes(shape);
  const low = shape.endsWith("be") ? unit - 1 : 0;
  const unitAt = (at: number): number => {
    const others = bytes.subarray(at, at + unit).some((byte, place) => place !== low && byte !== 0);
    return others ? -1 : (bytes[at + low] ?? -1);
  };
  const units: number[] = [];
  const starts = Array.from({ length: Math.floor(bytes.length / unit) }, (_, index) => index * unit);
  const hasLf = starts.some((at) => unitAt(at) === LF);
  for (const at of starts) {
    const is = unitAt(at);
    // A lone CR inside a cell would become one break with the LF that comes to stand behind it.
    if (is === CR) units.push(hasLf && unitAt(at + unit) !== LF ? LF : CR);
    else if (is === LF) units.push(LF);
  }
  const found = new Uint8Array(units.length * unit);
  for (const [index, code] of units.entries()) found[index * unit + low] = code;
  return found;
}

/** In front of the row; a quote may stand before it where the row could not be read. */
function numberIn(bytes: Uint8Array): string {
  const start = bytes[0] === QUOTE ? 1 : 0;
  let end = start;
  while (isDigit(bytes[end])) end++;
  return String.fromCharCode(...bytes.subarray(start, end));
}

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

const lastBreak = (bytes: Uint8Array): Uint8Array =>
  bytes.subarray(bytes.at(-1) === LF ? bytes.length - 1 : bytes.length);

/** Of delimiters, digits and the filler: what stands outside of ASCII among them does so in Unicode and in Latin encodings alone. */
function writerOf(encoding: string): (text: string) => Uint8Array {
  const shape = byteShape(encoding);
  if (shape === "utf-8") return (text) => Uint8Array.from(Array.from(text).flatMap(utf8Bytes));
  const unit = unitBytes(shape);
  return (text) => {
    const bytes = new Uint8Array(text.length * unit);
    for (let at = 0; at < text.length; at += 1) {
      const [low, high] = shape.endsWith("be") ? [unit - 1, unit - 2] : [0, 1];
      bytes[at * unit + low] = text.charCodeAt(at) & 255;
      if (unit > 1) bytes[at * unit + high] = text.charCodeAt(at) >> 8;
    }
    return bytes;
  };
}

function utf8Bytes(character: string): readonly number[] {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return [code];
  const next = (shift: number): number => 0x80 | ((code >> shift) & 0x3f);
  if (code < 0x800) return [0xc0 | (code >> 6), next(0)];
  return code < 0x1_0000 ? [0xe0 | (code >> 12), next(6), next(0)] : [0xf0 | (code >> 18), next(12), next(6), next(0)];
}
