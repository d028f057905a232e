/** Why an object that an import made stays when the import is undone: the other imports that changed it, or need it, since. */
import type { ObjectKind } from "../../../core/object/object-kind.ts";
import { encodeId } from "../../../core/public-id.ts";
import type { UndoLine } from "../../ports/undo-ports.ts";
import type { ImportRef, Ports } from "../../ports.ts";

type Asked<Line> = { readonly lines: readonly Line[]; readonly idKey: number };
type Line = Pick<UndoLine, "object" | "contact" | "result" | "kept">;

/** Of a line that changed an object the fields say what stays; imports from before it are among those that changed the object. */
const isMade = ({ result, kept }: Line): boolean => result === "kept" && kept.length === 0;

/** @returns by line their ids, oldest first; lines of which there is nothing to say are left out */
export async function keptFor<Own extends Line>(
  { store }: Ports,
  ref: ImportRef,
  { lines, idKey }: Asked<Own>,
): Promise<ReadonlyMap<Own, readonly string[]>> {
  const found = new Map<Own, readonly string[]>();
  const byObject: ReadonlyMap<ObjectKind, readonly Own[]> = Map.groupBy(lines.filter(isMade), ({ object }) => object);
  for (const [object, made] of byObject) {
    const numbers = [...new Set(made.map(({ contact }) => contact))];
    const objects = await store.undos.loadForUndo({ ref, object }, numbers);
    for (const line of made) {
      const others = new Set(objects.get(line.contact)?.editedBy.filter((by) => by !== ref.import));
      const ids = [...others].sort((a, b) => a - b).map((by) => encodeId("imp", idKey, by));
      if (ids.length > 0) found.set(line, ids);
    }
  }
  return found;
}
