/** Tags and lists of free text: each value one clean line with single spaces. */
import type { Reading } from "../unreadable.ts";
import { collapseLine } from "./clean-text.ts";
import { listText, type Splitter, splitList } from "./list.ts";

/** A cell of one or two short plain words is the common case: it is put between JSON quotes as it is. */
const PLAIN_WORD = new Uint8Array(128);
for (const c of "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") PLAIN_WORD[c.charCodeAt(0)] = 1;

export function normaliseTextList(raw: string, by: Splitter): Reading {
  return readWords(raw, by) ?? readElements(raw, by);
}

/** Plain words parted by one separator and at most one space; null when the cell holds anything else. */
function readWords(raw: string, by: Splitter): string | null {
  if (by.whole.length > 0) return null;
  const words: string[] = [];
  let start = 0;
  for (let i = 0; i <= raw.length; i++) {
    const code = i === raw.length ? -1 : raw.charCodeAt(i);
    if (code >= 0 && code < 128 && PLAIN_WORD[code] === 1) continue;
    if (i === start || (code >= 0 && !by.separators.has(code))) return null;
    words.push(raw.slice(start, i));
    if (raw.charCodeAt(i + 1) === 0x20) i++;
    start = i + 1;
  }
  return listText(words);
}

function readElements(raw: string, by: Splitter): Reading {
  const values: string[] = [];
  for (const element of splitList(raw, by)) {
    const value = collapseLine(element);
    if (typeof value !== "string") return value;
    values.push(value);
  }
  return listText(values);
}
