/** Lists of tags that contacts have by a batch. */
import type { BatchPlan } from "../../core/plan/batch-plan.ts";
import type { ImportShape } from "../../core/plan/shape.ts";

export function* tagTexts(
  { inserts, updates }: Pick<BatchPlan, "inserts" | "updates">,
  shape: ImportShape,
): Iterable<string> {
  const tags = shape.index.get("tags");
  if (tags === undefined) return;
  for (const { values } of inserts) yield values[tags] ?? "";
  for (const { changes } of updates) for (const { slot, after } of changes) if (slot === tags) yield after;
}
