/** What an import gives its contacts besides what the file says of them: an owner, and tags. */
import type { ValueAt } from "../match/object-keys.ts";
import type { Problem } from "../problem/problem.ts";
import type { PlanSettings } from "./batch-plan.ts";
import { BLANK } from "./draft.ts";
import { uniteLists } from "./merge.ts";
import type { SlotChange } from "./slot-change.ts";

/** Where owners are overridden, a row that names none gives the contact to the owner that was given for the import. */
export function withGivenOwner(
  { shape, constants }: PlanSettings,
  changes: readonly SlotChange[],
  { said, before }: { readonly said: ValueAt; readonly before: ValueAt },
): readonly SlotChange[] {
  const slot = shape.index.get("owner") ?? -1;
  const after = constants.get(slot);
  if (after === undefined || said(slot) !== BLANK) return changes;
  const others = changes.filter((change) => change.slot !== slot);
  return after === before(slot) ? others : [...others, { slot, before: before(slot), after }];
}

export function withBatchTags(
  { shape, batchTags }: PlanSettings,
  changes: readonly SlotChange[],
  before: ValueAt,
): readonly SlotChange[] {
  const slot = shape.index.get("tags");
  if (slot === undefined || batchTags === BLANK) return changes;
  const present = before(slot);
  const planned = changes.find((change) => change.slot === slot)?.after ?? present;
  const after = uniteLists(planned, batchTags);
  const others = changes.filter((change) => change.slot !== slot);
  return after === present ? others : [...others, { slot, before: present, after }];
}

/** A row that names an owner who was not found does not name nobody: the import's own owner is not put in their place. */
export const namesUnknownOwner = (problems: readonly Problem[]): boolean =>
  problems.some(({ field }) => field === "owner");
