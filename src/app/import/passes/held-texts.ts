/** Whether a contact truly holds a key of a row: the identity index knows hashes only. */
import type { MatchKeySpec } from "../../../core/match/match-keys.ts";
import type { ValueAt } from "../../../core/match/object-keys.ts";
import { BLANK } from "../../../core/plan/draft.ts";
import type { LoadedContact } from "../../ports.ts";

/** One of the texts that the row has of it. */
export function holdsAny(spec: MatchKeySpec, row: ValueAt, contact: LoadedContact): boolean {
  if (areSame(spec, row, contact)) return true;
  const held = heldBy(contact);
  const texts = spec.texts(held);
  return spec.texts(row).some((text) => texts.includes(text)) && spec.agrees(row, held);
}

/** All of them. */
export function holdsAll(spec: MatchKeySpec, row: ValueAt, contact: LoadedContact): boolean {
  if (areSame(spec, row, contact)) return true;
  const held = heldBy(contact);
  const texts = spec.texts(held);
  return spec.texts(row).every((text) => texts.includes(text)) && spec.agrees(row, held);
}

export const heldBy =
  ({ values }: LoadedContact): ValueAt =>
  (slot) =>
    values[slot] ?? BLANK;

/** Values that are equal letter by letter need no canonical form to be compared. */
function areSame({ slots }: MatchKeySpec, row: ValueAt, { values }: LoadedContact): boolean {
  for (const slot of slots) if (row(slot) !== (values[slot] ?? BLANK)) return false;
  return true;
}
