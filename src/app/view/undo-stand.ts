/** How far an undo is. */
import { EMPTY_TALLY } from "../../core/plan/outcome.ts";
import type { UndoProgress, UndoTally } from "../ports/undo-ports.ts";
import type { ImportRecord } from "../ports.ts";

export const linesUndone = (tally: UndoTally): number => Object.values(tally).reduce((sum, lines) => sum + lines, 0);

/** Lines that were looked at, of those that there are to undo. Of lines about two objects it counts all when one part is done. */
export function undoStand(
  { progress }: Pick<ImportRecord, "progress">,
  { only, tally }: Pick<UndoProgress, "only" | "tally">,
): { readonly lines: number; readonly total: number } {
  const { created, updated } = (progress?.tally ?? EMPTY_TALLY).outcomes;
  const total = only === null ? created + updated : 1;
  return { lines: Math.min(total, linesUndone(tally)), total };
}
