/** What lines did to other objects than their own, as both databases keep it beside the ledger. */
import type { ContactEvent } from "../../app/ports.ts";
import type { ObjectKind } from "../../core/object/object-kind.ts";
import { ACCOUNT_LINK } from "../../core/plan/shape.ts";
import type { SideChange } from "../../core/plan/side-change.ts";
import type { DbRow } from "../db-row.ts";

/** In the order of `asSideChange`. */
export const SIDE_COLUMNS = "line, object, number, changes";

export const asSideChange = ([line, object, number, changes]: DbRow): SideChange => ({
  line: Number(line),
  object: object as ObjectKind,
  number: Number(number),
  changes: typeof changes === "string" ? (JSON.parse(changes) as SideChange["changes"]) : null,
});

/** What a side change is in the history of its object. @param row `SIDE_COLUMNS`, then the import and what an undo has made of it */
export function sideEvents(row: DbRow): readonly ContactEvent[] {
  const { line, changes } = asSideChange(row);
  // Which account a contact belongs to follows the account's name and id, which its own line has changed.
  const isOwn = changes !== null && Object.keys(changes).every((field) => field === ACCOUNT_LINK);
  if (isOwn) return [];
  const about = { import: Number(row[4]), line, offset: -1 };
  const event: ContactEvent = { ...about, kind: changes === null ? "created" : "updated", changes };
  return row[5] === null ? [event] : [event, { ...about, kind: "undone", changes: null }];
}
