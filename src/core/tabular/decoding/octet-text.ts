/**
 * Bytes as a text of which each character stands for one byte. Formats in which one value may be in another encoding than
 * the rest (vCard), or be folded in the middle of a character, are taken apart in this form and decoded value by value.
 *
 * Windows-1252 gives every byte a character of its own, and decoders do it a hundred times faster than code of ours; so the
 * characters are those, and are turned back into bytes by its table.
 */
import { decoderFor } from "./text-decoding.ts";

const ONE_BYTE = "windows-1252";
const ASCII = /^[\u0000-\u007f]*$/;

const decoder = decoderFor(ONE_BYTE);
const BYTE_OF: ReadonlyMap<number, number> = new Map(
  Array.from({ length: 32 }, (_, at) => [decoder.decode(Uint8Array.of(0x80 + at)).charCodeAt(0), 0x80 + at]),
);

export const octetText = (bytes: Uint8Array): string => decoder.decode(bytes);

export const isAscii = (text: string): boolean => ASCII.test(text);

export function octetsOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    bytes[at] = code < 0x100 ? code : (BYTE_OF.get(code) ?? 0);
  }
  return bytes;
}

export const decodeOctets = (text: string, encoding: string): string => decoderFor(encoding).decode(octetsOf(text));
