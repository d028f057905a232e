/**
 * Several values in one cell. One splitter serves tags, text lists, choices and additional emails and phones: it cuts at
 * the separators of the import, at line breaks and at Google's ` ::: `, but never inside a known option ("St. Louis"), a
 * quoted element or a JSON array. Values come out in order, without repeats whatever their case.
 */

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SPACE = 0x20;
const GOOGLE_SEPARATOR = / ::: /g;

/** From here on a repeated value is looked up in a set rather than compared with each of the others. */
const MANY = 12;

export type Splitter = {
  /** Char codes that part values. */
  readonly separators: ReadonlySet<number>;
  /** Known values that hold a separator, in lower case, longest first; they are never cut. */
  readonly whole: readonly string[];
};

export function splitter(separators: readonly string[], options: readonly string[] = []): Splitter {
  const codes = new Set(separators.map((separator) => separator.charCodeAt(0)));
  codes.add(0x0a).add(0x0d);
  const whole = options
    .map((option) => option.trim().toLowerCase())
    .filter((option) => [...option].some((c) => codes.has(c.charCodeAt(0))))
    .sort((a, b) => b.length - a.length);
  return { separators: codes, whole };
}

const isEnd = (text: string, at: number, codes: ReadonlySet<number>): boolean =>
  at >= text.length || codes.has(text.charCodeAt(at));

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) === SPACE) at++;
  return at;
}

/** Where the known option that starts here ends, or -1. It has to be followed by a separator or the end of the cell. */
function endOfOption(lower: string, from: number, by: Splitter): number {
  for (const option of by.whole) {
    if (!lower.startsWith(option, from)) continue;
    const end = from + option.length;
    if (isEnd(lower, skipSpaces(lower, end), by.separators)) return end;
  }
  return -1;
}

/** Where the quoted element that starts here ends, its closing quote included, or -1. */
function endOfQuoted(text: string, from: number, codes: ReadonlySet<number>): number {
  let at = from + 1;
  while (at < text.length) {
    if (text.charCodeAt(at) === QUOTE) {
      if (text.charCodeAt(at + 1) === QUOTE) at++;
      else return isEnd(text, skipSpaces(text, at + 1), codes) ? at + 1 : -1;
    }
    at++;
  }
  return -1;
}

/** The strings of a cell that holds a JSON array of strings, as our own exports write them; else null. */
function jsonStrings(text: string): readonly string[] | null {
  if (!text.startsWith("[") || !text.endsWith("]")) return null;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every((item) => typeof item === "string") ? value : null;
  } catch {
    return null;
  }
}

/** The elements of a cell as they stand in it, spaces around them included, blank ones too. */
export function splitList(raw: string, by: Splitter): readonly string[] {
  const json = jsonStrings(raw.trim());
  if (json !== null) return json;
  const text = raw.includes(":::") ? raw.replace(GOOGLE_SEPARATOR, "\n") : raw;
  const lower = by.whole.length > 0 ? text.toLowerCase() : text;
  // Lower-casing can change the length of a few rare letters; then positions do not agree and options are not protected.
  const guard = lower.length === text.length ? by : { ...by, whole: [] };
  const elements: string[] = [];
  let start = 0;
  while (start <= text.length) {
    const first = skipSpaces(text, start);
    let end = guard.whole.length > 0 ? endOfOption(lower, first, guard) : -1;
    const quotedEnd = end < 0 && text.charCodeAt(first) === QUOTE ? endOfQuoted(text, first, by.separators) : -1;
    if (quotedEnd >= 0) {
      elements.push(text.slice(first + 1, quotedEnd - 1).replaceAll('""', '"'));
      end = quotedEnd;
    }
    let cut = Math.max(end, start);
    while (!isEnd(text, cut, by.separators)) cut++;
    if (quotedEnd < 0) elements.push(text.slice(start, cut));
    start = cut + 1;
  }
  return elements;
}

/** Adds a value unless the list holds it in any case. `seen` is used once the list is long. */
function isRepeat(values: readonly string[], value: string, seen: Set<string>): boolean {
  if (values.length < MANY) {
    for (const other of values) {
      if (other === value) return true;
      if (other.length === value.length && other.toLowerCase() === value.toLowerCase()) return true;
    }
    return false;
  }
  if (seen.size === 0) for (const other of values) seen.add(other.toLowerCase());
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

/** The JSON text of an array of the values, blank and repeated ones left out; `""` when nothing is left. */
export function listText(values: readonly string[]): string {
  const kept: string[] = [];
  const seen = new Set<string>();
  let safe = true;
  for (const value of values) {
    if (value === "" || isRepeat(kept, value, seen)) continue;
    kept.push(value);
    safe &&= isSafeInJson(value);
  }
  if (kept.length === 0) return "";
  return safe ? `["${kept.join('","')}"]` : JSON.stringify(kept);
}
