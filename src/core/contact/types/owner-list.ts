/** Followers and account managers: several members in one cell, each by name or e-mail address. */

import { listText } from "../list-text.ts";
import type { Reading } from "../unreadable.ts";
import { type Splitter, splitList } from "./list.ts";
import { normaliseOwner, type OwnerLookup, unknownOwner } from "./owner.ts";

/** Names of one cell that are said to be nobody's; a cell may hold thousands. */
const MOST_NAMES = 10;

export function normaliseOwnerList(raw: string, by: Splitter, lookup: OwnerLookup | null = null): Reading {
  const values: string[] = [];
  const unknown: string[] = [];
  for (const element of splitList(raw, by)) {
    const value = normaliseOwner(element, lookup);
    if (typeof value === "string") values.push(value);
    else if (lookup === null || value.unreadable === "owner_ambiguous") return value;
    else if (unknown.push(element.trim()) === MOST_NAMES) break;
  }
  return lookup !== null && unknown.length > 0 ? unknownOwner(unknown, lookup) : listText(values);
}
