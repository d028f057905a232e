/** What stands in for a first address or number that a row leaves empty: the first of its second columns (`second-columns.ts`). */
import { parseList } from "../contact/list-text.ts";
import type { ValueAt } from "../match/object-keys.ts";
import type { Problem } from "../problem/problem.ts";
import { BLANK, CLEAR } from "./draft.ts";
import { clearsWhenEmpty, firstKey, type WriteRules } from "./merge.ts";
import type { ImportShape } from "./shape.ts";

type Said = {
  /** What the row's cells say: what the contact has in the place of a cell that could not be read is no word of the row. */
  readonly row: ValueAt;
  readonly contact: ValueAt;
  /** Of the row: a first cell that could not be read is not empty. */
  readonly problems: readonly Problem[];
};

/**
 * By the slot that is empty. A contact that has a first one keeps it, unless empty cells clear; and what a contact has in
 * second place stays there: a line that says nothing new writes nothing.
 */
export function standInsFor(
  shape: ImportShape,
  rules: WriteRules,
  { row, contact, problems }: Said,
): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  if (rules.byHand) return found;
  for (const { first, further } of shape.seconds) {
    const slot = shape.slots[first];
    const list = row(further);
    if (slot === undefined || row(first) !== BLANK || list === BLANK || list === CLEAR) continue;
    const ofFirst = problems.filter(({ field }) => field === slot.key);
    if (rules.owned?.slots.has(first) || ofFirst.some(({ code }) => code !== "placeholder_ignored")) continue;
    const isTaken = contact(first) !== BLANK;
    if (isTaken && (ofFirst.length > 0 || !clearsWhenEmpty(slot, first, rules))) continue;
    const [value = BLANK] = parseList(list);
    const keyOf = firstKey(slot.key);
    const isKnown = parseList(contact(further)).some((other) => keyOf(other) === keyOf(value));
    if (isTaken || !isKnown) found.set(first, value);
  }
  return found;
}
