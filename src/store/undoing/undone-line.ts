/** What an undo did with lines, and who else has changed what it is about, read from either database. */
import type { UndoLine } from "../../app/ports/undo-ports.ts";
import type { ObjectKind } from "../../core/object/object-kind.ts";
import type { DbRow } from "../db-row.ts";

/** In the order of `asUndoLine`. */
export const UNDONE_COLUMNS = "line, object, contact_id, result, kept";

export const asUndoLine = ([line, object, contact, result, kept]: DbRow): UndoLine => ({
  line: Number(line),
  object: object as ObjectKind,
  contact: Number(contact),
  result: result as UndoLine["result"],
  kept: JSON.parse(String(kept)) as readonly string[],
});

/** Lines of this import, and the other imports, among the edits of one object: its number, the import, how many lines. */
export function partedEdits(
  edits: readonly DbRow[],
  importNumber: number,
): { readonly ownLines: number; readonly editedBy: readonly number[] } {
  const own = edits.find(([, number]) => number === importNumber);
  return {
    ownLines: Number(own?.[2] ?? 0),
    editedBy: edits.filter((edit) => edit !== own).map(([, number]) => Number(number)),
  };
}
