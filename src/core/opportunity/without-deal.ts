/** Lines of contacts and their opportunities that are about a contact alone: all cells of the opportunity are empty. */
import { BLANK, type DraftBatch } from "../plan/draft.ts";
import { sayNothing } from "../plan/nothing-said.ts";
import type { ImportShape } from "../plan/shape.ts";
import type { ProblemCode } from "../problem/catalogue.ts";

const NO_ROW: ReadonlySet<ProblemCode> = new Set(["footer_line", "group_title", "repeated_header"]);

/**
 * By row of the opportunities' drafts, in which constants fill only what the cells say something of. A column that is kept as
 * custom data says something, too, unless the contact can keep it: it would else be lost.
 *
 * @param keptByContacts keys of the slots that a contact alone keeps
 */
export function areWithoutDeal(
  { slots, mapped }: ImportShape,
  { count, values, problems }: DraftBatch,
  keptByContacts: ReadonlySet<string>,
): boolean[] {
  const said = slots
    .slice(0, mapped)
    .flatMap(({ columns, key }, slot) => (columns.length > 0 && !keptByContacts.has(key) ? [slot] : []));
  return Array.from({ length: count }, (_, row) => {
    const found = problems.get(row) ?? [];
    // A total below the table is left out, and has nothing to be missing.
    if (found.some(({ code }) => NO_ROW.has(code))) return true;
    return sayNothing(found) && said.length > 0 && said.every((slot) => (values[slot]?.[row] ?? BLANK) === BLANK);
  });
}

const keptSlots = ({ slots }: ImportShape): readonly number[] =>
  slots.flatMap(({ place }, slot) => (place === "kept" ? [slot] : []));

/** What contacts keep as custom data on lines without an opportunity. */
export const keptKeys = (contacts: ImportShape): ReadonlySet<string> =>
  new Set(keptSlots(contacts).flatMap((slot) => contacts.slots[slot]?.key ?? []));

/** Beside an opportunity the custom data is the opportunity's: of its contact nothing is kept there. */
export function keptWhereAlone(contacts: ImportShape, drafts: DraftBatch, alone: readonly boolean[]): DraftBatch {
  const kept = new Set(keptSlots(contacts));
  if (kept.size === 0) return drafts;
  const values = drafts.values.map((texts, slot) =>
    kept.has(slot) ? texts.map((text, row) => (alone[row] ? text : BLANK)) : texts,
  );
  return { ...drafts, values };
}
