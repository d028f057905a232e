/** Pages of lists: one more than asked for is read, to know whether there are more. */

import type { FoundPage } from "../app/ports.ts";
import { accept, type Result, refuseWith } from "../core/problem/refusal.ts";
import { decodeId, encodeId, type IdPrefix } from "../core/public-id.ts";

/** The number after which the page begins: 0 = at the beginning. */
export function afterCursor(prefix: IdPrefix, idKey: number, cursor: string | undefined): Result<number> {
  if (cursor === undefined) return accept(0);
  const number = decodeId(prefix, idKey, cursor);
  return number === null ? cursorUnknown() : accept(number);
}

const cursorUnknown = (): Result<never> =>
  refuseWith("request_invalid", "The cursor is none that this list has answered.");

/** Where the next page begins: it may be further on than the last of what was found. */
export const nextCursor = (prefix: IdPrefix, idKey: number, { seenTo }: FoundPage<unknown>): string | null =>
  seenTo === null ? null : encodeId(prefix, idKey, seenTo);

/** @param found up to `limit + 1` */
export function pageOf<Found, Item>(
  found: readonly Found[],
  limit: number,
  { json, cursor }: { readonly json: (found: Found) => Item; readonly cursor: (last: Found) => string },
): { items: Item[]; next: string | null } {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items: items.map(json), next: found.length > limit && last !== undefined ? cursor(last) : null };
}
