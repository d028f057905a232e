/** Physical lines: `\n`, `\r\n` and `\r` each end one. In text for counting, in bytes for cutting a stream into blocks. */
import { type ByteShape, unitBytes } from "./text-decoding.ts";

const LF = 10;
const CR = 13;

/** Line ends in text[from, to). The part is cut out first, so that a search never runs on to the end of a large block. */
export function countLineBreaks(text: string, from: number, to: number): number {
  const part = text.slice(from, to);
  let count = 0;
  for (let at = part.indexOf("\n"); at >= 0; at = part.indexOf("\n", at + 1)) count++;
  for (let at = part.indexOf("\r"); at >= 0; at = part.indexOf("\r", at + 1)) {
    if (part.charCodeAt(at + 1) !== LF) count++;
  }
  return count;
}

/**
 * Where the bytes can be cut so that what comes before is whole lines: behind the last `\n`, or, in a file that has only
 * `\r`, behind the last one that is sure not to be half of a `\r\n`. 0 = nowhere. No encoding that we read uses the byte
 * of `\n` or `\r` inside another character, except UTF-16 and UTF-32, which are looked at by code units.
 */
export function lastLineCut(bytes: Uint8Array, shape: ByteShape): number {
  const size = unitBytes(shape);
  if (size > 1) return lastUnitCut(bytes, size, shape.endsWith("le") ? 0 : size - 1);
  const lastLf = bytes.lastIndexOf(LF);
  if (lastLf >= 0) return lastLf + 1;
  return bytes.length < 2 ? 0 : bytes.lastIndexOf(CR, bytes.length - 2) + 1;
}

/** @param low place of a code unit's lowest byte in it */
function lastUnitCut(bytes: Uint8Array, size: number, low: number): number {
  let lastCr = 0;
  const end = bytes.length - (bytes.length % size);
  for (let unit = end - size; unit >= 0; unit -= size) {
    const code = bytes[unit + low];
    if ((code !== LF && code !== CR) || !isAlone(bytes, unit, { size, low })) continue;
    if (code === LF) return unit + size;
    if (lastCr === 0 && unit < end - size) lastCr = unit + size;
  }
  return lastCr;
}

/** The other bytes of the code unit are zero. */
function isAlone(bytes: Uint8Array, unit: number, { size, low }: { readonly size: number; readonly low: number }) {
  for (let at = 0; at < size; at++) if (at !== low && bytes[unit + at] !== 0) return false;
  return true;
}

/** Quick and one-sided: false means that no line can end in these bytes. */
export function mayEndLine(bytes: Uint8Array): boolean {
  return bytes.includes(LF) || bytes.includes(CR);
}
