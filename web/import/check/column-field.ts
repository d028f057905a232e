/** Where the changes that a column makes stand in a line. */
import type { ColumnMapping } from "../../../src/core/mapping/column-mapping.ts";
import { KEPT_PREFIX } from "../../../src/core/plan/shape.ts";

/** The name under which changes of what the column goes to stand; null = it goes nowhere. */
export function fieldOf({ target }: ColumnMapping): string | null {
  if (target.to === "field") return target.field;
  return target.to === "keep" ? `${KEPT_PREFIX}${target.name}` : null;
}
