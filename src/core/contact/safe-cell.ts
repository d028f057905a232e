/** A stored value as a cell of a file that people open in a spreadsheet: nothing in it runs, and it reads back as it was. */
import { protectCell } from "../tabular/rows/protect-cell.ts";
import { type Field, LIST_TYPES } from "./field.ts";
import { listCell } from "./list-cell.ts";
import type { ValueSettings } from "./value-settings.ts";

export function safeCell(field: Field, settings: ValueSettings): (stored: string) => string {
  if (!LIST_TYPES.has(field.type)) return protectCell;
  const asCell = listCell(field, settings);
  return (stored) => protectCell(asCell(stored));
}
