/** Followers: several members in one cell, each by name or e-mail address. */

import { listText } from "../list-text.ts";
import type { Reading } from "../unreadable.ts";
import { type Splitter, splitList } from "./list.ts";
import { normaliseOwner } from "./owner.ts";

export function normaliseOwnerList(raw: string, by: Splitter): Reading {
  const values: string[] = [];
  for (const element of splitList(raw, by)) {
    const value = normaliseOwner(element);
    if (typeof value !== "string") return value;
    values.push(value);
  }
  return listText(values);
}
