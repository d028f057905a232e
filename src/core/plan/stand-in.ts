/** What stands in for a first address or number that a row leaves empty: the first value of its further columns (`further-columns.ts`). */
import { parseList } from "../contact/list-text.ts";
import type { ValueAt } from "../match/object-keys.ts";
import type { Problem } from "../problem/problem.ts";
import { BLANK, CLEAR } from "./draft.ts";
import type { FurtherColumns } from "./further-columns.ts";
import { clearsWhenEmpty, firstKey, type WriteRules } from "./merge.ts";
import { withheldDetails } from "./settle-phone-details.ts";
import type { ImportShape } from "./shape.ts";

type Said = {
  /** What the row's cells say: what the contact has in the place of a cell that could not be read is no word of the row. */
  readonly row: ValueAt;
  readonly contact: ValueAt;
  /** Of the row: a first cell that could not be read is not empty. */
  readonly problems: readonly Problem[];
};

/** By the slot that is empty, with what the row says of the number where it has no other. */
export function standInsFor(shape: ImportShape, rules: WriteRules, said: Said): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  if (rules.byHand) return found;
  for (const columns of shape.furtherColumns) {
    const { first, further } = columns;
    const list = said.row(further);
    if (said.row(first) !== BLANK || list === BLANK || list === CLEAR || rules.owned?.slots.has(first)) continue;
    if (isUnread(shape, first, said)) continue;
    const [value = BLANK, ...others] = parseList(list);
    if (!isFirst(shape, rules, { ...said, ...columns, value })) continue;
    found.set(first, value);
    if (others.length > 0 || shape.slots[first]?.key !== "phone" || isUnread(shape, further, said)) continue;
    for (const [detail, text] of withheldDetails(shape, said.problems)) found.set(detail, text);
  }
  return found;
}

/**
 * A contact that has a first one keeps it, unless empty cells clear; and what it has in second place stays there: a line
 * that says nothing new writes nothing.
 */
function isFirst(
  shape: ImportShape,
  rules: WriteRules,
  { contact, problems, first, further, value }: Said & FurtherColumns & { readonly value: string },
): boolean {
  const slot = shape.slots[first];
  if (slot === undefined) return false;
  const keyOf = firstKey(slot.key);
  const isValue = (other: string): boolean => keyOf(other) === keyOf(value);
  const held = contact(first);
  if (held === BLANK) return !parseList(contact(further)).some(isValue);
  if (isValue(held)) return true;
  return clearsWhenEmpty(slot, first, rules) && !problems.some(({ field }) => field === slot.key);
}

const isUnread = ({ slots }: ImportShape, at: number, { problems }: Said): boolean =>
  problems.some(({ field, code }) => field === slots[at]?.key && code !== "placeholder_ignored");
