/**
 * The key under which a mapping is remembered: equal for two files with the same headers, whatever their order, case,
 * spaces and punctuation, and for the file of its lines with errors. Files without a header are alike when they have as
 * many columns.
 */
import { keyHash } from "../match/key-hash.ts";
import { ownColumns } from "./error-columns.ts";
import { headerKey } from "./header-key.ts";

/** Part of the stored format: a change of the keys must change it. */
const VERSION = "h1";

/** About 30 characters, however many headers there are. */
export function headerFingerprint(headers: readonly string[]): string {
  // White space cannot be part of a key, so that no two lists of headers give one text.
  const own = headers.slice(0, ownColumns(headers));
  const text = own.map(headerKey).sort().join("\n");
  return `${VERSION}-${own.length}-${base36(keyHash(text))}${base36(keyHash(`\n${text}`))}`;
}

const base36 = (hash: number): string => hash.toString(36).padStart(11, "0");
