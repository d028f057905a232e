/**
 * Bytes as a text of which each character is one byte. Formats in which one value may be in another encoding than the rest
 * (vCard), or be folded in the middle of a character, are taken apart in this form and decoded value by value.
 */
import { decoderFor } from "./text-decoding.ts";

/** Arguments that one call may safely take. */
const AT_ONCE = 8192;
const ASCII = /^[\u0000-\u007f]*$/;

export function octetText(bytes: Uint8Array): string {
  if (bytes.length <= AT_ONCE) return String.fromCharCode(...bytes);
  let text = "";
  for (let at = 0; at < bytes.length; at += AT_ONCE) text += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE));
  return text;
}

export const isAscii = (text: string): boolean => ASCII.test(text);

export function octetsOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

export const decodeOctets = (text: string, encoding: string): string => decoderFor(encoding).decode(octetsOf(text));
