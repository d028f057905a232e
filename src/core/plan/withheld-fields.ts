/** What a new contact does not get although its line says it: fields that a connected source owns. */
import type { Problem } from "../problem/problem.ts";
import { BLANK } from "./draft.ts";
import { type OwnedSlots, ownedBySource } from "./merge.ts";
import type { ImportShape } from "./shape.ts";

/** Takes them out of `values`, one warning for each. */
export function withheldFromNew(shape: ImportShape, owned: OwnedSlots, values: string[]): readonly Problem[] {
  const warnings: Problem[] = [];
  for (const [position, owner] of owned.slots) {
    const slot = shape.slots[position];
    const value = values[position] ?? BLANK;
    // The main contact is the account's to keep, and warned of there.
    if (!slot || slot.place === "main" || value === BLANK) continue;
    warnings.push(ownedBySource(shape, slot, owner, { value, present: BLANK }));
    values[position] = BLANK;
  }
  return warnings;
}
