/** Several phone numbers in one cell. One that cannot be read makes the cell unreadable, and is named: nothing is dropped in silence. */

import { listText } from "../list-text.ts";
import type { Reading } from "../unreadable.ts";
import { readEach, readParted, type Splitter, splitList } from "./list.ts";
import { normalisePhone } from "./phone.ts";

/** Keeps the `;ext=5` of our own canonical form with its number, where `;` parts values. */
const EXTENSION = /;[^\S\n\r]?ext=/gi;

export const normalisePhoneList = (raw: string, country: string, by: Splitter): Reading =>
  readParted(raw, (text) => readList(text, country, by));

function readList(raw: string, country: string, by: Splitter): Reading {
  const { values, unread } = readEach(splitList(raw.replace(EXTENSION, " ext. "), by), (element) =>
    normalisePhone(element, country),
  );
  return unread ?? listText(values);
}
