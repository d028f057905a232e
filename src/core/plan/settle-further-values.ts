/** A contact's first address or number is not among its further ones too, however a row's changes have brought that about. */
import { emailKey, phoneKey } from "../contact/identity-key.ts";
import { listText, parseList } from "../contact/list-text.ts";
import type { ImportShape } from "./shape.ts";
import { type SlotChange, withChange } from "./slot-change.ts";

const PAIRS = [
  { first: "email", further: "additional_emails", keyOf: emailKey },
  { first: "phone", further: "additional_phones", keyOf: phoneKey },
] as const;

export function settleFurtherValues(
  shape: ImportShape,
  changes: readonly SlotChange[],
  contact: (slot: number) => string,
): readonly SlotChange[] {
  if (!changes.some(({ slot }) => shape.isIdentity[slot])) return changes;
  let settled = changes;
  for (const { first, further, keyOf } of PAIRS) {
    const [one, others] = [shape.index.get(first), shape.index.get(further)];
    if (one === undefined || others === undefined) continue;
    if (!changes.some(({ slot }) => slot === one || slot === others)) continue;
    const after = (slot: number): string => changes.find((change) => change.slot === slot)?.after ?? contact(slot);
    const [value, list] = [after(one), after(others)];
    if (value === "" || list === "") continue;
    const items = parseList(list);
    const left = items.filter((item) => keyOf(item) !== keyOf(value));
    if (left.length < items.length)
      settled = withChange(settled, { slot: others, before: contact(others), after: listText(left) });
  }
  return settled;
}
