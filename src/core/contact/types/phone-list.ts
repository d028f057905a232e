/** Several phone numbers in one cell. One that cannot be read makes the cell unreadable: nothing is dropped in silence. */

import { listText } from "../list-text.ts";
import type { Reading } from "../unreadable.ts";
import { readParted, type Splitter, splitList } from "./list.ts";
import { normalisePhone } from "./phone.ts";

/** Keeps the `;ext=5` of our own canonical form with its number, where `;` parts values. */
const EXTENSION = /;[^\S\n\r]?ext=/gi;

export const normalisePhoneList = (raw: string, country: string, by: Splitter): Reading =>
  readParted(raw, (text) => readList(text, country, by));

function readList(raw: string, country: string, by: Splitter): Reading {
  const values: string[] = [];
  for (const element of splitList(raw.replace(EXTENSION, " ext. "), by)) {
    const value = normalisePhone(element, country);
    if (typeof value !== "string") return value;
    values.push(value);
  }
  return listText(values);
}
