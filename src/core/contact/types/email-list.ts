/** Several e-mail addresses in one cell. One that is invalid makes the cell unreadable: nothing is dropped in silence. */

import { listText } from "../list-text.ts";
import type { Reading } from "../unreadable.ts";
import { normaliseEmail } from "./email.ts";
import { readParted, type Splitter, splitList } from "./list.ts";

export const normaliseEmailList = (raw: string, by: Splitter): Reading => readParted(raw, (text) => readList(text, by));

function readList(raw: string, by: Splitter): Reading {
  const values: string[] = [];
  for (const element of splitList(raw, by)) {
    const value = normaliseEmail(element);
    if (typeof value !== "string") return value;
    values.push(value);
  }
  return listText(values);
}
