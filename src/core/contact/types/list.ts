/**
 * Several values in one cell. One splitter serves tags, text lists, choices and additional emails and phones: it cuts at
 * the separators of the import, at line breaks and at Google's ` ::: `, but never inside a known option ("St. Louis") or tag,
 * a quoted element or a JSON array. A cell of separators alone has no elements that are not blank.
 */
import type { Reading, Unreadable } from "../unreadable.ts";

const QUOTE = 0x22;
const SPACE = 0x20;
const NO_BREAK_SPACE = 0xa0;
const TAB = 0x09;
const GOOGLE_SEPARATOR = / ::: /g;

export type Splitter = {
  /** Char codes that part values. */
  readonly separators: ReadonlySet<number>;
  /**
   * Known values that hold a separator, in lower case and without spaces: by the char code that they begin with, longest
   * first. They are never cut.
   */
  readonly whole: ReadonlyMap<number, readonly string[]>;
};

const NONE: ReadonlyMap<number, readonly string[]> = new Map();

/** What spellings of a known value share that a splitter does not tell apart. */
export const wholeKey = (text: string): string => text.toLowerCase().replace(/\s+/g, "");

export function splitter(separators: readonly string[], options: readonly string[] = []): Splitter {
  const codes = new Set(separators.map((separator) => separator.charCodeAt(0)));
  codes.add(0x0a).add(0x0d);
  const whole = options
    .map(wholeKey)
    .filter((option) => [...option].some((c) => codes.has(c.charCodeAt(0))))
    .sort((a, b) => b.length - a.length);
  return { separators: codes, whole: Map.groupBy(whole, (option) => option.charCodeAt(0)) };
}

const isSpace = (code: number): boolean => code === SPACE || code === NO_BREAK_SPACE || code === TAB;

const isEnd = (text: string, at: number, codes: ReadonlySet<number>): boolean =>
  at >= text.length || codes.has(text.charCodeAt(at));

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** Where the option ends that starts here, whatever the spaces in it, or -1. */
function endOfMatch(lower: string, from: number, option: string): number {
  let at = from;
  for (let i = 0; i < option.length; i++) {
    while (i > 0 && isSpace(lower.charCodeAt(at))) at++;
    if (lower.charCodeAt(at) !== option.charCodeAt(i)) return -1;
    at++;
  }
  return at;
}

/** Where the known option that starts here ends, or -1. It has to be followed by a separator or the end of the cell. */
function endOfOption(lower: string, from: number, by: Splitter): number {
  for (const option of by.whole.get(lower.charCodeAt(from)) ?? []) {
    const end = endOfMatch(lower, from, option);
    if (end >= 0 && isEnd(lower, skipSpaces(lower, end), by.separators)) return end;
  }
  return -1;
}

/** Where the quoted text that starts here ends, its closing quote included, or -1. */
function endOfQuoted(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length) {
    if (text.charCodeAt(at) === QUOTE) {
      if (text.charCodeAt(at + 1) !== QUOTE) return at + 1;
      at++;
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
  const lower = by.whole.size > 0 ? text.toLowerCase() : text;
  // Lower-casing can change the length of a few rare letters; then positions do not agree and options are not protected.
  const guard = lower.length === text.length ? by : { ...by, whole: NONE };
  const elements: string[] = [];
  let start = 0;
  while (start <= text.length) {
    const first = skipSpaces(text, start);
    const optionEnd = guard.whole.size > 0 ? endOfOption(lower, first, guard) : -1;
    const quotedEnd = optionEnd < 0 && text.charCodeAt(first) === QUOTE ? endOfQuoted(text, first) : -1;
    // Quotes around a part of an element, as in `"Smith, Ann" <ann@x.com>`, hide what is between them and stay.
    let cut = Math.max(optionEnd, quotedEnd, start);
    while (!isEnd(text, cut, by.separators)) cut++;
    const quoted = quotedEnd >= 0 && skipSpaces(text, quotedEnd) === cut;
    elements.push(quoted ? text.slice(first + 1, quotedEnd - 1).replaceAll('""', '"') : text.slice(start, cut));
    start = cut + 1;
  }
  return elements;
}

/** Values of one cell that are said to be unreadable; it may hold thousands. */
const MOST_NAMED = 10;

/** What each element of a cell is read as. `unread` names those that cannot be, as they stand; null = all can. */
export function readEach(
  elements: readonly string[],
  read: (element: string) => Reading,
): { readonly values: readonly string[]; readonly unread: Unreadable | null } {
  const values: string[] = [];
  const wrong: string[] = [];
  let first: Unreadable | null = null;
  for (const element of elements) {
    const value = read(element);
    if (typeof value === "string") values.push(value);
    else {
      first ??= value;
      if (wrong.length < MOST_NAMED && value.unreadable === first.unreadable) wrong.push(element.trim());
    }
  }
  return { values, unread: first && { ...first, params: { ...first.params, unread: wrong } } };
}

/** With spaces around: `030/12345` is one number. */
const BETWEEN = /\s+(?:[/|&]|or|and|oder|od\.|bzw\.|und|ou|et|o|y|e|of|en|lub|i)\s+/gi;
/** Longer cells are prose. */
const MAX_PARTED = 1_000;

/** A list whose elements stand in a cell as the separators part them, or else as words do. */
export function readParted(raw: string, read: (raw: string) => Reading): Reading {
  const reading = read(raw);
  const parted = typeof reading === "string" ? null : partedByWords(raw);
  const again = parted === null ? reading : read(parted);
  return typeof again === "string" ? again : reading;
}

/** `0711 5550143 oder 0171 5550143`: each on a line of its own. Null where no such word stands between two. */
export function partedByWords(raw: string): string | null {
  if (raw.length > MAX_PARTED) return null;
  const parted = raw.replace(BETWEEN, "\n");
  return parted === raw ? null : parted;
}
