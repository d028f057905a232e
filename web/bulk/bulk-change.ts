/** A bulk change as the API answers it, and what it did in a few words. */
import type { listBulkChanges } from "../../src/http/contract/bulk-changes.ts";
import type { AnswerOf } from "../../src/http/contract/endpoint.ts";
import type { Words } from "../words/en.ts";
import type { Format } from "../words/use-format.ts";

export type BulkChange = AnswerOf<typeof listBulkChanges>["items"][number];
export type ContactChange = BulkChange["change"];

export const isAtWork = ({ state }: Pick<BulkChange, "state">): boolean => state === "running" || state === "undoing";

/** Contacts that were changed, or looked at again by its undo. */
const doneSoFar = ({ changed, undo }: BulkChange): number =>
  undo === null ? changed : undo.restored + undo.partly + undo.kept + undo.gone + undo.away;

/** What it waits for, or how far it is. */
export function sayProgress(change: BulkChange, { bulk }: Pick<Words, "bulk">, format: Pick<Format, "number">): string {
  if (change.importInterrupted) return bulk.interrupted;
  if (change.waitsForImport) return bulk.waits;
  const done = doneSoFar(change);
  return bulk.soFar(bulk.count(done, format.number(done)));
}

export function sayChange(change: ContactChange, { bulk }: Pick<Words, "bulk">): string {
  switch (change.do) {
    case "add_tags":
      return bulk.added(change.tags.join(", "));
    case "remove_tags":
      return bulk.removed(change.tags.join(", "));
    case "set_owner":
      return change.owner === null ? bulk.ownedByNobody : bulk.owned(change.owner);
    case "set_do_not_touch":
      return change.value ? bulk.marked : bulk.unmarked;
    case "delete":
      return bulk.deleted;
    case "create":
      return bulk.made;
    case "edit":
      return bulk.edited;
  }
}
