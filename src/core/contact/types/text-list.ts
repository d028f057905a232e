/** Tags and lists of free text: each value one clean line with single spaces. */

import { withoutGoogleGroups } from "../google-groups.ts";
import { listText } from "../list-text.ts";
import { tagKey } from "../tag-key.ts";
import type { Reading } from "../unreadable.ts";
import { collapseLine } from "./clean-text.ts";
import { type Splitter, splitList, splitter, wholeKey } from "./list.ts";

/** Characters that need neither cleaning nor an escape in JSON. */
const PLAIN = new Uint8Array(128);
for (const c of "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_&/+@") PLAIN[c.charCodeAt(0)] = 1;
const SPACE = 0x20;

const isPlain = (code: number): boolean => code < 128 && PLAIN[code] === 1;

export function normaliseTextList(raw: string, by: Splitter): Reading {
  const plain = by.whole.size > 0 ? null : plainValues(raw, by);
  return plain === null ? readElements(raw, by) : listText(plain);
}

/** Values of plain characters with single spaces inside, at most one space behind a separator; null for anything else. */
function plainValues(raw: string, by: Splitter): readonly string[] | null {
  const values: string[] = [];
  let start = 0;
  for (let i = 0; i <= raw.length; i++) {
    const code = i === raw.length ? -1 : raw.charCodeAt(i);
    if (code >= 0 && isPlain(code) && !by.separators.has(code)) continue;
    if (i === start) return null;
    if (code === SPACE) {
      // A space inside a value has a plain character on either side.
      if (!isPlain(raw.charCodeAt(i - 1)) || !isPlain(raw.charCodeAt(i + 1))) return null;
    } else if (code < 0 || by.separators.has(code)) {
      values.push(raw.slice(start, i));
      if (raw.charCodeAt(i + 1) === SPACE) i++;
      start = i + 1;
    } else {
      return null;
    }
  }
  return values;
}

function readElements(raw: string, by: Splitter, spelledAs = itself): Reading {
  const values: string[] = [];
  for (const element of withoutGoogleGroups(splitList(raw, by))) {
    const value = collapseLine(element);
    if (typeof value !== "string") return value;
    values.push(spelledAs(value));
  }
  return listText(values);
}

const itself = (value: string): string => value;

/** @param known tags of which those that hold a separator are not cut, whatever the spaces in them */
export function tagReader(separators: readonly string[], known: readonly string[]): (raw: string) => Reading {
  const by = splitter(separators, known);
  if (by.whole.size === 0) return (raw) => normaliseTextList(raw, by);
  const keys = new Set(known.map(tagKey));
  const spelled = new Map(known.map((tag) => [wholeKey(tag), tag]));
  const holdsSeparator = (text: string): boolean => separators.some((separator) => text.includes(separator));
  const spelledAs = (value: string): string =>
    holdsSeparator(value) && !keys.has(tagKey(value)) ? (spelled.get(wholeKey(value)) ?? value) : value;
  return (raw) => readElements(raw, by, spelledAs);
}
