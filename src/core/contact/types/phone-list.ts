/** Several phone numbers in one cell. One that cannot be read makes the cell unreadable: nothing is dropped in silence. */

import { listText } from "../list-text.ts";
import type { Reading } from "../unreadable.ts";
import { partedByWords, type Splitter, splitList } from "./list.ts";
import { normalisePhone } from "./phone.ts";

/** Keeps the `;ext=5` of our own canonical form with its number, where `;` parts values. */
const EXTENSION = /;[^\S\n\r]?ext=/gi;

export function normalisePhoneList(raw: string, country: string, by: Splitter): Reading {
  const reading = readList(raw, country, by);
  const parted = typeof reading === "string" ? null : partedByWords(raw);
  const again = parted === null ? reading : readList(parted, country, by);
  return typeof again === "string" ? again : reading;
}

function readList(raw: string, country: string, by: Splitter): Reading {
  const values: string[] = [];
  for (const element of splitList(raw.replace(EXTENSION, " ext. "), by)) {
    const value = normalisePhone(element, country);
    if (typeof value !== "string") return value;
    values.push(value);
  }
  return listText(values);
}
