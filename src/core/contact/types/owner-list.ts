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
    else if (unknown.length < MOST_NAMES) unknown.push(element.trim());
  }
  if (lookup === null || unknown.length === 0) return listText(values);
  const unread = unknownOwner(unknown, lookup);
  // One wrong address is no reason to leave an account without its other managers.
  return lookup.unknown === "account_manager_not_found" && values.length > 0
    ? { ...unread, partly: listText(values) }
    : unread;
}
