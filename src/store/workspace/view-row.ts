/** A saved view as both databases keep it. */
import type { Look, SavedView } from "../../app/ports/view-store.ts";
import type { DbRow } from "../db-row.ts";

export const VIEW_COLUMNS = "view_id, keeper, by, name, is_shared, look";

/** A text that only the stores write. */
export const asView = ([number, keeper, by, name, isShared, look]: DbRow): SavedView => ({
  number: Number(number),
  keeper: String(keeper),
  by: String(by),
  name: String(name),
  isShared: isShared === 1,
  look: JSON.parse(String(look)) as Look,
});
