/** Several e-mail addresses in one cell. One that is invalid makes the cell unreadable: nothing is dropped in silence. */

import { listText } from "../list-text.ts";
import type { Reading } from "../unreadable.ts";
import { normaliseEmail } from "./email.ts";
import { partedByWords, type Splitter, splitList } from "./list.ts";

export function normaliseEmailList(raw: string, by: Splitter): Reading {
  const reading = readList(raw, by);
  const parted = typeof reading === "string" ? null : partedByWords(raw);
  const again = parted === null ? reading : readList(parted, by);
  return typeof again === "string" ? again : reading;
}

function readList(raw: string, by: Splitter): Reading {
  const values: string[] = [];
  for (const element of splitList(raw, by)) {
    const value = normaliseEmail(element);
    if (typeof value !== "string") return value;
    values.push(value);
  }
  return listText(values);
}
