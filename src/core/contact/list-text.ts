/** Lists are kept as the JSON text of an array of strings: one canonical text per list, so that comparing is comparing texts. */

const SPACE = 0x20;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** From here on a repeated value is looked up in a set rather than compared with each of the others. */
const MANY = 12;

/** The items of a list's text; empty for text that is no list. */
export function parseList(text: string): readonly string[] {
  if (text === "") return [];
  try {
    const items: unknown = JSON.parse(text);
    return Array.isArray(items) ? items.filter((item) => typeof item === "string") : [];
  } catch {
    return [];
  }
}

/** The list holds the value in some case. `seen` is there once the list is long, and takes the value in. */
function isRepeat(values: readonly string[], value: string, seen: Set<string> | null): boolean {
  if (seen === null) {
    for (const other of values) {
      if (other === value) return true;
      if (other.length === value.length && other.toLowerCase() === value.toLowerCase()) return true;
    }
    return false;
  }
  const key = value.toLowerCase();
  if (seen.has(key)) return true;
  seen.add(key);
  return false;
}

/** True when the text needs no escape between JSON quotes. */
function isSafeInJson(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < SPACE || code === QUOTE || code === BACKSLASH || code >= 0xd800) return false;
  }
  return true;
}

/**
 * The list's text, or `""` for an empty list. Blank values are left out, and repeats whatever their case: the first
 * spelling stays.
 */
export function listText(values: readonly string[]): string {
  const kept: string[] = [];
  let seen: Set<string> | null = null;
  let safe = true;
  for (const value of values) {
    if (seen === null && kept.length === MANY) seen = new Set(kept.map((other) => other.toLowerCase()));
    if (value === "" || isRepeat(kept, value, seen)) continue;
    kept.push(value);
    safe &&= isSafeInJson(value);
  }
  if (kept.length === 0) return "";
  return safe ? `["${kept.join('","')}"]` : JSON.stringify(kept);
}
