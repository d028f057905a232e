/**
 * The key under which a mapping is remembered: equal for two files with the same headers, whatever their order, case,
 * spaces and punctuation. Files without a header are alike when they have as many columns.
 */
import { keyHash } from "../match/key-hash.ts";
import { headerKey } from "./header-key.ts";

/** Part of the stored format: a change of the keys must change it. */
const VERSION = "h1";

/** About 30 characters, however many headers there are. */
export function headerFingerprint(headers: readonly string[]): string {
  // White space cannot be part of a key, so that no two lists of headers give one text.
  const text = headers.map(headerKey).sort().join("\n");
  return `${VERSION}-${headers.length}-${base36(keyHash(text))}${base36(keyHash(`\n${text}`))}`;
}

const base36 = (hash: number): string => hash.toString(36).padStart(11, "0");
