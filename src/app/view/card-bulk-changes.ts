/** What bulk changes have done to a contact, and which of its values they wrote. */
import { encodeId } from "../../core/public-id.ts";
import type { BulkEvent } from "../ports/bulk-store.ts";
import type { ContactRow } from "../ports.ts";
import { changesWithIds } from "./changes-with-ids.ts";

export type CardBulkChange = Pick<BulkEvent, "at" | "by" | "do" | "changes" | "undone"> & {
  /** Public id. */
  readonly bulkChange: string;
};

/** Who wrote a value by hand, and in which change, of this contact alone or of many. */
export type WrittenByHand = Pick<CardBulkChange, "bulkChange" | "at" | "by" | "do">;

type Wrote = Pick<BulkEvent, "changes"> & { readonly at: number | null };

export const cardBulkChanges = (idKey: number, events: readonly BulkEvent[]): readonly CardBulkChange[] =>
  events.map(({ bulk, changes, ...event }) => ({
    ...{ at: event.at, by: event.by, do: event.do, undone: event.undone },
    bulkChange: encodeId("blk", idKey, bulk),
    changes: changes && changesWithIds({ object: "contact", changes }, idKey),
  }));

/** Null where something else wrote the value. @param history what imports and workflows wrote, newest first */
export function writtenByHand(
  key: string,
  { values }: Pick<ContactRow, "values">,
  { events, history }: { readonly events: readonly CardBulkChange[]; readonly history: readonly Wrote[] },
): WrittenByHand | null {
  const present = values.get(key);
  const writes = ({ changes }: Wrote): boolean => present !== undefined && changes?.[key]?.[1] === present;
  const last = events.find((event) => writes(event) && event.undone?.result !== "restored");
  if (last === undefined) return null;
  const isOlder = history.some((event) => writes(event) && (event.at ?? 0) > last.at);
  return isOlder ? null : { bulkChange: last.bulkChange, at: last.at, by: last.by, do: last.do };
}
