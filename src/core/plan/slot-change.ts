/** What a row changes on a contact, slot by slot. */
import type { Problem } from "../problem/problem.ts";

/** New text of changed slots, in slot order; `""` = cleared. */
export type SlotChange = { readonly slot: number; readonly before: string; readonly after: string };
export type MergeResult = { readonly changes: readonly SlotChange[]; readonly warnings: readonly Problem[] };
