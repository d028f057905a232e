/** Lines of contacts and their opportunities that are about a contact alone: all cells of the opportunity are empty. */
import { BLANK, type DraftBatch } from "../plan/draft.ts";
import { sayNothing } from "../plan/nothing-said.ts";
import type { ImportShape } from "../plan/shape.ts";
import type { ProblemCode } from "../problem/catalogue.ts";

const NO_ROW: ReadonlySet<ProblemCode> = new Set(["footer_line", "repeated_header"]);

/**
 * By row of the opportunities' drafts, in which constants fill only what the cells say something of. A column that is kept with
 * the opportunity says something, too: it would else be lost.
 */
export function areWithoutDeal({ slots, mapped }: ImportShape, { count, values, problems }: DraftBatch): boolean[] {
  const said = slots.slice(0, mapped).flatMap(({ columns }, slot) => (columns.length > 0 ? [slot] : []));
  return Array.from({ length: count }, (_, row) => {
    const found = problems.get(row) ?? [];
    // A total below the table is left out, and has nothing to be missing.
    if (found.some(({ code }) => NO_ROW.has(code))) return true;
    return sayNothing(found) && said.length > 0 && said.every((slot) => (values[slot]?.[row] ?? BLANK) === BLANK);
  });
}
