/** What a row changes on a contact, slot by slot. */
import type { Problem } from "../problem/problem.ts";

/** New text of changed slots, in slot order; `""` = cleared. */
export type SlotChange = { readonly slot: number; readonly before: string; readonly after: string };

/** With this one in the place of any other of its slot. */
export function withChange(changes: readonly SlotChange[], change: SlotChange): readonly SlotChange[] {
  const others = changes.filter(({ slot }) => slot !== change.slot);
  if (change.after === change.before) return others;
  return [...others, change].sort((a, b) => a.slot - b.slot);
}

export type MergeResult = { readonly changes: readonly SlotChange[]; readonly warnings: readonly Problem[] };
